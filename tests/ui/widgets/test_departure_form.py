"""Decide otherwise than a verdict."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from kneedesk.domain.decision import Override
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.course import Departure
from kneedesk.ui.widgets.departure_form import LONGEST, DepartureForm, DepartureNote
from tests.ui.hosting import host
from tests.ui.pages.desk import words


@pytest.fixture
def form(qtbot, english, theme):
    form = DepartureForm(english, theme)
    form.show_course("prp")
    form.reasons = []
    form.decided.connect(form.reasons.append)
    qtbot.waitUntil(host(qtbot, form, 520, 300).isActiveWindow)
    form.unfold()
    return form


def text(form) -> QPlainTextEdit:
    return form.findChild(QPlainTextEdit)


def test_tab_leaves_the_field(qtbot, form):
    qtbot.keyClicks(text(form), "Because")
    qtbot.keyClick(text(form), Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QPushButton)
    assert text(form).toPlainText() == "Because"


def test_a_reason_is_trimmed_and_the_form_folded(qtbot, form):
    qtbot.keyClicks(text(form), "  Because.  ")
    qtbot.keyClick(text(form), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.reasons == ["Because."]
    assert not text(form).isVisible()


def test_blanks_are_no_reason(qtbot, form):
    text(form).setPlainText(" \N{ZERO WIDTH SPACE}\n")
    qtbot.keyClick(text(form), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.reasons == []


def test_no_more_is_taken_than_the_file_allows(form):
    text(form).setPlainText("x" * (LONGEST + 100))
    assert len(text(form).toPlainText()) == LONGEST


def test_a_note_shows_the_reason_as_typed_and_takes_it_back(qtbot, english, theme):
    override = Override(treatment=Treatment.PRP, reason="<b>Her</b> wish.")
    note = DepartureNote(english, theme)
    host(qtbot, note, 520, 200)
    note.show_departure(Departure(override, override.reason, "Dr Marsh"))
    assert "\N{LEFT DOUBLE QUOTATION MARK}<b>Her</b> wish.\N{RIGHT DOUBLE QUOTATION MARK}" in words(note)
    with qtbot.waitSignal(note.withdrawn) as withdrawn:
        qtbot.mouseClick(note.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert withdrawn.args == [override]
