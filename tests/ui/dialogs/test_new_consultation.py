"""A new consultation asks for name and side before anything else, and neither side is chosen beforehand."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from kneedesk.ui.dialogs.new_consultation import Beginning, NewConsultation
from kneedesk.ui.widgets.marks import FaultLine

TODAY = date(2026, 11, 21)


@pytest.fixture
def dialog(qtbot, english, theme):
    made = NewConsultation(TODAY, english, theme)
    qtbot.addWidget(made)
    made.open()
    return made


def test_neither_side_is_chosen_and_both_are_equal(dialog):
    assert not any(button.isChecked() for button in dialog.sides.values())
    assert len({(button.width(), button.height()) for button in dialog.sides.values()}) == 1


def test_by_mouse(dialog, qtbot):
    qtbot.keyClicks(dialog.family.edit, "Ruiz")
    qtbot.keyClicks(dialog.given.edit, "Ana")
    qtbot.mouseClick(dialog.sides["right"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.begun) as caught:
        qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    assert caught.args == [Beginning("Ruiz", "Ana", "right", TODAY)]
    assert dialog.isHidden()


@pytest.mark.parametrize(
    ("typed", "given", "names"),
    [
        ("Ruiz Peña, Ana", "", ("Ruiz Peña", "Ana")),
        ("Ruiz, Ana", "Luz", ("Ruiz, Ana", "Luz")),  # nothing that was written is overwritten
        ("Ruiz,", "", ("Ruiz,", "")),
        ("Ruiz", "", ("Ruiz", "")),
    ],
)
def test_a_name_with_a_comma_goes_to_its_two_places(typed, given, names, dialog, qtbot):
    dialog.given.edit.insert(given)
    dialog.family.edit.insert(typed)
    qtbot.mouseClick(dialog.sides["left"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.begun) as caught:
        qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    assert caught.args == [Beginning(*names, "left", TODAY)]
    assert (dialog.family.edit.text(), dialog.given.edit.text()) == names


def test_by_key_alone(dialog, qtbot):
    qtbot.waitUntil(dialog.family.edit.hasFocus)
    for text in ("Sukarno", ""):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.sides["left"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.begun) as caught:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert caught.args == [Beginning("Sukarno", "", "right", TODAY)]


def test_what_is_missing_is_said_and_gets_the_focus(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.begun):
        qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    assert dialog.family.fault() == "This is needed."
    assert dialog.side_fault.text() == "This is needed."
    assert dialog.focusWidget() is dialog.family.edit
    qtbot.waitUntil(lambda: dialog.height() >= dialog.layout().totalHeightForWidth(dialog.width()))
    below = dialog.family.edit.mapTo(dialog, dialog.family.edit.rect().bottomLeft())
    fault = dialog.family.findChild(FaultLine)
    assert fault.mapTo(dialog, fault.rect().topLeft()).y() > below.y()
    qtbot.mouseClick(dialog.sides["left"], Qt.MouseButton.LeftButton)
    assert dialog.side_fault.text() == ""


def test_another_day(dialog, qtbot):
    qtbot.keyClicks(dialog.family.edit, "Ruiz")
    dialog.sides["left"].click()
    dialog.day.edit.line.selectAll()
    qtbot.keyClicks(dialog.day.edit.line, "18 nov 2026")
    with qtbot.waitSignal(dialog.begun) as caught:
        dialog.begin.click()
    assert caught.args[0].day == date(2026, 11, 18)


def test_a_day_that_is_none_is_not_taken(dialog, qtbot):
    qtbot.keyClicks(dialog.family.edit, "Ruiz")
    dialog.sides["left"].click()
    dialog.day.edit.line.selectAll()
    qtbot.keyClicks(dialog.day.edit.line, "03/04/2026")
    with qtbot.assertNotEmitted(dialog.begun):
        dialog.begin.click()
    assert "may be" in dialog.day.fault()


def test_the_side_is_said_to_a_screen_reader(dialog):
    dialog.sides["left"].click()
    read = QAccessible.queryAccessibleInterface(dialog.sides["left"])
    assert read.text(QAccessible.Text.Name) == "Left knee"
    assert read.state().checked


def test_escape_begins_nothing(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.begun):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
