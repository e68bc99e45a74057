"""A number is typed with point or comma and stays within its bounds."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.widgets.hands import enter, press


def test_a_number_is_taken_on_enter_and_on_leaving(qtbot, build):
    heard = build("examination.flexion_degrees")
    enter(qtbot, heard.field.edit, "118,5")
    heard.field.edit.selectAll()
    qtbot.keyClicks(heard.field.edit, "120")
    heard.field.edit.clearFocus()
    assert heard.values == [118.5, 120.0]
    assert {type(value) for value in heard.values} == {float}


def test_a_whole_number_is_whole(qtbot, build):
    heard = build("proposal.sessions")
    enter(qtbot, heard.field.edit, "3")
    enter(qtbot, heard.field.edit, "2.5")
    assert heard.values == [3]
    assert type(heard.values[0]) is int
    assert "whole" in heard.field.fault()


def test_emptied_is_not_recorded(qtbot, build):
    heard = build("examination.flexion_degrees")
    heard.field.show_value(118.0)
    enter(qtbot, heard.field.edit, "")
    assert heard.values == [None]


@pytest.mark.parametrize("text", ["171", "-1", "x", "1,2,3"])
def test_what_cannot_be_taken_stays_with_its_fault(qtbot, build, text):
    heard = build("examination.flexion_degrees")
    enter(qtbot, heard.field.edit, text)
    assert heard.values == []
    assert heard.field.fault()
    assert heard.field.edit.text() == text
    enter(qtbot, heard.field.edit, "90")
    assert not heard.field.fault()
    assert heard.values == [90.0]


def test_the_bounds_are_said(qtbot, build):
    heard = build("examination.alignment_degrees")
    enter(qtbot, heard.field.edit, "41")
    assert heard.field.fault() == "Allowed is −40 to 40."


def test_a_minus_is_shown_and_read(qtbot, build):
    heard = build("examination.alignment_degrees")
    heard.field.show_value(-4.0)
    assert heard.field.edit.text() == "−4"
    enter(qtbot, heard.field.edit, "−5")
    assert heard.values == [-5.0]


def test_what_was_not_touched_is_not_announced(qtbot, build):
    heard = build("examination.flexion_degrees")
    heard.field.show_value(118.123456789012)
    heard.field.edit.setFocus()
    heard.field.edit.clearFocus()
    press_enter = heard.field.edit
    qtbot.keyClick(press_enter, Qt.Key.Key_Return)
    assert heard.values == []


def test_n_leaves_out_where_a_figure_would_begin(qtbot, build):
    heard = build("examination.flexion_degrees")
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_N)
    assert heard.left_out == 1
    assert heard.field.edit.text() == ""


def test_another_change_leaves_what_is_being_typed_alone(qtbot, build):
    heard = build("examination.flexion_degrees")
    heard.field.show_value(118.0)
    heard.field.edit.setFocus()
    qtbot.keyClicks(heard.field.edit, "9")
    heard.field.show_value(118.0)
    assert heard.field.edit.text() == "1189" or heard.field.edit.text() == "9118"
    heard.field.show_value(70.0)
    assert heard.field.edit.text() == "70"
