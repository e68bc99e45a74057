"""A calendar shows a month in words, gives one day and goes away."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kneedesk.ui.widgets.buttons import IconOnlyButton
from kneedesk.ui.widgets.calendar import Calendar
from tests.ui.hosting import host
from tests.ui.widgets.hands import click


@pytest.fixture
def calendar(qtbot, english, theme):
    below = QWidget()
    host(qtbot, below, 300, 300)
    made = Calendar(date(2026, 11, 18), english, below)
    made.open_below(below.mapToGlobal(below.rect().center()))
    yield made
    if isValid(made):  # it goes away by itself once a day is taken
        made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def button(calendar, name):
    return next(each for each in calendar.findChildren(IconOnlyButton) if each.accessibleName() == name)


def test_the_month_is_a_word_and_turns_by_month_and_year(qtbot, calendar):
    assert calendar.title.text() == "November 2026"
    click(qtbot, button(calendar, "Previous month"))
    assert calendar.title.text() == "October 2026"
    for _ in range(2):
        click(qtbot, button(calendar, "Previous year"))
    assert calendar.title.text() == "October 2024"
    click(qtbot, button(calendar, "Next month"))
    click(qtbot, button(calendar, "Next year"))
    assert calendar.title.text() == "November 2025"


def test_a_day_is_taken_by_key(qtbot, calendar):
    taken = []
    calendar.picked.connect(taken.append)
    qtbot.keyClick(calendar.month.focusProxy() or calendar.month, Qt.Key.Key_Right)
    assert calendar.month.selectedDate() == QDate(2026, 11, 19)
    calendar.month.activated.emit(calendar.month.selectedDate())
    assert taken == [date(2026, 11, 19)]
    assert not calendar.isVisible()


def test_escape_takes_no_day(qtbot, calendar):
    with qtbot.assertNotEmitted(calendar.picked):
        qtbot.keyClick(calendar.month, Qt.Key.Key_Escape)
    assert not isValid(calendar) or calendar.isHidden()


def test_no_day_of_the_week_is_red(calendar, theme):
    colours = {calendar.month.weekdayTextFormat(day).foreground().color().name() for day in Qt.DayOfWeek}
    assert colours == {theme.colour("ink").name()}
    assert QColor("red").name() not in colours


def test_it_stays_on_the_screen(calendar):
    room = calendar.screen().availableGeometry()
    calendar.open_below(room.bottomRight())
    assert room.contains(calendar.geometry())
