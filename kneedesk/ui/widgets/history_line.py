"""Paint one line of a history: a day, who did what on it, or what a finding was and is."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kneedesk.presentation.history import Row
from kneedesk.ui.history_model import ROW
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.elided_label import one_line

_SIDE = 14
_INDENT = 22
_GAP = 12
_NAMES = 0.36  # of the width, for the names of findings


class HistoryLine(QStyledItemDelegate):
    """All lines are of one height, so that five thousand are laid out as fast as five."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return one height for every line."""
        return QSize(240, QFontMetrics(option.font).height() + scaled(11))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground, the line, and the ring of the focus."""
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or row.kind == "day":
            painter.fillRect(option.rect, self._theme.colour("accent_soft" if chosen else "surface"))
        if chosen:
            painter.fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height())), self._theme.colour("accent"))
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        if row.kind == "change":
            names = QRect(room.left() + scaled(_INDENT), room.top(), int(room.width() * _NAMES), room.height())
            self._write(painter, names, row.words, option.font, "quiet")
            room.setLeft(names.right() + _GAP)
            self._write(painter, room, row.beside, option.font, "ink")
        else:
            used = self._write(painter, room, row.words, strong, "ink" if row.kind == "deed" else "accent")
            room.setLeft(room.left() + used + _GAP)
            self._write(painter, room, row.beside, option.font, "quiet")
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 6, 6)
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, text: str, font: QFont, role: str) -> int:
        """Write on one line what there is room for; return how wide it is."""
        metrics = QFontMetrics(font)
        cut = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
        return metrics.horizontalAdvance(cut)
