"""The rail says where one is and how far each step is, in words and signs, and leads anywhere by mouse and key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from kneedesk.ui.main_window import STEPS
from kneedesk.ui.rail import Rail


@pytest.fixture
def rail(qtbot, english, theme):
    made = Rail(STEPS, theme, english)
    qtbot.addWidget(made)
    made.resize(made.width(), 768)
    made.show()
    made.show_steps(True)
    return made


def test_every_step_stands_in_its_order_with_its_key(rail):
    assert [step.number for step in STEPS] == list(range(1, 9))
    for step in STEPS:
        assert f"Alt+{step.number}" in rail.buttons[step.id].toolTip()


def test_progress_is_said_in_words(rail):
    rail.show_progress({"patient": "done", "evaluation": "missing", "documents": "not_applicable"})
    assert rail.buttons["patient"].accessibleName() == "Patient & goal, Done"
    assert rail.buttons["evaluation"].accessibleName() == "Evaluation, Missing"
    assert rail.buttons["documents"].accessibleName() == "Documents, Not applicable"
    assert rail.buttons["options"].accessibleName() == "Options"


def test_progress_is_told_apart_without_colour(rail):
    """Each state is another picture also in grey."""
    button, seen = rail.buttons["risks"], set()
    for state in ("", "done", "missing", "not_applicable"):
        rail.show_progress({"risks": state})
        image = button.grab().toImage().convertToFormat(button.grab().toImage().Format.Format_Grayscale8)
        seen.add(bytes(image.constBits()))
    assert len(seen) == 4


def test_pressing_asks_to_go_and_changes_nothing_by_itself(rail, qtbot):
    rail.show_place("patient")
    with qtbot.waitSignal(rail.chosen, check_params_cb=lambda step: step == "risks"):
        qtbot.mouseClick(rail.buttons["risks"], Qt.MouseButton.LeftButton)
    assert rail.buttons["patient"].isChecked()
    assert not rail.buttons["risks"].isChecked()
    rail.show_place("risks")
    assert [name for name, button in rail.buttons.items() if button.isChecked()] == ["risks"]


def test_a_screen_reader_toggles_its_way_without_a_click(rail, qtbot):
    rail.show_place("patient")
    for name in ("risks", "patient"):
        action = QAccessible.queryAccessibleInterface(rail.buttons[name]).actionInterface()
        with qtbot.waitSignal(rail.chosen, check_params_cb=lambda step, name=name: step == name):
            action.doAction(action.toggleAction())
        assert [place for place, button in rail.buttons.items() if button.isChecked()] == ["patient"]


def test_saying_where_one_is_leads_nowhere(rail, qtbot):
    with qtbot.assertNotEmitted(rail.chosen):
        rail.show_place("risks")


def test_keys_lead_everywhere(rail, qtbot):
    with qtbot.waitSignal(rail.chosen, check_params_cb=lambda step: step == "candidacy"):
        qtbot.keyClick(rail, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(rail.chosen, check_params_cb=lambda step: step == "documents"):
        qtbot.keyClick(rail.buttons["documents"], Qt.Key.Key_Space)


def test_a_screen_reader_meets_buttons_with_names(rail):
    for button in rail.buttons.values():
        read = QAccessible.queryAccessibleInterface(button)
        assert read.text(QAccessible.Text.Name)
        assert read.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.PushButton)


def test_steps_are_hidden_while_no_consultation_is_open(rail):
    rail.show_steps(False)
    assert not rail.buttons["patient"].isVisible()
    assert rail.buttons["consultations"].isVisible()


def test_the_mark_follows_the_theme(rail, theme):
    before = rail.buttons["consultations"].grab().toImage()
    theme.switch("dark")
    after = rail.buttons["consultations"].grab().toImage()
    theme.switch("light")
    assert before != after


def test_what_was_said_before_the_steps_are_made_is_shown(qtbot, english, theme):
    rail = Rail(STEPS, theme, english)
    qtbot.addWidget(rail)
    rail.show_progress({"risks": "done"})
    rail.show_place("risks")
    rail.show_steps(True)
    assert rail.buttons["risks"].accessibleName() == "Risks, Done"
    assert rail.buttons["risks"].isChecked()


def test_large_text_leaves_marks_and_words_that_say_the_same(rail, text_size):
    usual, names = rail.width(), {name: button.accessibleName() for name, button in rail.buttons.items()}
    text_size(150)
    rail.show_place("documents")
    assert rail.width() < usual
    assert {name: button.accessibleName() for name, button in rail.buttons.items()} == names
    assert not rail.buttons["documents"].visibleRegion().isEmpty()
    text_size(100)
    assert rail.width() == usual
