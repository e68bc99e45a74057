"""Ticks side by side: one stop of Tab, arrows lead around, a click moves the stop."""

import pytest
from PySide6.QtCore import Qt

from kneedesk.ui.widgets.many import Tick
from kneedesk.ui.widgets.tick_row import TickRow
from tests.ui.hosting import host


@pytest.fixture
def ticks(qtbot):
    ticks = [Tick(word, word) for word in ("one", "two", "three")]
    host(qtbot, TickRow("numbers", ticks))
    return ticks


def stops(ticks) -> list[str]:
    return [tick.text() for tick in ticks if tick.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_arrows_lead_around_and_the_stop_goes_with_them(ticks, qtbot):
    ticks[0].setFocus()
    assert stops(ticks) == ["one"]
    for key, reached in ((Qt.Key.Key_Left, "three"), (Qt.Key.Key_Right, "one"), (Qt.Key.Key_Down, "two")):
        qtbot.keyClick(ticks[0].window().focusWidget(), key)
        assert ticks[0].window().focusWidget().text() == reached
        assert stops(ticks) == [reached]


def test_space_ticks_and_an_arrow_does_not(ticks, qtbot):
    ticks[0].setFocus()
    qtbot.keyClick(ticks[0], Qt.Key.Key_Right)
    qtbot.keyClick(ticks[1], Qt.Key.Key_Space)
    assert [tick.isChecked() for tick in ticks] == [False, True, False]


def test_a_click_moves_the_stop(ticks, qtbot):
    qtbot.mouseClick(ticks[2], Qt.MouseButton.LeftButton)
    assert stops(ticks) == ["three"]
