"""The first run, in three steps: who you are, your passphrase, and the recovery key on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kneedesk.ui.lock.gate_page import GatePage
from kneedesk.ui.lock.new_secret import NewSecret
from kneedesk.ui.lock.person_form import PersonForm
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.text import body_label, plain_label

if TYPE_CHECKING:
    from kneedesk.language import Language
    from kneedesk.ui.lock.recovery_card import RecoveryCard
    from kneedesk.ui.theme import Theme

# Messages of the application.
TITLES = ("Who are you?", "Your passphrase", "The recovery key")
WHY = (
    "What is recorded about patients is encrypted on this computer from now on. Each person unlocks with a passphrase "
    "of their own, and what each does is kept with the name."
)
WHY_THERE = (
    "What is recorded about patients is kept on the practice's server from now on, and read at all its desks. Each "
    "person unlocks with a passphrase of their own, at any desk, and what each does is kept with the name."
)
FIRST = "Others are added later, in the settings: by an administrator, or by a physician where there is none."
TYPED_EACH_TIME = "You type it whenever KneeDesk is opened, and after a few minutes in which nobody worked with it."
MOVING = (
    "The consultations that are kept here already are encrypted now, and the plain file is written over. An SSD, "
    "a file system or a backup of this computer may still hold remnants: only a disk that is encrypted as a whole is "
    "sure to hold none."
)


class FirstRun(GatePage):
    """Nothing is made before the last step: whoever leaves earlier begins anew."""

    keyed = Signal()
    """The person and the passphrase are known: a recovery key is wanted."""
    bringing = Signal()
    """A backup of another computer is to be begun with."""
    elsewhere_asked = Signal()
    """This is not where the consultations are kept: on the practice's server, or on another one."""
    done = Signal()
    """The recovery key was written down."""

    def __init__(
        self,
        language: Language,
        theme: Theme,
        *,
        known: tuple[str, str] = ("", ""),
        plain: bool = False,
        shared: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("first_run", language.say(TITLES[0]), theme, parent)
        self._language = language
        self._empty, self._shared = not plain and not shared, shared
        self.step = plain_label()
        self.step.setProperty("tone", "note")
        self.body.insertWidget(0, self.step)
        self.person = PersonForm("first_run", language, ("physician", "administrator"), known)
        self.person.entered.connect(self._go_on)
        self.secret = NewSecret("first_run", language)
        self.secret.entered.connect(self._go_on)
        self.recovery: RecoveryCard | None = None
        moving = language.say(MOVING) if plain else ""
        self._place = 0
        self._pages: list[QWidget] = [
            self._page(language.say(WHY_THERE if shared else WHY), self.person, language.say(FIRST)),
            self._page(language.say(TYPED_EACH_TIME), self.secret, moving),
        ]
        self.back = QPushButton(language.say("Back"))
        self.back.setObjectName("first_run.back")
        self.back.clicked.connect(self._go_back)
        self.next = QPushButton(language.say("Next"))
        self.next.setObjectName("first_run.next")
        self.next.setProperty("kind", "primary")
        self.next.clicked.connect(self._go_on)
        self.bring = QPushButton(language.say("Begin with a backup of another computer\N{HORIZONTAL ELLIPSIS}"))
        self.bring.setObjectName("first_run.bring")
        self.bring.setProperty("kind", "link")
        self.bring.clicked.connect(self.bringing)
        words = (
            "Change the address\N{HORIZONTAL ELLIPSIS}" if shared else "Join a practice's server\N{HORIZONTAL ELLIPSIS}"
        )
        self.elsewhere = QPushButton(language.say(words))
        self.elsewhere.setObjectName("first_run.elsewhere")
        self.elsewhere.setProperty("kind", "link")
        self.elsewhere.clicked.connect(self.elsewhere_asked)
        self.fault = FaultLine()
        self.fault.hide()
        links = QVBoxLayout()
        links.setSpacing(4)
        for link in (self.bring, self.elsewhere):
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        ends = QHBoxLayout()
        ends.addWidget(self.back)
        ends.addLayout(links)
        ends.addStretch(1)
        ends.addWidget(self.next, 0, Qt.AlignmentFlag.AlignBottom)
        for page in self._pages:
            self.body.addWidget(page)
        self.body.addWidget(self.fault)
        self.body.addLayout(ends)
        self._show(0)
        self.setFocusProxy(self.person)

    @property
    def field(self) -> QLineEdit:
        """Return the field that takes the first key."""
        return self.person.name

    def show_recovery(self, card: RecoveryCard) -> None:
        """Show the recovery key, the last step."""
        self.recovery = card
        card.confirmed.connect(self.done)
        self._pages.append(card)
        self.body.insertWidget(self.body.count() - 1, card)
        self._show(2)
        card.kept.setFocus()

    def show_busy(self, words: str) -> None:
        """Say what is under way in place of the steps; empty words: nothing is."""
        for page in self._pages:
            page.setDisabled(bool(words))
        self.step.setText(words or self._counted())

    def refuse(self, sentence: str) -> None:
        """Say why it did not work; everything can be done once more."""
        self.show_busy("")
        if self.recovery is not None:
            self._pages.pop().deleteLater()
            self.recovery = None
        self._show(1)
        self.secret.first.show_fault(sentence)

    def refuse_backup(self, sentence: str) -> None:
        """Say why a backup was not taken; everything can be done once more."""
        self.show_busy("")
        self.fault.show_sentence(sentence)

    def _go_on(self) -> None:
        self.fault.show_sentence(None)
        if self._place == 0:
            if self.person.taken():
                self.secret.judge_by(self.person.name.text())
                self._show(1)
                self.secret.setFocus()
        elif self._place == 1 and self.secret.taken():
            self.keyed.emit()

    def _go_back(self) -> None:
        self._show(0)
        self.person.setFocus()

    def _show(self, place: int) -> None:
        self._place = place
        for each, page in enumerate(self._pages):
            page.setVisible(each == place)
        self.title.setText(self._language.say(TITLES[place]))
        self.step.setText(self._counted())
        self.back.setVisible(place == 1)
        self.bring.setVisible(place == 0 and self._empty)
        self.elsewhere.setVisible(place == 0 and (self._empty or self._shared))
        self.next.setVisible(place < 2)

    def _counted(self) -> str:
        said = self._language.say("Step {number} of {count}")
        return said.format(number=self._place + 1, count=len(TITLES))

    def _page(self, before: str, form: QWidget, after: str) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(body_label(before))
        lines.addWidget(form)
        if after:
            lines.addWidget(body_label(after, "note"))
        return page
