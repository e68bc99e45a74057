"""A day is typed or taken from a calendar, and shown with its month as a word."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from kneedesk.bundle import resources
from kneedesk.language import language
from kneedesk.ui.widgets.calendar import Calendar
from kneedesk.ui.widgets.day import DayEdit
from tests.ui.hosting import host
from tests.ui.widgets.hands import click, enter, press


def calendar():
    return next((each for each in QApplication.topLevelWidgets() if isinstance(each, Calendar)), None)


def test_a_typed_day_is_shown_with_its_month_as_a_word(qtbot, build):
    heard = build("imaging.date")
    enter(qtbot, heard.field.edit.line, "2026-10-02")
    assert heard.values == [date(2026, 10, 2)]
    assert heard.field.edit.line.text() == "2 October 2026"


def test_the_longest_day_is_read_in_full_where_room_is_scarce(qtbot, theme):
    edit = DayEdit("imaging.date", "Fecha", language("es", resources() / "translations"))
    host(qtbot, edit)
    edit.resize(edit.sizeHint())
    edit.write(date(2026, 9, 30))
    edit.line.home(False)
    end = edit.line.cursorPositionAt(QPoint(edit.button.x(), edit.line.height() // 2))
    assert end == len(edit.line.text()) == len("30 de septiembre de 2026")


def test_a_day_that_may_be_two_is_a_fault(qtbot, build):
    heard = build("imaging.date")
    enter(qtbot, heard.field.edit.line, "03/04/2026")
    assert "3 April 2026 or 4 March 2026" in heard.field.fault()
    assert heard.values == []
    enter(qtbot, heard.field.edit.line, "3 apr 2026")
    assert heard.values == [date(2026, 4, 3)]
    assert not heard.field.fault()


def test_emptied_is_not_recorded_and_n_leaves_out(qtbot, build):
    heard = build("imaging.date")
    heard.field.show_value(date(2026, 10, 2))
    enter(qtbot, heard.field.edit.line, "")
    assert heard.values == [None]
    press(qtbot, Qt.Key.Key_N)
    assert heard.left_out == 1


def test_the_calendar_opens_at_the_day_of_the_consultation_and_gives_a_day(qtbot, build):
    heard = build("imaging.date")
    heard.field.look_around(date(2026, 11, 18))
    click(qtbot, heard.field.edit.button)
    opened = calendar()
    assert opened.month.selectedDate() == QDate(2026, 11, 18)
    opened.month.clicked.emit(QDate(2026, 11, 3))
    assert heard.values == [date(2026, 11, 3)]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert calendar() is None


def test_the_calendar_opens_by_key_and_escape_closes_it(qtbot, build):
    heard = build("imaging.date")
    heard.field.show_value(date(2026, 10, 2))
    heard.field.setFocus()
    qtbot.keyClick(heard.field.edit.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    opened = calendar()
    assert opened.month.selectedDate() == QDate(2026, 10, 2)
    qtbot.keyClick(opened.month, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert calendar() is None
    assert heard.values == []


def test_a_planned_operation_is_none_or_a_day(qtbot, build):
    heard = build("history.knee_replacement_planned")
    click(qtbot, heard.field.row.segments[0])
    enter(qtbot, heard.field.edit.line, "18 jan 2027")
    assert heard.field.row.value() is None
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert heard.values == [False, date(2027, 1, 18), False]
    assert heard.field.edit.line.text() == ""


def test_a_planned_operation_is_left_out_by_key(qtbot, build):
    heard = build("history.knee_replacement_planned")
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_N)
    assert heard.left_out == 1
