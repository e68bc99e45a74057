"""Who unlocks: add somebody, take somebody away, change the own passphrase, renew the recovery key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from kneedesk.ui.dialogs.fitted import room_of
from kneedesk.ui.lock.new_secret import NewSecret
from kneedesk.ui.lock.person_form import PersonForm
from kneedesk.ui.lock.secret_field import SecretField
from kneedesk.ui.lock.unlock_page import ROLES
from kneedesk.ui.notice import Notice
from kneedesk.ui.reading_order import move_focus
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.text import body_label, heading, plain_label
from kneedesk.ui.widgets.working import Working

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kneedesk.language import Language
    from kneedesk.store.users import User
    from kneedesk.ui.lock.recovery_card import RecoveryCard

# Messages of the application.
OTHERS_MANAGE = "Users are added and removed by an administrator, or by a physician where there is none."
RENEWING = "A new recovery key takes the place of the one that was printed before, which opens nothing any more."
REMOVED_KEEPS = (
    "Whoever is removed unlocks here no longer. A backup from before still opens with the passphrase of that time."
)


class UsersDialog(QDialog):
    """What is done here is done at once; the answers come from elsewhere."""

    added = Signal(str, str, str, str)
    """Name, role, credentials and first passphrase of somebody."""
    removed = Signal(str)
    """The id of somebody who is to unlock no longer."""
    changed = Signal(str, str)
    """The old passphrase of who is here, and the new one."""
    renewal_asked = Signal()
    asked = Signal()
    """Who unlocks is to be asked once more."""

    def __init__(self, user: User, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._user, self._language, self._theme = user, language, theme
        self._may_close = True
        self._focused: QWidget | None = None
        self.setObjectName("users")
        self.setWindowTitle("KneeDesk")
        self.setAccessibleName(language.say("Users and passphrases"))
        self.setModal(True)
        self.resize(QSize(scaled(620), scaled(620)).boundedTo(room_of(self)))
        self.notice = Notice(language, theme)
        self.working = Working("users", language)
        self._own = self._make_own()
        self._people = QVBoxLayout()
        self._people.setSpacing(6)
        self._recovery = Card(language.say("The recovery key"), language.say(RENEWING))
        self._add = self._make_add()
        self._arrange()
        self.old.setFocus()

    def show_busy(self, words: str, *, may_close: bool = True) -> None:
        """Say what is waited for, empty words: nothing is; what is being changed is not closed before its answer."""
        self._may_close = may_close
        self._close.setEnabled(may_close)
        focused = self.focusWidget() if words else self._focused
        for part in self._parts:
            part.setDisabled(bool(words))
        if words:
            self._focused = focused
            self.notice.hide()
            self.working.begin(words, may_stop=False)
        else:
            self.working.end()
            if focused is not None and isValid(focused):
                focused.setFocus()  # Qt has moved it off what took nothing

    def show_users(self, users: Sequence[User], *, manages: bool) -> None:
        """Show who unlocks; only who manages them is offered what changes that."""
        self.show_busy("")
        self._rule.setText(self._language.say(REMOVED_KEEPS if manages else OTHERS_MANAGE))
        self._who.show()
        for card in (self._add, self._recovery):
            card.setVisible(manages)
        while self._people.count():
            row = self._people.takeAt(0)
            widget = row.widget() if row is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for user in users:
            self._people.addWidget(self._row(user, removable=manages and len(users) > 1))

    def say_unknown(self, words: str) -> None:
        """Say why it is not known who unlocks, and offer to ask again."""
        self.refuse(words)
        self.notice.offer(self._language.say("Try again"), self.asked.emit)

    def tell(self, words: str) -> None:
        """Say what was done, and empty what was typed for it."""
        self.show_busy("")
        for secret in (self.secret, self.first_secret):
            secret.clear()
        self.old.clear()
        self.person.clear()
        self.notice.show_message(words)

    def refuse(self, words: str) -> None:
        """Say why something was not done; what was typed stays."""
        self.show_busy("")
        self.notice.show_message(words, tone="stop")
        self._area.ensureVisible(0, 0)

    def show_recovery(self, card: RecoveryCard) -> None:
        """Show a new recovery key in the place of the button that asks for one."""
        self._renew.hide()
        self._recovery.body.addWidget(card)
        card.kept.setFocus()

    def hide_recovery(self, card: RecoveryCard) -> None:
        """Put a recovery key away, now that it is on paper."""
        card.hide()
        card.deleteLater()
        self._renew.show()

    def reject(self) -> None:
        """Close, once it is known what became of a change."""
        if self._may_close:
            super().reject()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move by Tab in the order of reading."""
        moved = move_focus(self, forward)
        focused = self.focusWidget()
        if focused is not None and self._area.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused)
        return moved

    def _make_own(self) -> Card:
        say = self._language.say
        card = Card(say("Your passphrase"), self._user.name)
        self.old = SecretField("users.old", say("Passphrase until now"), self._language)
        self.secret = NewSecret("users.own", self._language)
        self.secret.judge_by(self._user.name)
        change = self._button("change", say("Change the passphrase"))
        change.clicked.connect(self._change)
        self.old.entered.connect(self.secret.setFocus)
        self.secret.entered.connect(self._change)
        for each in (self.old, self.secret):
            card.body.addWidget(each)
        card.body.addWidget(change, 0, Qt.AlignmentFlag.AlignRight)
        return card

    def _make_add(self) -> Card:
        say = self._language.say
        card = Card(say("Add somebody"), say("They change the first passphrase themselves as soon as they unlock."))
        self.person = PersonForm("users", self._language, tuple(ROLES))
        self.first_secret = NewSecret("users.first", self._language)
        add = self._button("add", say("Add"))
        add.clicked.connect(self._ask_adding)
        self.person.entered.connect(self.first_secret.setFocus)
        self.first_secret.entered.connect(self._ask_adding)
        for each in (self.person, self.first_secret):
            card.body.addWidget(each)
        card.body.addWidget(add, 0, Qt.AlignmentFlag.AlignRight)
        return card

    def _arrange(self) -> None:
        say = self._language.say
        self._who = Card(say("Who unlocks"))
        self._rule = body_label("", "note")
        self._who.body.addWidget(self._rule)
        self._who.body.addLayout(self._people)
        self._renew = self._button("renew", say("New recovery key\N{HORIZONTAL ELLIPSIS}"))
        self._renew.clicked.connect(self.renewal_asked)
        self._recovery.body.addWidget(self._renew, 0, Qt.AlignmentFlag.AlignLeft)
        body = QWidget()
        cards = QVBoxLayout(body)
        cards.setContentsMargins(24, 4, 14, 16)
        cards.setSpacing(14)
        self._parts = (self._own, self._who, self._add, self._recovery)
        for card in self._parts:
            cards.addWidget(card)
        cards.addStretch(1)
        for card in self._parts[1:]:
            card.hide()  # until it is known who unlocks
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(body)
        self._area.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        self._close = self._button("close", say("Close"))
        self._close.clicked.connect(self.accept)
        head = QHBoxLayout()
        head.setContentsMargins(24, 20, 24, 8)
        head.addWidget(heading(say("Users and passphrases"), 1), 1)
        head.addWidget(self._close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(head)
        told = QVBoxLayout()
        told.setContentsMargins(24, 0, 24, 0)
        told.addWidget(self.working)
        told.addWidget(self.notice)
        lines.addLayout(told)
        lines.addWidget(self._area, 1)

    def _row(self, user: User, *, removable: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = plain_label(user.name)
        name.setProperty("tone", "strong")
        words.addWidget(name)
        parts = (self._language.say(ROLES[user.role.value]), user.credentials)
        words.addWidget(body_label(" \N{MIDDLE DOT} ".join(part for part in parts if part), "note"))
        line.addLayout(words, 1)
        if removable and user.id != self._user.id:
            remove = IconButton(self._theme, "trash-2", self._language.say("Remove"))
            remove.setObjectName(f"users.remove.{user.id}")
            remove.setAccessibleName(self._language.say("Remove {name}").format(name=user.name))
            remove.clicked.connect(partial(self._ask_removal, user, remove))
            line.addWidget(remove)
        return row

    def _ask_removal(self, user: User, button: IconButton) -> None:
        """Remove somebody only on the second press, which says who it is."""
        words = self._language.say("Remove {name}").format(name=user.name)
        if button.text() == words:
            self.removed.emit(user.id)
        else:
            button.setText(words)

    def _change(self) -> None:
        if not self.old.text():
            self.old.show_fault(self._language.say("This is needed."))
            self.old.setFocus()
        elif self.secret.taken():
            self.changed.emit(self.old.text(), self.secret.text())

    def _ask_adding(self) -> None:
        if self.person.taken():
            self.first_secret.judge_by(self.person.name.text())
            if self.first_secret.taken():
                person = self.person
                parts = (person.name.text().strip(), person.chosen, person.credentials.text().strip())
                self.added.emit(*parts, self.first_secret.text())

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"users.{name}")
        button.setAutoDefault(False)
        return button
