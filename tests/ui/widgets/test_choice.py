"""One value of a closed list is chosen by mouse or by key, taken back, or left out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from kneedesk.domain.history import Diabetes
from kneedesk.ui.widgets.choice import ChoiceField, YesNoField


def button(heard, value):
    return heard.field.findChild(QAbstractButton, f"{heard.field.path}={value}")


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_click_chooses_and_a_second_click_takes_back(qtbot, build):
    heard = build("history.diabetes")
    qtbot.mouseClick(button(heard, "controlled"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(heard, "controlled"), Qt.MouseButton.LeftButton)
    assert heard.values == [Diabetes.CONTROLLED, None]
    assert type(heard.values[0]) is Diabetes


def test_arrows_move_space_and_enter_choose_and_backspace_takes_back(qtbot, build):
    heard = build("history.diabetes")
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert heard.values == []
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Enter)
    press(qtbot, Qt.Key.Key_Backspace)
    assert heard.values == [Diabetes.CONTROLLED, Diabetes.NONE, Diabetes.UNCONTROLLED, None]


def test_digits_choose_a_grade(qtbot, build):
    heard = build("imaging.kellgren_lawrence")
    heard.field.setFocus()
    for key in (Qt.Key.Key_3, Qt.Key.Key_0, Qt.Key.Key_7, Qt.Key.Key_4):
        press(qtbot, key)
    assert heard.values == [3, 0, 4]
    assert heard.field.row.value() == 4


def test_a_digit_does_not_choose_a_word(qtbot, build):
    heard = build("history.diabetes")
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_1)
    assert heard.values == []


def test_n_leaves_out_and_a_second_n_takes_that_back(qtbot, build):
    heard = build("history.pregnancy")
    heard.field.show_value(True)
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_N)
    assert (heard.left_out, heard.values) == (1, [])
    assert heard.field.row.value() is None
    assert heard.field.mark.isChecked()
    press(qtbot, Qt.Key.Key_N)
    assert (heard.left_out, heard.values) == (1, [None])
    assert not heard.field.mark.isChecked()


def test_yes_after_not_assessed_is_an_answer(qtbot, build):
    heard = build("history.pregnancy")
    heard.field.show_value(None, assessed=False)
    qtbot.mouseClick(button(heard, "true"), Qt.MouseButton.LeftButton)
    assert heard.values == [True]
    assert heard.field.assessed


def test_yes_is_true_and_no_is_false_and_neither_is_a_number(qtbot, build):
    heard = build("history.pregnancy")
    assert isinstance(heard.field, YesNoField)
    for value in ("true", "false"):
        qtbot.mouseClick(button(heard, value), Qt.MouseButton.LeftButton)
    assert heard.values == [True, False]
    assert {type(value) for value in heard.values} == {bool}


def test_the_words_of_yes_and_no_are_those_of_the_pack(build):
    heard = build("examination.skin_intact")
    assert button(heard, "true").text() == "Intact"
    assert button(heard, "false").text() == "Not intact"


def test_a_needed_choice_cannot_be_taken_back_or_left_out(qtbot, build):
    heard = build("knee")
    qtbot.mouseClick(button(heard, "left"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(heard, "left"), Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_N):
        press(qtbot, key)
    assert heard.values == ["left"]
    assert heard.left_out == 0


def test_tab_stops_once_at_a_choice_at_what_is_chosen(qtbot, build):
    heard = build("history.diabetes")
    heard.field.show_value(Diabetes.UNCONTROLLED)
    stops = [s for s in heard.field.row.segments if s.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [stop.value for stop in stops] == [Diabetes.UNCONTROLLED]


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier])
def test_keys_of_the_window_pass_through(qtbot, build, modifier):
    heard = build("imaging.kellgren_lawrence")
    heard.field.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1, modifier)
    assert heard.values == []


def test_a_choice_that_fits_no_pack_can_be_made_too(listen, english):
    field = ChoiceField("decision.outcome", "Ending", english, (("a", "One"), ("b", "Two")))
    field.show_value("b")
    assert listen(field).field.row.value() == "b"
