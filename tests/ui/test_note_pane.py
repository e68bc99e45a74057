"""The pane of the private note says where it goes, tells every change, and has an undo of its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel

from kneedesk.ui.note_pane import NotePane


@pytest.fixture
def pane(qtbot, theme, english):
    made = NotePane(english, theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isVisible)
    return made


def test_it_says_who_sees_it_and_where_it_is_never_shown(pane):
    said = " ".join(label.text() for label in pane.findChildren(QLabel))
    assert "for whoever unlocks in this practice" in said
    assert "no part of the record: the patient view, the documents and exported files never show it." in said


def test_it_tells_what_is_typed_and_nothing_that_was_only_shown(pane, qtbot):
    told = []
    pane.typed.connect(told.append)
    pane.show_note("before")
    assert told == []
    qtbot.keyClicks(pane.edit, "x")
    assert told == ["xbefore"]


def test_its_undo_does_not_reach_the_note_of_another_consultation(pane, qtbot):
    pane.show_note("of the one before")
    pane.show_note("now")
    qtbot.keyClicks(pane.edit, "x")
    for _ in range(3):
        qtbot.keyClick(pane.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pane.edit.toPlainText() == "now"


def test_nothing_can_be_typed_before_the_note_is_read(pane):
    pane.await_note()
    assert not pane.edit.isEnabled()
    pane.show_note("read")
    assert pane.edit.isEnabled()


def test_it_says_whether_it_is_saved(pane):
    pane.show_state("")
    assert pane.state.text() == "Saved"
    pane.show_state("the disk is full.")
    assert pane.state.text() == "Not saved: the disk is full."


def test_escape_and_the_cross_close_it(pane, qtbot):
    with qtbot.waitSignal(pane.closed):
        qtbot.keyClick(pane.edit, Qt.Key.Key_Escape)
    with qtbot.waitSignal(pane.closed):
        qtbot.mouseClick(pane.findChild(type(pane._close), "note.close"), Qt.MouseButton.LeftButton)


def test_what_another_desk_wrote_leaves_the_cursor_where_it_was(pane, qtbot):
    told = []
    pane.show_note("He rang.")
    pane.edit.moveCursor(QTextCursor.MoveOperation.End)
    pane.typed.connect(told.append)
    pane.follow_note("He rang. Afraid \N{SYRINGE}.")
    assert "Another desk wrote" in pane.state.text()
    qtbot.keyClicks(pane.edit, "!")
    assert told == ["He rang.! Afraid \N{SYRINGE}."]
    pane.follow_note("He.")
    assert pane.edit.textCursor().position() == 3
