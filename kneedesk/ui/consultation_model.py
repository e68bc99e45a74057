"""The consultations of the list, newest first: as many rows as there are, of which those near the view are fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from kneedesk.store.summary import Near

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kneedesk.store.summary import Summary

    Index = QModelIndex | QPersistentModelIndex

PORTION: Final = 50
SUMMARY: Final = Qt.ItemDataRole.UserRole
_HELD: Final = 12
"""Portions that are held at once: what was left behind is fetched again."""
_AWAITED: Final = 3
"""Portions that are still worth fetching: who drags the scroll bar sees only where it rests."""
_EDGE: Final = 15
"""Rows from the end of a portion at which the next one is fetched."""


class ConsultationModel(QAbstractListModel):
    """Ask for portions with ``wanted``; take them with ``receive``. The answers may come much later, or in vain."""

    wanted = Signal(str, int, int, object)
    """The text that is searched for, how many, from which on, and ``Near`` which known one."""
    uncounted = Signal(str)
    """The text that more consultations hold than the first portion has."""

    def __init__(self, spoken: Callable[[Summary], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._text = ""
        self._begun = True
        self._count = 0
        self._portions: dict[int, Sequence[Summary]] = {}
        self._awaited: list[int] = []
        self._asked: int | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._ask)

    @property
    def text(self) -> str:
        """Return the text that is searched for."""
        return self._text

    @property
    def begun(self) -> bool:
        """Tell whether the first portion of what is searched for is there."""
        return self._begun

    def search(self, text: str) -> None:
        """Begin anew with the first portion of what holds a text; what is shown stays until it arrives."""
        self._text = text
        self._begun = False
        self._awaited.clear()
        self._asked = None
        self.wanted.emit(text, PORTION, 0, Near())

    def receive(self, text: str, offset: int, rows: Sequence[Summary]) -> bool:
        """Take a portion, where it is still wanted; tell whether the list begins anew with it."""
        number = offset // PORTION
        if text != self._text:
            return False
        if self._begun and number == self._asked:
            self._asked = None
            self._put(number, rows)
            self._ask()
            return False
        if offset == 0:
            self._begin(rows)
        return offset == 0

    def receive_count(self, text: str, count: int) -> None:
        """Take how many there are: from now on every one of them has its row."""
        if text == self._text and self._begun and count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def empty(self) -> None:
        """Forget every row."""
        self._text = ""
        self._awaited.clear()
        self._asked = None
        self._begin(())

    def summary(self, index: Index) -> Summary | None:
        """Return what stands in a row, nothing where it is on its way."""
        if not index.isValid() or index.row() >= self._count:
            return None
        number, place = divmod(index.row(), PORTION)
        rows = self._portions.get(number, ())
        return rows[place] if place < len(rows) else None

    def row_of(self, key: str) -> int:
        """Return the row of a consultation among those that are held, or -1."""
        return next((row for row, summary in self._held() if summary.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row in words, or all of it for who paints it; what is not there yet is asked for."""
        if role not in (SUMMARY, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        summary = self.summary(index)
        if index.isValid():
            self._look_ahead(index.row(), there=summary is not None)
        if summary is None:
            return None
        return summary if role == SUMMARY else self._spoken(summary)

    def headerData(self, _section: int, _way: Qt.Orientation, _role: int = Qt.ItemDataRole.DisplayRole) -> None:
        """Return nothing: a row says itself what it is, and has no number."""

    def _begin(self, rows: Sequence[Summary]) -> None:
        self.beginResetModel()
        self._begun = True
        self._portions = {0: rows}
        self._count = len(rows)
        self.endResetModel()
        if len(rows) == PORTION:
            self.uncounted.emit(self._text)

    def _put(self, number: int, rows: Sequence[Summary]) -> None:
        self._portions[number] = rows
        for far in sorted(self._portions, key=lambda each: abs(each - number))[_HELD:]:
            del self._portions[far]
        first, last = number * PORTION, number * PORTION + len(rows) - 1
        if len(rows) < min(PORTION, self._count - first):  # some were removed since they were counted
            self.beginRemoveRows(QModelIndex(), last + 1, self._count - 1)
            self._count = last + 1
            self.endRemoveRows()
        if rows:
            self.dataChanged.emit(self.index(first), self.index(last))

    def _held(self) -> Iterator[tuple[int, Summary]]:
        for number, rows in self._portions.items():
            yield from enumerate(rows, number * PORTION)

    def _look_ahead(self, row: int, *, there: bool) -> None:
        """Await the portion of a row, or where that is there the one that comes into view next."""
        number, place = divmod(row, PORTION)
        if not there:
            if number in self._awaited:
                self._awaited.remove(number)
            self._awaited = [*self._awaited, number][-_AWAITED:]
        elif place >= PORTION - _EDGE or place < _EDGE:
            beside = number + (1 if place >= PORTION - _EDGE else -1)
            if not 0 <= beside * PORTION < self._count or beside in self._portions or beside in self._awaited:
                return
            self._awaited.insert(0, beside)
        else:
            return
        if self._asked is None and self._begun:
            self._turn.start(0)  # once all that is painted now has been looked at

    def _ask(self) -> None:
        """Ask for what came into view last, near what is known."""
        while self._asked is None and self._begun and self._awaited:
            number = self._awaited.pop()
            if number not in self._portions and number * PORTION < self._count:
                self._asked = number
                self.wanted.emit(self._text, PORTION, number * PORTION, self._nearest(number))

    def _nearest(self, number: int) -> Near:
        """Return what is known nearest to a portion: the end of another one, or of all."""
        known = [Near(), Near(self._count)]
        for other, rows in self._portions.items():
            if rows:
                place = len(rows) - 1 if other < number else 0
                known.append(Near(other * PORTION + place, rows[place]))
        # Backwards SQLite takes twice as long.
        return min(known, key=lambda near: max(number * PORTION - near.place, 2 * (near.place - number * PORTION)))
