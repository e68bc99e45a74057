"""The journal of the practice: what was done besides the consultations, read away from the window, in a dialog."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from kneedesk.presentation.practice_journal import KINDS, practice_rows
from kneedesk.ui.background import while_there
from kneedesk.ui.dialogs.history import HistoryDialog
from kneedesk.ui.failure import sentences_of
from kneedesk.ui.recalling import Place, Portion, Wish, portion_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime, tzinfo

    from PySide6.QtWidgets import QWidget

    from kneedesk.language import Language
    from kneedesk.store.store import Store
    from kneedesk.store.vault import Vault
    from kneedesk.ui.shelf import Shelf
    from kneedesk.ui.theme import Theme

    People = Sequence[tuple[str, str]]


class Overseeing(QObject):
    """It opens the dialog and answers it, for as long as it is open."""

    def __init__(
        self, window: QWidget, shelf: Shelf, language: Language, theme: Theme, zone: Callable[[], datetime]
    ) -> None:
        """Take whose clock tells the zone of who reads."""
        super().__init__(window)
        self._shelf, self._language, self._zone = shelf, language, zone
        self._names: Mapping[str, str] = {}
        self.dialog = HistoryDialog(language, theme, window, title=language.say("Journal of the practice"), kinds=KINDS)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.destroyed.connect(self.deleteLater)
        self.dialog.wanted.connect(self._read)
        shelf.do(partial(_people, shelf.vault), while_there(self.dialog, self._begin), self._fail())
        self.dialog.open()

    def _begin(self, people: tuple[People, Mapping[str, str]]) -> None:
        """Show who did something, and the newest entries."""
        who, self._names = people
        self.dialog.offer_people(who)
        self.dialog.search()

    def _read(self, wish: Wish, place: Place) -> None:
        work = partial(_recalled, wish, place, self._zone().tzinfo, self._names, self._language)
        take = while_there(self.dialog, partial(self.dialog.receive, wish, place))
        self._shelf.do(work, take, self._fail())

    def _fail(self) -> Callable[[Exception], None]:
        return while_there(self.dialog, lambda error: self.dialog.refuse(sentences_of(error, self._language)))


# Done away from the window.


def _people(vault: Vault, store: Store) -> tuple[People, Mapping[str, str]]:
    """Return who stands in the journal, and the names of all users, also of those who did nothing yet."""
    who = store.history.people("")
    return who, {user.id: user.name for user in vault.users()} | dict(who)


def _recalled(
    wish: Wish, place: Place, zone: tzinfo | None, names: Mapping[str, str], language: Language, store: Store
) -> Portion:
    kinds = KINDS[wish.kind][1] if wish.kind else ()
    return portion_of(
        store.history, "", wish.who, kinds, place, zone, lambda told: practice_rows(told, place.day, names, language)
    )
