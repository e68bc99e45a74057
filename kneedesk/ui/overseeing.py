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


class Overseeing(QObject):
    """It opens the dialog and answers it, for as long as it is open."""

    def __init__(
        self, window: QWidget, shelf: Shelf, language: Language, theme: Theme, zone: Callable[[], datetime]
    ) -> None:
        """Take whose clock tells the zone of who reads."""
        super().__init__(window)
        self._shelf, self._language, self._zone = shelf, language, zone
        self._names: dict[str, str] = {}
        self.dialog = HistoryDialog(language, theme, window, title=language.say("Journal of the practice"), kinds=KINDS)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.destroyed.connect(self.deleteLater)
        self.dialog.wanted.connect(self._read)
        self.dialog.search()
        self._shelf.do(
            lambda store: store.history.people(""), while_there(self.dialog, self._show_people), self._fail()
        )
        self.dialog.open()

    def _show_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer who did something; they come after the newest entries, for all of the journal is looked through."""
        self.dialog.offer_people(people)
        gone = [who for who, _ in people if who not in self._names]
        self._names.update(people)
        if gone:  # who is no user any more may stand among those who were added or removed
            self.dialog.search()

    def _read(self, wish: Wish, place: Place) -> None:
        work = partial(
            _recalled, wish, place, self._zone().tzinfo, dict(self._names), self._shelf.vault, self._language
        )
        self._shelf.do(work, while_there(self.dialog, partial(self._show, wish, place)), self._fail())

    def _show(self, wish: Wish, place: Place, read: tuple[Portion, Mapping[str, str]]) -> None:
        portion, names = read
        self._names.update(names)
        self.dialog.receive(wish, place, portion)

    def _fail(self) -> Callable[[Exception], None]:
        return while_there(self.dialog, lambda error: self.dialog.refuse(sentences_of(error, self._language)))


# Done away from the window.


def _recalled(
    wish: Wish,
    place: Place,
    zone: tzinfo | None,
    names: Mapping[str, str],
    vault: Vault,
    language: Language,
    store: Store,
) -> tuple[Portion, Mapping[str, str]]:
    """Return the lines of some entries, and the names of users by their ids."""
    known = names or {user.id: user.name for user in vault.users()}
    kinds = KINDS[wish.kind][1] if wish.kind else ()
    portion = portion_of(
        store.history, "", wish.who, kinds, place, zone, lambda told: practice_rows(told, place.day, known, language)
    )
    return portion, known
