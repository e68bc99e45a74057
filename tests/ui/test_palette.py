"""A few letters and Enter lead to a place; the arrows choose, and the keyboard stays in the line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kneedesk.presentation.places import Place, finding_places, record_places
from kneedesk.ui.palette import Palette


@pytest.fixture
def palette(qtbot, theme, library, english):
    window = QWidget()
    window.resize(900, 700)
    qtbot.addWidget(window)
    known = (
        Place("command", "command.0", "Patient view", "Command", "F11"),
        Place("step", "risks", "Risks", "Step", "Alt+5"),
        *finding_places(library, english),
        *record_places(library, english),
    )
    made = Palette(known, english, theme, window)
    made.show()
    qtbot.waitUntil(made.isVisible)
    yield made
    made.close()


def test_letters_and_enter_lead_to_a_finding(palette, qtbot):
    chosen = []
    palette.chosen.connect(chosen.append)
    qtbot.keyClicks(palette.search, "kellgren")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert [place.id for place in chosen] == ["imaging.kellgren_lawrence"]
    assert not palette.isVisible()


def test_arrows_choose_while_the_line_keeps_the_keyboard(palette, qtbot):
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1


def test_each_row_says_its_name_what_it_is_and_its_keys(palette):
    said = [palette.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["Patient view, Command, F11", "Risks, Step, Alt+5"]
    assert not palette.list.viewport().grab().toImage().isNull()


def test_nothing_found_goes_nowhere(palette, qtbot):
    chosen = []
    palette.chosen.connect(chosen.append)
    qtbot.keyClicks(palette.search, "qqqq")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert chosen == []
    assert palette.isVisible()
