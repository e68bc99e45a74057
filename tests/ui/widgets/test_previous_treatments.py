"""What this knee has had, row by row."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kneedesk.domain.treatment import PreviousKind, PreviousTreatment, Response
from tests.ui.widgets.hands import click, enter, pick, press, press_in

EXERCISE = PreviousTreatment(treatment=PreviousKind.EXERCISE_THERAPY)


def test_how_much_it_helped_is_one_press_and_the_day_is_typed(qtbot, build):
    heard = build("history.previous_treatments")
    click(qtbot, heard.field.table.offer((PreviousKind.EXERCISE_THERAPY, Response.PARTIAL)))
    row = heard.field.rows[0]
    assert row.day.line.hasFocus()
    enter(qtbot, row.day.line, "14 jan 2026")
    helped = PreviousTreatment(treatment=PreviousKind.EXERCISE_THERAPY, response=Response.PARTIAL)
    assert heard.values == [(helped,), (PreviousTreatment.model_validate({**dict(helped), "date": date(2026, 1, 14)}),)]


def test_a_name_alone_adds_a_treatment_of_unknown_response_which_is_picked_later(qtbot, build):
    heard = build("history.previous_treatments")
    click(qtbot, heard.field.table.offer((PreviousKind.EXERCISE_THERAPY, None)))
    row = heard.field.rows[0]
    assert row.response.hasFocus()
    pick(row.response, Response.PARTIAL)
    helped = PreviousTreatment(treatment=PreviousKind.EXERCISE_THERAPY, response=Response.PARTIAL)
    assert heard.values == [(EXERCISE,), (helped,)]


def test_what_was_done_twice_is_two_rows(qtbot, build):
    heard = build("history.previous_treatments")
    for response in (Response.GOOD, Response.NONE):
        click(qtbot, heard.field.table.offer((PreviousKind.CORTICOSTEROID, response)))
    assert [entry.response for entry in heard.values[-1]] == [Response.GOOD, Response.NONE]


def test_a_row_comes_below_the_table_which_stays_under_the_pointer(qtbot, build):
    heard = build("history.previous_treatments")
    click(qtbot, heard.field.table.offer((PreviousKind.PRP, Response.GOOD)))
    QApplication.processEvents()
    assert heard.field.rows[0].y() >= heard.field.table.geometry().bottom()


def test_by_keyboard_alone(qtbot, build):
    heard = build("history.previous_treatments")
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert heard.values == []
    press(qtbot, Qt.Key.Key_Space)
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
    assert heard.field.table.focusProxy().hasFocus()


def test_n_in_the_table_leaves_the_question(qtbot, build):
    heard = build("history.previous_treatments")
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_N)
    assert heard.left_out == 1


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
