"""The page that unlocks: who is here, and the passphrase; it has the focus when the window comes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kneedesk.ui.lock.gate_page import GatePage
from kneedesk.ui.lock.secret_field import SecretField
from kneedesk.ui.widgets.buttons import Picker
from kneedesk.ui.widgets.text import body_label, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import timedelta

    from kneedesk.language import Language
    from kneedesk.store.users import User
    from kneedesk.ui.theme import Theme

# Messages of the application.
ROLES = {"physician": "Physician", "nurse": "Nurse", "administrator": "Administrator"}


class UnlockPage(GatePage):
    """It knows neither the vault nor the store: it says who wants in, and shows what the answer is."""

    asked = Signal(str, str)
    """The id of a user, and what was typed as the passphrase."""
    forgotten = Signal(str)
    """The id of a user who does not remember the passphrase."""

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("unlock", language.say("Unlock"), theme, parent)
        self._language = language
        self._users: Sequence[User] = ()
        self._left: Callable[[], timedelta] | None = None
        self._busy = False
        self.note = body_label("", "caution")
        self.note.hide()
        self.who = plain_label()
        self.who.setProperty("tone", "strong")
        self.picker: Picker | None = None
        self.secret = SecretField("unlock.passphrase", language.say("Passphrase"), language)
        self.secret.entered.connect(self._ask)
        self.open = QPushButton(language.say("Unlock"))
        self.open.setObjectName("unlock.open")
        self.open.setProperty("kind", "primary")
        self.open.clicked.connect(self._ask)
        self.forgot = QPushButton(language.say("Forgotten?"))
        self.forgot.setObjectName("unlock.forgotten")
        self.forgot.setProperty("kind", "link")
        self.forgot.clicked.connect(lambda: self.forgotten.emit(self.user_id))
        self._tick = QTimer(self, interval=250)
        self._tick.timeout.connect(self._count)
        ends = QHBoxLayout()
        ends.addWidget(self.forgot)
        ends.addStretch(1)
        ends.addWidget(self.open)
        for each in (self.note, self.who, self.secret):
            self.body.addWidget(each)
        self.body.addSpacing(4)
        self.body.addLayout(ends)
        self.setFocusProxy(self.secret)
        self._enable()

    @property
    def user_id(self) -> str:
        """Return the id of the user who is chosen, empty where they are not known yet."""
        if not self._users:
            return ""
        return self._users[self.picker.currentIndex() if self.picker is not None else 0].id

    def show_users(self, users: Sequence[User], last: str = "") -> None:
        """Offer who can unlock; whoever was here last is chosen."""
        self._users = users
        if self.picker is not None:
            self.picker.deleteLater()
            self.picker = None
        self.who.setVisible(len(users) == 1)
        if len(users) == 1:
            self.who.setText(self._named(users[0]))
        else:
            self._offer(users, last)
        self._enable()

    def show_note(self, sentence: str) -> None:
        """Say above the field what is to be known before, or nothing."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def show_busy(self, words: str) -> None:
        """Show that the answer is under way; empty words: it is there."""
        self._busy = bool(words)
        self.open.setText(words or self._language.say("Unlock"))
        self._enable()

    def refuse(self, sentence: str) -> None:
        """Say why it did not unlock; what was typed is typed again."""
        self.show_busy("")
        self.secret.clear()
        self.secret.show_fault(sentence)
        self.secret.setFocus()

    def wait(self, left: Callable[[], timedelta]) -> None:
        """Count down what is left of a wait, which is asked for each time."""
        self._left = left
        self._count()

    def _offer(self, users: Sequence[User], last: str) -> None:
        name = self._language.say("Who is here?")
        self.picker = Picker(name, [(user.id, self._named(user)) for user in users])
        self.picker.setObjectName("unlock.user")
        ids = [user.id for user in users]
        self.picker.setCurrentIndex(ids.index(last) if last in ids else 0)
        self.picker.picked.connect(self._change_user)
        self.body.insertWidget(self.body.indexOf(self.who), self.picker)

    def _change_user(self) -> None:
        self.secret.clear()
        self.secret.show_fault("")
        self._left = None
        self._count()
        self.secret.setFocus()

    def _named(self, user: User) -> str:
        return f"{user.name} \N{MIDDLE DOT} {self._language.say(ROLES[user.role.value])}"

    def _ask(self) -> None:
        if self.secret.text() and self.open.isEnabled():
            self.asked.emit(self.user_id, self.secret.text())

    def _count(self) -> None:
        seconds = round(self._left().total_seconds()) if self._left is not None else 0
        if seconds > 0:
            left = f"{seconds // 60}:{seconds % 60:02}"
            self.open.setText(self._language.say("Wait {time}").format(time=left))
            self._tick.start()
        elif self._tick.isActive() or self._left is not None:
            self._tick.stop()
            self._left = None
            self.open.setText(self._language.say("Unlock"))
        self._enable()

    def _enable(self) -> None:
        self.open.setEnabled(bool(self._users) and not self._busy and self._left is None)
        self.forgot.setEnabled(bool(self._users) and not self._busy)
