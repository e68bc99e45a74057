"""The way in for who forgot a passphrase: the printed recovery key, and another passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from kneedesk.store.recovery_key import INCOMPLETE, LENGTH, SLIP, slips
from kneedesk.ui.lock.gate_page import GatePage
from kneedesk.ui.lock.new_secret import NewSecret
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.text import body_label, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from kneedesk.language import Language
    from kneedesk.store.users import User
    from kneedesk.ui.theme import Theme

_LONGEST = 100


class RecoveryPage(GatePage):
    """It says who wants in by which key; the answer comes from elsewhere."""

    asked = Signal(str, str, str)
    """The id of the user, what was typed as the recovery key, and the new passphrase."""
    left = Signal()
    """It was remembered after all."""

    def __init__(self, user: User, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("recovery", language.say("Unlock with the recovery key"), theme, parent)
        self._language, self._user = language, user
        self._left: Callable[[], timedelta] | None = None
        self.key = QLineEdit()
        self.key.setObjectName("recovery.key")
        self.key.setMaxLength(_LONGEST)
        label = plain_label(language.say("Recovery key, as it was printed"))
        label.setProperty("level", "label")
        label.setBuddy(self.key)
        self.key.setAccessibleName(label.text())
        self.key.setPlaceholderText("ABCDE-FGHJK-\N{HORIZONTAL ELLIPSIS}")
        self.key.textEdited.connect(self._look)
        self._fault = FaultLine()
        self._fault.hide()
        self.secret = NewSecret("recovery", language)
        self.secret.judge_by(user.name)
        self.secret.entered.connect(self._ask)
        self.open = QPushButton(language.say("Set it and unlock"))
        self.open.setObjectName("recovery.open")
        self.open.setProperty("kind", "primary")
        self.open.clicked.connect(self._ask)
        self.back = QPushButton(language.say("Back"))
        self.back.setObjectName("recovery.back")
        self.back.clicked.connect(self.left)
        self._tick = QTimer(self, interval=250)
        self._tick.timeout.connect(self._count)
        said = language.say("{name} gets another passphrase; those of the others stay as they are.")
        ends = QHBoxLayout()
        ends.addWidget(self.back)
        ends.addStretch(1)
        ends.addWidget(self.open)
        for each in (body_label(said.format(name=user.name)), label, self.key, self._fault, self.secret):
            self.body.addWidget(each)
        self.body.addSpacing(4)
        self.body.addLayout(ends)
        self.setFocusProxy(self.key)

    def fault(self) -> str:
        """Return what is said to be wrong with the key."""
        return self._fault.text()

    def refuse(self, sentence: str) -> None:
        """Say why it did not unlock."""
        self.show_busy("")
        self._fault.show_sentence(sentence)
        self.key.setFocus()

    def show_busy(self, words: str) -> None:
        """Show that the answer is under way; empty words: it is there."""
        self.open.setText(words or self._language.say("Set it and unlock"))
        self.open.setEnabled(not words)

    def wait(self, left: Callable[[], timedelta]) -> None:
        """Count down what is left of a wait, which is asked for each time."""
        self._left = left
        self._tick.start()
        self._count()

    def _look(self, typed: str) -> None:
        """Say at once which group is not as it is printed."""
        wrong = slips(typed)
        sentence = self._language.say(SLIP).format(number=wrong[0]) if wrong else ""
        self._fault.show_sentence(sentence)

    def _ask(self) -> None:
        typed = self.key.text()
        if not self.open.isEnabled():
            return
        if slips(typed) or sum(sign.isalnum() for sign in typed) != LENGTH:
            self._look(typed)
            if not self._fault.text():
                self._fault.show_sentence(self._language.say(INCOMPLETE))
            self.key.setFocus()
        elif self.secret.taken():
            self.asked.emit(self._user.id, typed, self.secret.text())

    def _count(self) -> None:
        seconds = round(self._left().total_seconds()) if self._left is not None else 0
        if seconds > 0:
            left = f"{seconds // 60}:{seconds % 60:02}"
            self.open.setText(self._language.say("Wait {time}").format(time=left))
            self.open.setEnabled(False)
        else:
            self._tick.stop()
            self.show_busy("")
