"""The history of the open consultation: asked for from the desk, read away from the window and shown in a dialog."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from kneedesk.presentation.history import KINDS, Row, Told, rows_of
from kneedesk.store.chain import Deed
from kneedesk.ui.failure import sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, tzinfo

    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.store.changes import Done, History
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.dialogs.history import HistoryDialog
    from kneedesk.ui.shelf import Shelf
    from kneedesk.ui.theme import Theme

PORTION: Final = 100
"""Entries that are read at once."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for: by one person, of one kind; by everybody and of every kind where these are empty."""

    who: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """From where on it is read: before an entry, the line before being of a day; from the newest where both are not."""

    before: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Portion:
    """Some lines, and from where the next ones are read; nothing where these were the last."""

    rows: Sequence[Row]
    next: Place | None


class Recalling(QObject):
    """Answers the wish to see what was done, by whom and when."""

    def __init__(
        self, desk: Desk, shelf: Shelf, library: Library, language: Language, theme: Theme, zone: Callable[[], datetime]
    ) -> None:
        """Take whose clock tells the zone of who reads."""
        super().__init__(desk)
        self._desk, self._shelf, self._zone = desk, shelf, zone
        self._library, self._language, self._theme = library, language, theme
        desk.banner.history_asked.connect(self.ask)

    def ask(self) -> None:
        """Show what was done to the open consultation; what is being typed is part of it."""
        from kneedesk.ui.dialogs.history import HistoryDialog  # noqa: PLC0415 - where it is asked for

        self._desk.commit()
        session = self._desk.session
        if session is None:
            return
        dialog = HistoryDialog(self._language, self._theme, self._desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(partial(self._read, dialog, session.key))
        key = session.key
        fail = partial(_fail, dialog, self)
        self._shelf.do(lambda store: store.history.people(key), partial(_show, dialog), fail, written=True)
        dialog.search()
        dialog.open()

    def _read(self, dialog: HistoryDialog, key: str, wish: Wish, place: Place) -> None:
        work = partial(recall, key, wish, place, self._zone().tzinfo, self._library, self._language)

        def take(portion: Portion) -> None:
            if isValid(dialog):
                dialog.receive(wish, place, portion)

        self._shelf.do(lambda store: work(store.history), take, partial(_fail, dialog, self), written=True)

    def say(self, error: Exception) -> Sequence[str]:
        """Return why it cannot be read."""
        return sentences_of(error, self._language)


def _show(dialog: HistoryDialog, people: Sequence[tuple[str, str]]) -> None:
    if isValid(dialog):
        dialog.offer_people(people)


def _fail(dialog: HistoryDialog, recalling: Recalling, error: Exception) -> None:
    if isValid(dialog):
        dialog.refuse(recalling.say(error))


def recall(
    key: str, wish: Wish, place: Place, zone: tzinfo | None, library: Library, language: Language, history: History
) -> Portion:
    """Return the lines of some entries; done away from the window."""
    kinds = KINDS[wish.kind][1] if wish.kind else ()
    return portion_of(
        history, key, wish.who, kinds, place, zone, lambda told: rows_of(told, place.day, library, language)
    )


def portion_of(
    history: History,
    key: str,
    who: str,
    kinds: Sequence[str],
    place: Place,
    zone: tzinfo | None,
    rows_of: Callable[[Iterator[Told]], Iterable[Row]],
) -> Portion:
    """Return the lines of some entries, made by ``rows_of``; done away from the window."""
    done = history.page(key, PORTION, place.before, who, tuple(map(Deed, kinds)))
    rows = tuple(rows_of(_told(each, zone) for each in done))
    if len(done) < PORTION:
        return Portion(rows, None)
    return Portion(rows, Place(done[-1].link.number, _at(done[-1], zone).date()))


def _told(done: Done, zone: tzinfo | None) -> Told:
    link = done.link
    began = link.deed == Deed.CHANGE and not link.before
    return Told(link.number, _at(done, zone), link.name, link.deed, link.what, done.changes, began)


def _at(done: Done, zone: tzinfo | None) -> datetime:
    return datetime.fromisoformat(done.link.at).astimezone(zone)
