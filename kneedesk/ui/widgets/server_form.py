"""Where the practice's server is named, and tried before it is saved: in the settings, and before unlocking."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.words import Words
from kneedesk.ui.widgets.working import Working
from kneedesk.ui.widgets.written import TextField

# Messages of the application.
_HOW: Final = (
    "As whoever runs the server gave it to you: postgresql://desk@server/database. Without it consultations are kept "
    "on this computer. No password is typed here: it stands in PostgreSQL's own password file."
)
ANSWERS: Final = "The server answers, and lets this desk work there."
LATER: Final = "It takes effect when KneeDesk is started again."
NOBODY: Final = "Nobody unlocks there yet: whoever starts KneeDesk there first begins."
STAY: Final = "What is kept on this computer stays here until whoever runs the server moves it: kneedesk move."


class ServerForm(QWidget):
    """It judges what is typed by itself; who has the server asked tells it what the answer is."""

    asked = Signal(str)
    """An address is to be tried."""
    known = Signal(bool)
    """Whether the address that was tried can be worked with."""

    def __init__(self, before: str, language: Language, *, at_once: bool = False) -> None:
        """Take the address that is worked with now, empty where consultations are kept on this computer.

        Where nobody has unlocked yet another one takes effect at once.
        """
        super().__init__()
        say = language.say
        self._language, self._before, self._at_once = language, before, at_once
        self._sound = {"", before}
        self.field = TextField("store", say("Server of the practice"), language, help_text=say(_HOW), longest=1000)
        self.field.edit.textChanged.connect(self._forget)
        self.told = Words()
        self.told.setObjectName("settings.told")
        self.told.hide()
        self.working = Working("settings.server", language)
        self.attempt = QPushButton(say("Try this address"))
        self.attempt.setObjectName("settings.try")
        self.attempt.setAutoDefault(False)
        self.attempt.clicked.connect(self.ask)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(14)
        for widget in (self.field, self.told, self.working):
            lines.addWidget(widget)
        lines.addWidget(self.attempt, 0, Qt.AlignmentFlag.AlignLeft)
        self._forget()

    @property
    def address(self) -> str:
        """Return what is typed."""
        return self.field.edit.text().strip()

    @property
    def is_sound(self) -> bool:
        """Tell whether what is typed can be saved without being tried."""
        return self.address in self._sound

    def judge(self) -> bool:
        """Say what is wrong with the words of the address; tell whether it can be tried."""
        refusal = _refusal(self.address)
        self.field.show_fault(self._language.say(refusal) if refusal else None)
        return not refusal

    def ask(self) -> None:
        """Have the address tried."""
        self.field.commit()
        if self.judge():
            self.told.hide()
            self.working.begin(self._language.say("Asking the server"), may_stop=False)
            self.attempt.setEnabled(False)
            self.asked.emit(self.address)
        else:
            self.known.emit(False)

    def show_answer(self, address: str, refusal: str, *, made: bool = False) -> None:
        """Say what the server answered, unless something else is typed by now: a refusal, or whether anybody is there.

        A refusal is a sentence; where there is none, ``made`` tells whether anybody unlocks there yet.
        """
        if address != self.address:
            return
        self._end()
        self.field.show_fault(refusal or None)
        if not refusal:
            self._sound.add(address)
            later = () if self._at_once else (LATER,)
            stay = () if self._at_once or self._before else (STAY,)
            told = (ANSWERS, *later, *(() if made else (NOBODY,)), *stay)
            self.told.say(" ".join(map(self._language.say, told)))
            self.told.show()
        self.known.emit(not refusal)

    def _forget(self) -> None:
        """What was answered was about another address."""
        self._end()
        self.told.hide()

    def _end(self) -> None:
        self.working.end()
        self.attempt.setEnabled(bool(self.address))


def _refusal(place: str) -> str:
    """Return why an address of a server is not taken, or nothing."""
    from kneedesk.store.addresses import Address  # noqa: PLC0415 - where one is typed
    from kneedesk.store.faults import Unavailable  # noqa: PLC0415

    try:
        if place:
            Address.read(place)
    except Unavailable as fault:
        return fault.sentence
    return ""
