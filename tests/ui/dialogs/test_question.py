"""A question stays as it is by default and by Escape, and goes on only when that is pressed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kneedesk.ui.dialogs.question import QuestionDialog


@pytest.fixture
def question(qtbot, theme):
    made = QuestionDialog("sample", "Change it?", 320)
    made.offer(("keep", "Keep it"), "Change it")
    qtbot.addWidget(made)
    made.open()
    return made


def test_staying_is_the_default_and_has_the_focus(question):
    keep = question.findChild(QPushButton, "sample.keep")
    assert keep.isDefault()
    assert question.focusWidget() is keep


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_change_nothing(question, qtbot, key):
    with qtbot.waitSignal(question.rejected):
        qtbot.keyClick(question, key)


def test_it_goes_on_only_when_that_is_pressed(question, qtbot):
    with qtbot.waitSignal(question.accepted):
        qtbot.mouseClick(question.findChild(QPushButton, "sample.confirm"), Qt.MouseButton.LeftButton)
