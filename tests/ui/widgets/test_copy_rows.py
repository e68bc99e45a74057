"""Rows of what can be saved once more: each with its own button, and never higher than the screen bears."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kneedesk.ui.widgets.copy_rows import CopyRow, CopyRows

ROWS = (CopyRow("Follow-up", "Pain 3 of 10.", "Save…"), CopyRow("Note", "Nothing kept.", ""))


@pytest.fixture
def rows(qtbot, theme):
    made = CopyRows("copies", "What was added", theme)
    qtbot.addWidget(made)
    made.resize(500, 300)
    return made


def buttons(rows):
    return [each for each in rows.findChildren(QPushButton) if each.isVisible()]


def test_each_row_says_what_it_is_and_its_button_tells_its_place(rows, qtbot):
    rows.show_rows((ROWS[1], ROWS[0]))
    assert [label.text() for label in rows.findChildren(QLabel)] == [
        "Note",
        "Nothing kept.",
        "Follow-up",
        "Pain 3 of 10.",
    ]
    (button,) = buttons(rows)
    assert (button.text(), button.accessibleName()) == ("Save…", "Save…: Follow-up")
    with qtbot.waitSignal(rows.asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [1]


def test_other_rows_take_the_place_of_those_before_and_none_takes_no_room(rows, qtbot):
    rows.show_rows(ROWS)
    rows.show_rows(ROWS[1:])
    qtbot.waitUntil(lambda: len(rows.findChildren(QLabel)) == 2)
    rows.show_rows(())
    assert rows.isHidden()


def test_it_is_as_high_as_its_rows_until_it_scrolls(rows):
    rows.show_rows(ROWS[:1])
    one = rows.heightForWidth(500)
    rows.show_rows(ROWS * 20)
    many = rows.heightForWidth(500)
    rows.show_rows(ROWS * 40)
    assert one < many == rows.heightForWidth(500)
