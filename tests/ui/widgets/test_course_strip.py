"""The strip: five periods, one at a time, reached by the arrows."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.aftercare import strip_of
from kneedesk.presentation.content import text_of
from kneedesk.ui.widgets.course_strip import CourseStrip
from kneedesk.ui.widgets.passage_list import Statement
from tests.ui.hosting import host, tab_order, unnamed
from tests.ui.pages.desk import words
from tests.ui.widgets.hands import click, press

START = date(2026, 12, 10)


@pytest.fixture
def strip(qtbot, library, english):
    strip = CourseStrip(library, english)
    strip.heard = []
    strip.explained.connect(strip.heard.append)
    window = host(qtbot, strip, 780, 900)
    qtbot.waitUntil(window.isActiveWindow)
    strip.show_course(Treatment.STEM_CELL, START)
    return strip


@pytest.mark.parametrize("treatment", Treatment)
def test_each_period_shows_all_that_is_said_of_it_and_nothing_else(qtbot, strip, library, english, treatment):
    strip.show_course(treatment, START)
    for segment, stretch in zip(strip.periods.segments, strip_of(treatment, START, library, english), strict=True):
        if not segment.isChecked():
            click(qtbot, segment)
        said = [each.text() for each in strip.findChildren(Statement) if each.isVisible()]
        assert sorted(said) == sorted(text_of(line) for _, lines in stretch.parts for line in lines)
        assert f"{stretch.name} · {stretch.days}" in words(strip)


def test_the_arrows_go_through_the_periods(strip, qtbot):
    strip.periods.setFocus()
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert strip.periods.value() == "weeks_2_6"
    assert QApplication.focusWidget() is strip.periods.segments[2]
    assert "Weeks 2 to 6 · 17 December 2026 to 21 January 2027" in words(strip)
    assert strip.heard == []  # nobody asked what anything rests on


def test_all_that_is_said_of_a_period_is_one_stop_with_arrows_through_it(strip, qtbot):
    stops = [each for each in tab_order(strip.window()) if isinstance(each, Statement)]
    assert len(stops) == 1
    said = [each for each in strip.findChildren(Statement) if each.isVisible()]
    stops[0].setFocus()
    for _ in said[1:]:
        press(qtbot, Qt.Key.Key_Down)
    assert {id(line) for line in strip.heard} == {id(each.line) for each in said}


def test_the_period_stays_where_another_course_is_shown(strip, qtbot):
    click(qtbot, strip.periods.segments[3])
    strip.show_course(Treatment.PRP, None)
    assert strip.periods.value() == "month_3"
    assert "Month 3" in words(strip).split("\n")


def test_a_statement_says_what_it_rests_on(strip, qtbot):
    statement = next(each for each in strip.findChildren(Statement) if each.isVisible())
    click(qtbot, statement)
    assert strip.heard == [statement.line]


def test_without_a_course_there_is_no_strip(strip):
    strip.show_course(None, None)
    assert not strip.isVisible()
    strip.show_course(Treatment.PRP, None)
    assert strip.isVisible()


def test_everything_has_a_name(strip):
    assert unnamed(strip) == []
