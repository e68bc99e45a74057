"""A row shows by its ground whether it is pointed at or chosen."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kneedesk.ui.widgets.row_ground import paint_ground

_OVER, _CHOSEN = QStyle.StateFlag.State_MouseOver, QStyle.StateFlag.State_Selected


@pytest.mark.parametrize(
    ("state", "bar", "ground"),
    [
        (QStyle.StateFlag.State_None, None, None),
        (_OVER, "surface", "surface"),
        (_CHOSEN, "accent", "accent_soft"),
        (_CHOSEN | _OVER, "accent", "accent_soft"),
    ],
)
def test_what_is_chosen_stands_out_most(theme, state, bar, ground):
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    option = QStyleOptionViewItem()
    option.rect, option.state = QRect(0, 0, 40, 20), state
    painter = QPainter(image)
    paint_ground(painter, option, theme)
    painter.end()
    for x, role in ((1, bar), (20, ground)):
        drawn = image.pixelColor(x, 10)
        assert drawn.alpha() == 0 if role is None else drawn == theme.colour(role)
