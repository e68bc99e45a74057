"""Rows with a name and a line about it, of which one is chosen."""

import pytest
from PySide6.QtCore import Qt

from kneedesk.ui.widgets.lined_list import Line, LinedList

LINES = (Line(1, "18 November 2026", "3 consultations"), Line(2, "17 November 2026", "2 consultations"))


@pytest.fixture
def listed(qtbot, theme):
    made = LinedList("backups.list", "Backups", theme)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def test_the_first_row_is_chosen_and_an_arrow_chooses_the_next(listed, qtbot):
    assert listed.chosen() is None
    listed.show_lines(LINES)
    assert listed.chosen() == 1
    with qtbot.waitSignal(listed.currentRowChanged):
        qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert listed.chosen() == 2


def test_what_was_chosen_stays_so_when_a_row_comes_before_it(listed):
    listed.show_lines(LINES[1:])
    listed.show_lines(LINES)
    assert listed.chosen() == 2
    listed.show_lines(())
    assert listed.chosen() is None


def test_a_row_is_said_with_its_line_and_painted(listed):
    listed.show_lines(LINES)
    said = listed.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "17 November 2026, 2 consultations"
    before = listed.grab().toImage()
    listed.setFocus()
    listed.setCurrentRow(1)
    assert listed.grab().toImage() != before
