"""A list to choose from, of which each row has a name and a line about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.row_ground import paint_ground

_LINE = Qt.ItemDataRole.UserRole
_SIDE = 14


@dataclass(frozen=True, slots=True)
class Line:
    """What a row stands for, its name, and what is said of it."""

    what: Any
    name: str
    said: str


class LinedList(QListWidget):
    """One row is the current one; names are shown exactly as they are."""

    def __init__(self, name: str, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(LineRow(theme, self))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows; the one that was current stays so where it is there still, else the first is."""
        before = self.chosen()
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.name, self)
            item.setData(_LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.name}, {line.said}")
        self.blockSignals(False)
        place = next((place for place, line in enumerate(lines) if line.what == before), 0)
        if lines:
            self.setCurrentRow(place)

    def chosen(self) -> Any:
        """Return what the current row stands for, nothing where there is none."""
        item = self.currentItem()
        return item.data(_LINE).what if item is not None else None


class LineRow(QStyledItemDelegate):
    """Paint a row of fixed height: the name, and under it what is said of it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return one height for every row."""
        return QSize(240, 2 * QFontMetrics(option.font).height() + scaled(18))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground, the ring of the focus and both lines."""
        line = index.data(_LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self._theme)
        strong, small = QFont(option.font), QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(scaled(13))
        room = option.rect.adjusted(_SIDE, scaled(7), -_SIDE, 0)
        top = room.top()
        for font, role, text in ((strong, "ink", line.name), (small, "quiet", line.said)):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.left(), top + metrics.ascent(), cut)
            top += metrics.height() + scaled(2)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(room.left(), option.rect.bottom(), room.right(), option.rect.bottom())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 6, 6)
        painter.restore()
