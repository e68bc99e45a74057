"""The consultations of the list, fetched in portions as they come into view, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kneedesk.store.summary import Summary

    Index = QModelIndex | QPersistentModelIndex

PORTION: Final = 100
SUMMARY: Final = Qt.ItemDataRole.UserRole


class ConsultationModel(QAbstractListModel):
    """Ask for portions with ``wanted``; take them with ``receive``. The answers may come much later, or in vain."""

    wanted = Signal(str, int, int)
    """The text that is searched for, how many, and from which on."""

    def __init__(self, spoken: Callable[[Summary], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._rows: list[Summary] = []
        self._text = ""
        self._complete = True
        self._waiting = False

    @property
    def text(self) -> str:
        """Return the text that is searched for."""
        return self._text

    def search(self, text: str) -> None:
        """Begin anew with the first portion of what holds a text; what is shown stays until it arrives."""
        self._text = text
        self._waiting = True
        self.wanted.emit(text, PORTION, 0)

    def receive(self, text: str, offset: int, rows: Sequence[Summary]) -> bool:
        """Take a portion; tell whether it was still wanted."""
        if text != self._text or offset not in (0, len(self._rows)):
            return False
        self._waiting = False
        if offset == 0:
            self.beginResetModel()
            self._rows = list(rows)
            self._complete = len(rows) < PORTION
            self.endResetModel()
        else:
            self._complete = len(rows) < PORTION
            if rows:
                self.beginInsertRows(QModelIndex(), offset, offset + len(rows) - 1)
                self._rows.extend(rows)
                self.endInsertRows()
        return True

    def empty(self) -> None:
        """Forget every row."""
        self.beginResetModel()
        self._rows, self._text, self._complete, self._waiting = [], "", True, False
        self.endResetModel()

    def summary(self, index: Index) -> Summary | None:
        """Return what stands in a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """Return the row of a consultation among those that were fetched, or -1."""
        return next((row for row, summary in enumerate(self._rows) if summary.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows were fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row in words, or all of it for who paints it."""
        summary = self.summary(index)
        if summary is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(summary)
        return summary if role == SUMMARY else None

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there may be more, and nothing has been asked for yet."""
        return not parent.isValid() and not self._complete and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next portion."""
        if self.canFetchMore(parent):
            self._waiting = True
            self.wanted.emit(self._text, PORTION, len(self._rows))
