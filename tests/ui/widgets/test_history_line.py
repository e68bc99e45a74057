"""Each kind of line is painted inside its height, also what is far too long."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kneedesk.presentation.history import Row
from kneedesk.ui.history_model import HistoryModel
from kneedesk.ui.recalling import Place, Portion
from kneedesk.ui.widgets.history_line import HistoryLine

LONG = "every Sunday to the lake " * 40
ROWS = (Row("day", "18 November 2026"), Row("deed", "Recorded", "Dr. Ana Núñez, 14:02 UTC"), Row("change", LONG, LONG))


@pytest.mark.parametrize("state", [QStyle.StateFlag.State_None, QStyle.StateFlag.State_Selected])
@pytest.mark.parametrize("place", range(len(ROWS)))
def test_a_line_is_painted_inside_its_height(qtbot, theme, place, state):
    model = HistoryModel()
    model.receive(Place(), Portion(ROWS, None))
    line, option = HistoryLine(theme), QStyleOptionViewItem()
    height = line.sizeHint(option, model.index(place)).height()
    option.rect = QRect(0, 0, 600, height)
    option.state = state | QStyle.StateFlag.State_HasFocus
    picture = QPixmap(600, 2 * height)
    picture.fill("white")
    painter = QPainter(picture)
    line.paint(painter, option, model.index(place))
    painter.end()
    image = picture.toImage()
    assert {image.pixelColor(x, y).name() for x in range(0, 600, 3) for y in range(height, 2 * height)} == {"#ffffff"}
    assert len({image.pixelColor(x, height // 2).name() for x in range(600)}) > 2
    assert line.sizeHint(option, model.index(0)) == line.sizeHint(option, model.index(2))
