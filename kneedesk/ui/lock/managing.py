"""Who unlocks is managed while the store is open: the vault is asked away from the window, the journal is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from kneedesk.store.chain import Deed, Entry
from kneedesk.store.recovery_key import make_recovery_key
from kneedesk.store.users import Role, User, manages
from kneedesk.ui.background import while_there
from kneedesk.ui.dialogs.users import UsersDialog
from kneedesk.ui.failure import sentences_of
from kneedesk.ui.lock.gate import new_id
from kneedesk.ui.lock.recovery_card import RecoveryCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from kneedesk.language import Language
    from kneedesk.store.store import Store
    from kneedesk.store.vault import Vault
    from kneedesk.ui.shelf import Shelf
    from kneedesk.ui.theme import Theme


class Managing(QObject):
    """It opens the dialog and answers it; who may not manage changes only the own passphrase."""

    def __init__(
        self,
        window: QWidget,
        shelf: Shelf,
        practice: str,
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._shelf, self._language, self._clock = shelf, language, clock
        self.dialog = UsersDialog(shelf.store.user, language, theme, window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.destroyed.connect(self.deleteLater)
        self.dialog.asked.connect(self._ask)
        self.dialog.added.connect(self._add)
        self.dialog.removed.connect(self._remove)
        self.dialog.changed.connect(self._change)
        self.dialog.renewal_asked.connect(partial(self._ask_renewal, practice, theme))
        self.dialog.open()
        self._ask()

    def _ask(self) -> None:
        """Ask who unlocks; a server is waited for elsewhere."""
        self._wait(may_close=True)
        work = partial(_known, self._shelf.vault)
        self._shelf.do(work, while_there(self.dialog, self._show), self._say_unknown)

    def _wait(self, *, may_close: bool) -> None:
        say = self._language.say
        words = say("Asking the server") if self._shelf.home.is_shared else say("One moment")
        self.dialog.show_busy(words, may_close=may_close)

    def _show(self, users: Sequence[User]) -> None:
        self.dialog.show_users(users, manages=manages(self._shelf.store.user, users))

    def _say_unknown(self, error: Exception) -> None:
        if isValid(self.dialog):
            self.dialog.say_unknown(" ".join(sentences_of(error, self._language)))

    def _add(self, name: str, role: str, credentials: str, secret: str) -> None:
        user = User(new_id(), name, Role(role), credentials)
        told = self._language.say("{name} unlocks from now on.").format(name=name)
        self._do(f"added {user.id}", told, lambda vault, key: vault.add(key, user, secret))

    def _remove(self, user_id: str) -> None:
        told = self._language.say("Removed.")
        self._do(f"removed {user_id}", told, lambda vault, key: vault.remove(key, user_id))

    def _change(self, old: str, new: str) -> None:
        user, now = self._shelf.store.user, self._clock()
        told = self._language.say("The passphrase is changed.")
        self._do("passphrase", told, lambda vault, _key: vault.change_passphrase(user.id, old, new, now), managed=False)

    def _ask_renewal(self, practice: str, theme: Theme) -> None:
        recovery = make_recovery_key()
        card = RecoveryCard(recovery, practice, self._language, theme)
        card.confirmed.connect(partial(self._renew, card, recovery))
        self.dialog.show_recovery(card)

    def _renew(self, card: RecoveryCard, recovery: str) -> None:
        self.dialog.hide_recovery(card)
        told = self._language.say("The new recovery key holds; the one before opens nothing any more.")
        self._do("recovery key", told, lambda vault, key: vault.renew_recovery_key(key, recovery))

    def _do(self, what: str, told: str, act: Callable[[Vault, bytes], object], *, managed: bool = True) -> None:
        vault, now = self._shelf.vault, self._clock()
        self._wait(may_close=False)
        work = partial(_done, vault, act, what, now, managed)
        self._shelf.do(work, partial(self._tell, told), self._refuse)

    def _tell(self, told: str, users: Sequence[User]) -> None:
        if isValid(self.dialog):
            self.dialog.tell(told)
            self._show(users)

    def _refuse(self, error: Exception) -> None:
        if isValid(self.dialog):
            self.dialog.refuse(" ".join(sentences_of(error, self._language)))


def _known(vault: Vault, _store: Store) -> Sequence[User]:
    return vault.users()


def _done(
    vault: Vault, act: Callable[[Vault, bytes], object], what: str, at: datetime, managed: bool, store: Store
) -> Sequence[User]:
    """Do something with the vault, and write it into the journal; whoever may not manage is refused here too.

    Return who unlocks from then on.
    """
    from kneedesk.store.faults import SHUT, Unavailable  # noqa: PLC0415 - with the store

    if store.key is None:
        raise Unavailable(SHUT)
    if managed and not manages(store.user, vault.users()):
        raise PermissionError("users are managed by others")
    act(vault, store.key)
    store.journal.add(Entry(at, store.user, Deed.USERS, what=what))
    return vault.users()
