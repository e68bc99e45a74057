"""A question: it folds and opens, says what it answers to, and grows with its words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from kneedesk.presentation.comparison import Row
from kneedesk.ui.widgets.comparison_question import ComparisonQuestion
from tests.ui.hosting import host

ROW = Row("harms", "What can go wrong", ((),))


@pytest.fixture
def question(qtbot, english):
    question = ComparisonQuestion(ROW, english)
    host(qtbot, question)
    return question


def test_space_enter_and_a_click_fold_and_open(question, qtbot):
    question.setFocus()
    for fold in (
        lambda: qtbot.keyClick(question, Qt.Key.Key_Space),
        lambda: qtbot.keyClick(question, Qt.Key.Key_Return),
        lambda: qtbot.mouseClick(question, Qt.MouseButton.LeftButton),
    ):
        before = question.isChecked()
        fold()
        assert question.isChecked() is not before
        node = QAccessible.queryAccessibleInterface(question)
        assert bool(node.state().checked) is question.isChecked()


def test_what_was_picked_is_said_and_takes_room(question):
    plain = question.height_at(150)
    question.show_row(replace(ROW, matters="Low risk"))
    assert question.accessibleName() == "What can go wrong. Matters most: Low risk"
    assert question.height_at(150) > plain
    question.show_row(ROW)
    assert question.height_at(150) == plain


def test_narrow_words_take_more_lines(question):
    assert question.height_at(90) > question.height_at(300)


def test_arrows_are_handed_on_and_the_focus_is_told(question, qtbot):
    keys, entered = [], []
    question.key_pressed.connect(lambda _part, event: keys.append(event.key()))
    question.entered.connect(lambda: entered.append(True))
    question.setFocus()
    qtbot.keyClick(question, Qt.Key.Key_Down)
    assert keys == [Qt.Key.Key_Down]
    assert entered == [True]
