"""Words are taken as they were typed."""

from PySide6.QtCore import Qt

from kneedesk.ui.widgets.written import LongTextField, TextField
from tests.ui.widgets.hands import enter


def test_a_line_is_taken_on_enter_and_on_leaving(qtbot, build):
    heard = build("patient.given_name")
    enter(qtbot, heard.field.edit, "Ana ")
    heard.field.edit.setFocus()
    qtbot.keyClicks(heard.field.edit, "x")
    heard.field.edit.clearFocus()
    assert heard.values == ["Ana ", "Ana x"]


def test_an_emptied_line_is_not_recorded(qtbot, build):
    heard = build("patient.given_name")
    heard.field.show_value("Ana")
    enter(qtbot, heard.field.edit, "")
    assert heard.values == [None]


def test_what_is_needed_cannot_be_emptied(qtbot, build):
    heard = build("patient.family_name")
    assert isinstance(heard.field, TextField)
    heard.field.show_value("Ruiz")
    enter(qtbot, heard.field.edit, "")
    assert heard.values == []
    assert heard.field.fault()
    enter(qtbot, heard.field.edit, "Ruiz")
    assert heard.values == []
    assert not heard.field.fault()


def test_several_lines_are_taken_on_leaving_and_on_ctrl_enter(qtbot, build):
    heard = build("counselling.teach_back")
    assert isinstance(heard.field, LongTextField)
    edit = heard.field.edit
    edit.setFocus()
    qtbot.keyClicks(edit, "one")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "two")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(edit, "!")
    edit.clearFocus()
    assert heard.values == ["one\ntwo", "one\ntwo!"]


def test_tab_leaves_a_sheet(build):
    assert build("decision.reason").field.edit.tabChangesFocus()


def test_a_text_that_is_too_long_stays_with_its_fault(qtbot, build):
    heard = build("decision.reason")
    heard.field.edit.setFocus()
    heard.field.edit.setPlainText("x" * 5001)
    heard.field.edit.clearFocus()
    assert "5000" in heard.field.fault().replace(",", "")
    assert heard.values == []


def test_a_recorded_text_is_shown_letter_for_letter(build):
    heard = build("decision.reason")
    for text in ("<b>x</b>", "a\nb", "&amp; {{7*7}} %s"):
        heard.field.show_value(text)
        assert heard.field.edit.toPlainText() == text
