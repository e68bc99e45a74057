"""Figures after a choice go into the next line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kneedesk.ui.forms import Form
from tests.ui.hosting import host
from tests.ui.widgets.hands import press


@pytest.fixture
def form(qtbot, library, english, theme, cases):
    made = Form(("history.onset", "history.symptom_duration_months", "history.comorbidity"), library, english, theme)
    made.show_consultation(cases["barely-recorded"])
    window = host(qtbot, made, 800, 500)
    qtbot.waitUntil(window.isActiveWindow)
    made.heard = []
    made.amended.connect(made.heard.append)
    return made


def type_figures(qtbot, text):
    for letter in text:
        qtbot.keyClicks(QApplication.focusWidget(), letter)


def test_figures_after_a_choice_go_into_the_empty_line_that_follows(qtbot, form):
    form.field("history.onset").setFocus()
    press(qtbot, Qt.Key.Key_Space)
    type_figures(qtbot, "26")
    line = form.field("history.symptom_duration_months").edit
    assert line.hasFocus()
    assert line.text() == "26"
    press(qtbot, Qt.Key.Key_Return)
    assert [list(change) for change in form.heard] == [["history.onset"], ["history.symptom_duration_months"]]


def test_an_open_choice_keeps_them(qtbot, form):
    form.field("history.onset").setFocus()
    before = QApplication.focusWidget()
    type_figures(qtbot, "26")
    assert QApplication.focusWidget() is before
    assert form.field("history.symptom_duration_months").edit.text() == ""


def test_a_line_in_which_something_stands_is_left_alone(qtbot, form):
    form.field("history.symptom_duration_months").show_value(12)
    form.field("history.onset").setFocus()
    press(qtbot, Qt.Key.Key_Space)
    type_figures(qtbot, "26")
    assert form.field("history.symptom_duration_months").edit.text() == "12"


def test_letters_and_shortcuts_go_nowhere(qtbot, form):
    form.field("history.onset").setFocus()
    press(qtbot, Qt.Key.Key_Space)
    before = QApplication.focusWidget()
    qtbot.keyClick(before, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(before, Qt.Key.Key_A)
    assert QApplication.focusWidget() is before


def test_a_choice_that_no_line_follows_keeps_them(qtbot, form):
    form.field("history.comorbidity").setFocus()
    press(qtbot, Qt.Key.Key_Space)
    before = QApplication.focusWidget()
    type_figures(qtbot, "2")
    assert QApplication.focusWidget() is before
