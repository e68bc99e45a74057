"""Two states side by side: what one desk changed is chosen, what both changed waits, and nothing is lost unasked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.domain.merging import By
from kneedesk.presentation.collisions import SideBySide
from kneedesk.ui.dialogs.collision import CollisionDialog
from tests.ui.hosting import unnamed
from tests.ui.pages.desk import words

ROWS = [
    SideBySide("patient.given_name", "Given name", "Ana", "Joan", By.THEM),
    SideBySide("patient.identifier", "Patient number", "MRN-2", "MRN-1", By.US),
    SideBySide("examination.flexion_degrees", "Flexion", "95 degrees", "100 degrees", By.BOTH),
]


@pytest.fixture
def opened(qtbot, english, theme):
    """Return a function that opens the dialog; what is chosen is noted."""

    def make(**named):
        dialog = CollisionDialog(ROWS, "Ben Okafor", "18 November 2026, 14:02", english, **named)
        qtbot.addWidget(dialog)
        dialog.answers = []
        dialog.chosen.connect(dialog.answers.append)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return make


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QAbstractButton, f"collision.{name}"), Qt.MouseButton.LeftButton)


def test_both_values_stand_side_by_side_with_who_saved_and_when(opened):
    read = words(opened())
    for word in (
        "Ben Okafor saved this at another desk on 18 November 2026, 14:02",
        "95 degrees",
        "100 degrees",
        "Ana",
    ):
        assert word in read


def test_what_both_changed_is_chosen_before_it_is_saved(qtbot, opened):
    dialog = opened()
    assert dialog.taken() == {"patient.identifier"}
    assert not dialog.keep.isEnabled()
    assert "1 choice is left." in words(dialog)
    press(qtbot, dialog, "ours.examination.flexion_degrees")
    assert "left" not in words(dialog)
    press(qtbot, dialog, "theirs.patient.identifier")
    press(qtbot, dialog, "keep")
    assert dialog.answers == [{"examination.flexion_degrees"}]


def test_theirs_are_taken_whole_by_one_button(qtbot, opened):
    dialog = opened()
    press(qtbot, dialog, "drop")
    assert dialog.answers == [set()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_change_nothing(qtbot, opened, key):
    dialog = opened()
    qtbot.keyClick(dialog, key)
    assert dialog.answers == []
    assert dialog.isHidden()


def test_what_is_final_there_is_only_read(qtbot, opened):
    dialog = opened(finalised=True)
    assert "never merged" in words(dialog)
    assert dialog.keep.isHidden()
    assert dialog.findChild(QAbstractButton, "collision.ours.patient.given_name") is None
    press(qtbot, dialog, "drop")
    assert dialog.answers == [set()]


def test_it_is_worked_by_keys_alone(qtbot, opened):
    dialog = opened()
    dialog.findChild(QAbstractButton, "collision.ours.examination.flexion_degrees").setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    dialog.keep.setFocus()
    qtbot.keyClick(dialog.keep, Qt.Key.Key_Space)
    assert dialog.answers == [{"patient.identifier", "examination.flexion_degrees"}]


def test_why_it_was_not_taken_is_said(opened):
    dialog = opened()
    dialog.refuse("The server of the practice cannot be reached.")
    assert "cannot be reached" in words(dialog)


def test_a_screen_reader_finds_a_name_for_everything(opened):
    assert unnamed(opened()) == []
