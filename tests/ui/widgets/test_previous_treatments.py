"""What this knee has had, row by row."""

from datetime import date

from PySide6.QtCore import Qt

from kneedesk.domain.treatment import PreviousKind, PreviousTreatment, Response
from tests.ui.widgets.hands import click, enter, press, press_in

EXERCISE = PreviousTreatment(treatment=PreviousKind.EXERCISE_THERAPY)


def pick(picker, value):
    picker.choose(value)
    picker.activated.emit(picker.currentIndex())


def test_a_kind_becomes_a_row_with_response_and_day(qtbot, build):
    heard = build("history.previous_treatments")
    pick(heard.field.picker, PreviousKind.EXERCISE_THERAPY)
    row = heard.field.rows[0]
    pick(row.response, Response.PARTIAL)
    enter(qtbot, row.day.line, "14 jan 2026")
    assert heard.values == [
        (EXERCISE,),
        (PreviousTreatment(treatment=PreviousKind.EXERCISE_THERAPY, response=Response.PARTIAL),),
        (
            PreviousTreatment(
                treatment=PreviousKind.EXERCISE_THERAPY, response=Response.PARTIAL, date=date(2026, 1, 14)
            ),
        ),
    ]


def test_by_keyboard_alone(qtbot, build):
    heard = build("history.previous_treatments")
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert heard.values == []
    press_in(qtbot, heard.field.picker, Qt.Key.Key_Down, Qt.Key.Key_Return)
    row = heard.field.rows[0]
    assert row.response.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    press_in(qtbot, row.response, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Tab)
    assert row.day.line.hasFocus()
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert heard.values == [
        (EXERCISE,),
        (PreviousTreatment(treatment=PreviousKind.EXERCISE_THERAPY, response=Response.PARTIAL),),
        None,
    ]
    assert heard.field.picker.hasFocus()


def test_a_row_is_removed_and_the_others_stay(qtbot, build):
    heard = build("history.previous_treatments")
    other = PreviousTreatment(treatment=PreviousKind.PRP, response=Response.GOOD)
    heard.field.show_value((EXERCISE, other))
    click(qtbot, heard.field.rows[0].remove)
    assert heard.values == [(other,)]


def test_a_day_that_cannot_be_taken_is_said_under_the_rows(qtbot, build):
    heard = build("history.previous_treatments")
    heard.field.show_value((EXERCISE,))
    enter(qtbot, heard.field.rows[0].day.line, "01/02/2026")
    assert "may be" in heard.field.fault()
    assert heard.values == []


def test_none_is_said(qtbot, build):
    heard = build("history.previous_treatments")
    click(qtbot, heard.field.none)
    assert heard.values == [()]


def test_every_control_of_a_row_says_of_which_treatment(build):
    heard = build("history.previous_treatments")
    heard.field.show_value((EXERCISE,))
    row = heard.field.rows[0]
    for control in (row.response, row.day.line, row.remove):
        assert "Exercise therapy" in control.accessibleName()
