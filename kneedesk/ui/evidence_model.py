"""The records of a shelf that hold what is searched for, as rows of a list, and how a row is painted."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kneedesk.presentation.register import Record
from kneedesk.ui.theme import Theme, scaled

HEIGHT = 76
_SIDE = 14
_RECORD = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class EvidenceModel(QAbstractListModel):
    """Rows of records."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: tuple[Record, ...] = ()

    def hold(self, records: tuple[Record, ...]) -> None:
        """Show these records."""
        self.beginResetModel()
        self._records = records
        self.endResetModel()

    def record(self, index: Index) -> Record | None:
        """Return the record of a row."""
        return self._records[index.row()] if index.isValid() and index.row() < len(self._records) else None

    def row_of(self, name: str) -> int:
        """Return the row of a record by its id, or -1."""
        return next((row for row, record in enumerate(self._records) if record.id == name), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many records are shown."""
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row in words, or all of it for who paints it."""
        record = self.record(index)
        if record is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{record.title}. {record.note}" if record.note else record.title
        return record if role == _RECORD else None


class EvidenceRow(QStyledItemDelegate):
    """Paint a record on two lines of title and one of what it is."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the same height for every row."""
        return QSize(240, scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, the title and the note."""
        record = index.data(_RECORD)
        if record is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        small = QFont(option.font)
        small.setPixelSize(scaled(12))
        room = option.rect.adjusted(_SIDE, 8, -_SIDE, -7)
        note = QFontMetrics(small).height()
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(option.font)
        two = QRect(room.left(), room.top(), room.width(), room.height() - note - 2)
        painter.drawText(two, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, _on_two_lines(record.title, option))
        painter.setPen(self._theme.colour("quiet"))
        painter.setFont(small)
        cut = QFontMetrics(small).elidedText(record.note, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, cut)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._theme.colour("accent_soft" if selected else "surface"))
        if selected:
            painter.fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height())), self._theme.colour("accent"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(option.rect.left() + _SIDE, option.rect.bottom(), option.rect.right(), option.rect.bottom())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 6, 6)


def _on_two_lines(text: str, option: QStyleOptionViewItem) -> str:
    """Return a text cut with an ellipsis where it would need a third line."""
    metrics = QFontMetrics(option.font)
    width = option.rect.width() - 2 * _SIDE
    words, first = text.split(), 0
    while first < len(words) and metrics.horizontalAdvance(" ".join(words[: first + 1])) <= width:
        first += 1
    rest = metrics.elidedText(" ".join(words[first:]), Qt.TextElideMode.ElideRight, width)
    return "\n".join(part for part in (" ".join(words[:first]), rest) if part)
