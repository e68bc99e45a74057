"""An area that keeps in sight what was brought there."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from kneedesk.ui.widgets.scrolling import ScrollColumn
from tests.ui.hosting import host


@pytest.fixture
def area(qtbot):
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(40):
        column.addWidget(QPushButton(str(number)))
    area = ScrollColumn(content, "Numbers")
    host(qtbot, area, 200, 300)
    return area


def button(area, number: int) -> QPushButton:
    return area.widget().findChildren(QPushButton)[number]


def test_what_is_brought_stays_in_sight_when_the_page_grows(area):
    area.bring(button(area, 30))
    assert not button(area, 30).visibleRegion().isEmpty()
    tall = QWidget()
    tall.setFixedHeight(2000)
    area.widget().layout().insertWidget(0, tall)
    QApplication.processEvents()
    assert not button(area, 30).visibleRegion().isEmpty()


def test_who_scrolls_is_left_alone(area):
    area.bring(button(area, 30))
    at = QPointF(50, 50)
    turn = QWheelEvent(
        at,
        area.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 1200),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area.viewport(), turn)
    place = area.verticalScrollBar().value()
    tall = QWidget()
    tall.setFixedHeight(2000)
    area.widget().layout().addWidget(tall)
    QApplication.processEvents()
    assert area.verticalScrollBar().value() == place


def test_a_section_goes_to_the_top(area):
    area.bring_to_top(button(area, 10))
    assert button(area, 10).mapTo(area, QPoint()).y() == 0


def test_tab_passes_over_the_area(area):
    assert area.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert area.accessibleName() == "Numbers"


def test_nothing_moves_under_a_button_that_is_held(area):
    window, place = area.window().windowHandle(), QPoint(50, 50)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    area.bring(button(area, 30))
    assert area.verticalScrollBar().value() == 0
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    area.bring(button(area, 30))
    assert not button(area, 30).visibleRegion().isEmpty()


def insert(area, place: int, widget: QWidget, qtbot) -> None:
    before = area.verticalScrollBar().maximum()
    area.widget().layout().insertWidget(place, widget)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > before)


def test_what_is_in_sight_once_the_page_is_laid_out_scrolls_nothing(area, qtbot):
    tall = QWidget()
    tall.setFixedHeight(2000)
    insert(area, 0, tall, qtbot)
    area.bring(button(area, 2))
    assert area.verticalScrollBar().value() > 0
    tall.setFixedHeight(20)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() == 0)


def test_of_what_is_higher_than_the_window_the_beginning_is_shown_and_the_focus_never_hidden(area, qtbot):
    tall = QWidget()
    column = QVBoxLayout(tall)
    lines = [QPushButton(f"line {number}") for number in range(30)]
    for line in lines:
        column.addWidget(line)
    insert(area, 5, tall, qtbot)
    area.window().activateWindow()
    qtbot.waitUntil(area.window().isActiveWindow)
    area.bring(tall)
    assert not lines[0].visibleRegion().isEmpty()
    assert lines[-1].visibleRegion().isEmpty()
    lines[-1].setFocus()
    area.bring(tall)
    assert not lines[-1].visibleRegion().isEmpty()
