"""The lines of a history, fetched in portions as they come into view, newest first."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from kneedesk.presentation.history import Row
from kneedesk.ui.recalling import Place, Portion
from kneedesk.ui.widgets.elided_label import one_line

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole


class HistoryModel(QAbstractListModel):
    """Ask for portions with ``wanted``; take them with ``receive``."""

    wanted = Signal(object)
    """From which place on."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._next: Place | None = None
        self._waiting = False

    def begin(self) -> None:
        """Begin anew; what is shown stays until the first portion arrives."""
        self._waiting = True
        self.wanted.emit(Place())

    def receive(self, place: Place, portion: Portion) -> None:
        """Take the portion of a place; the first one takes the place of all that is shown."""
        self._waiting, self._next = False, portion.next
        if place == Place():
            self.beginResetModel()
            self._rows = [*portion.rows]
            self.endResetModel()
        elif portion.rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(portion.rows) - 1)
            self._rows.extend(portion.rows)
            self.endInsertRows()

    @property
    def rows(self) -> Sequence[Row]:
        """Return the lines that were fetched."""
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines were fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line in words, or all of it for who paints it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return one_line(row.spoken)
        return row if role == ROW else None

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there is more, and it has not been asked for yet."""
        return not parent.isValid() and self._next is not None and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next portion."""
        if self.canFetchMore(parent):
            self._waiting = True
            self.wanted.emit(self._next)
