"""What every field has in common: showing is silent, a fault stays with what was typed, undo is the window's."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit

from kneedesk.ui.widgets.choice import ChoiceField
from kneedesk.ui.widgets.field import Line, leaves_undo
from tests.ui.hosting import host
from tests.ui.widgets.hands import enter


def test_the_label_is_the_name_and_leads_to_the_control(build):
    heard = build("patient.weight_kg")
    label = heard.field.findChild(QLabel)
    assert label.text() == "Weight"
    assert label.buddy() is heard.field.edit
    heard.field.setFocus()
    assert heard.field.edit.hasFocus()


def test_a_value_that_was_taken_is_not_announced_twice(qtbot, build):
    heard = build("patient.given_name")
    enter(qtbot, heard.field.edit, "Ana")
    enter(qtbot, heard.field.edit, "Ana")
    assert heard.values == ["Ana"]


def test_going_back_to_what_is_recorded_is_announced(qtbot, build):
    heard = build("patient.given_name")
    heard.field.show_value("Ana")
    enter(qtbot, heard.field.edit, "Eva")
    enter(qtbot, heard.field.edit, "Ana")
    assert heard.values == ["Eva", "Ana"]


def test_a_refused_value_stays_with_its_fault_while_others_change(qtbot, build):
    heard = build("imaging.date")
    enter(qtbot, heard.field.edit.line, "1 jan 2030")
    heard.field.show_fault("Not after the consultation.")
    heard.field.show_value(None)
    assert heard.field.fault() == "Not after the consultation."
    assert heard.field.edit.line.text() == "1 January 2030"
    assert heard.field.edit.line.property("fault") is True
    enter(qtbot, heard.field.edit.line, "1 jan 2026")
    assert heard.field.fault() == ""
    assert heard.field.edit.line.property("fault") is False


def test_one_and_true_are_not_the_same_value(listen, english):
    field = ChoiceField("path", "Name", english, ((1, "One"), (True, "Yes")))
    field.show_value(1)
    assert [segment.isChecked() for segment in field.row.segments] == [True, False]
    field.show_value(True)
    assert [segment.isChecked() for segment in field.row.segments] == [False, True]
    listen(field)


def undo_key():
    return QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "z")


def test_undo_is_the_windows_where_nothing_is_being_typed(qtbot, build):
    assert undo_key().matches(QKeySequence.StandardKey.Undo)
    assert leaves_undo(undo_key(), modified=False)
    assert not leaves_undo(undo_key(), modified=True)
    heard = build("patient.given_name")
    line = heard.field.edit
    line.setFocus()
    qtbot.keyClicks(line, "Ana")
    typing = undo_key()
    line.event(typing)
    assert typing.isAccepted()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settled = undo_key()
    line.event(settled)
    assert not settled.isAccepted()


def test_more_than_can_be_seen_ends_in_an_ellipsis_while_nobody_is_in_the_line(qtbot):
    cut, whole = Line(letters=True), Line(letters=True)
    for line, text in ((cut, "walk my dog round the lake"), (whole, "walk")):
        host(qtbot, line, 400, 40)
        line.write(text)
        line.clearFocus()
    wide = cut.grab().toImage()
    for line in (cut, whole):
        line.setFixedWidth(110)
    plain = QLineEdit(cut.text())
    host(qtbot, plain, 110, 40).setFocus()
    plain.setFixedWidth(110)
    plain.setCursorPosition(0)
    plain.clearFocus()
    assert cut.grab().toImage() != plain.grab().toImage()
    plain.setText(whole.text())
    assert whole.grab().toImage() == plain.grab().toImage()
    cut.setFixedWidth(400)
    assert cut.grab().toImage() == wide


def test_a_line_that_is_left_shows_how_it_begins(qtbot):
    line = Line(letters=True)
    window = host(qtbot, line, 110, 40)
    qtbot.waitUntil(window.isActiveWindow)
    line.setFocus()
    qtbot.keyClicks(line, "walk my dog round the lake")
    line.clearFocus()
    assert line.cursorPosition() == 0
