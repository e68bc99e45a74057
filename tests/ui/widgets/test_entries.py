"""Texts in somebody's own words, one a line."""

from PySide6.QtCore import Qt

from tests.ui.widgets.hands import click, enter, press


def test_texts_are_added_changed_and_removed(qtbot, build):
    heard = build("history.medications")
    enter(qtbot, heard.field.next, "metformin 500 mg")
    enter(qtbot, heard.field.next, "<b>amlodipine</b>")
    enter(qtbot, heard.field.rows[0].edit, "metformin 850 mg")
    click(qtbot, heard.field.rows[0].remove)
    assert heard.values == [
        ("metformin 500 mg",),
        ("metformin 500 mg", "<b>amlodipine</b>"),
        ("metformin 850 mg", "<b>amlodipine</b>"),
        ("<b>amlodipine</b>",),
    ]
    assert heard.field.next.text() == ""


def test_the_last_one_removed_is_not_recorded_and_never_none(qtbot, build):
    heard = build("history.allergies")
    heard.field.show_value(("penicillin",))
    click(qtbot, heard.field.rows[0].remove)
    assert heard.values == [None]
    assert not heard.field.none.isHidden()
    assert not heard.field.none.isChecked()


def test_an_emptied_line_is_removed(qtbot, build):
    heard = build("history.allergies")
    heard.field.show_value(("penicillin", "latex"))
    enter(qtbot, heard.field.rows[0].edit, "")
    assert heard.values == [("latex",)]


def test_none_is_said_by_mouse_and_by_key(qtbot, build):
    heard = build("history.allergies")
    click(qtbot, heard.field.none)
    heard.field.none.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_N)
    assert heard.values == [(), None, ()]
    assert heard.left_out == 1


def test_none_is_not_offered_beside_entries(qtbot, build):
    heard = build("history.allergies")
    heard.field.show_value(())
    assert heard.field.none.isChecked()
    enter(qtbot, heard.field.next, "penicillin")
    assert heard.field.none.isHidden()
    assert heard.values == [("penicillin",)]


def test_what_comes_back_from_the_session_leaves_the_lines_alone(qtbot, build):
    heard = build("history.medications")
    enter(qtbot, heard.field.next, "one")
    first = heard.field.rows[0]
    heard.field.show_value(("one",))
    enter(qtbot, heard.field.next, "two")
    heard.field.show_value(("one", "two"))
    assert heard.field.rows[0] is first
    heard.field.show_value(("two",))
    assert [row.value() for row in heard.field.rows] == ["two"]


def test_blanks_are_no_entry(qtbot, build):
    heard = build("preferences.goals")
    enter(qtbot, heard.field.next, "   ")
    assert heard.values == []


def test_several_names_come_with_semicolons_or_in_lines_when_the_line_is_left(qtbot, build):
    heard = build("history.medications")
    heard.field.next.setFocus()
    heard.field.next.insert("metformin 500 mg; amlodipine 2,5 mg;\nsalbutamol ; ")
    heard.field.none.setFocus()
    assert heard.values == [("metformin 500 mg", "amlodipine 2,5 mg", "salbutamol")]


def test_a_name_that_is_too_long_stays_with_its_fault(qtbot, build):
    heard = build("history.allergies")
    enter(qtbot, heard.field.next, "latex; " + "a" * 201)
    assert heard.values == []
    assert "200" in heard.field.fault()
    assert heard.field.next.text().startswith("latex")


def test_what_is_told_in_somebodys_words_is_never_parted(qtbot, build):
    heard = build("preferences.goals")
    enter(qtbot, heard.field.next, "walk; then rest")
    assert heard.values == [("walk; then rest",)]
