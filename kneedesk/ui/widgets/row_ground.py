"""The ground of a row in a list: pale under the pointer, tinted with a bar at its left where it is chosen."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kneedesk.ui.theme import Theme

_BAR = 4


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint the ground of a row in the colours of a theme, beneath its words."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.colour("accent_soft" if chosen else "surface"))
    if chosen:
        painter.fillRect(QRect(option.rect.topLeft(), QSize(_BAR, option.rect.height())), theme.colour("accent"))
