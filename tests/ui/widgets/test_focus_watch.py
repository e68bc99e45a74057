"""Which finding the clinician is on."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kneedesk.ui.forms import build_field
from kneedesk.ui.widgets.focus_watch import FocusWatch
from tests.ui.hosting import host


@pytest.fixture
def page(qtbot, library, english, theme):
    page = QWidget()
    column = QVBoxLayout(page)
    page.fields = [build_field(path, library, english, theme) for path in ("history.diabetes", "history.allergies")]
    page.other = QPushButton("Other")
    for widget in (*page.fields, page.other):
        column.addWidget(widget)
    page.entered = []
    FocusWatch(page).entered.connect(lambda field: page.entered.append(field.path))
    qtbot.waitUntil(host(qtbot, page).isActiveWindow)
    page.other.setFocus()
    page.entered.clear()
    return page


def test_a_field_is_entered_once_however_its_controls_are_used(page):
    diabetes, allergies = page.fields
    diabetes.setFocus()
    for segment in diabetes.row.segments:
        segment.setFocus()
    allergies.setFocus()
    assert page.entered == ["history.diabetes", "history.allergies"]


def test_a_field_is_entered_again_from_elsewhere(page):
    page.fields[0].setFocus()
    page.other.setFocus()
    page.fields[0].setFocus()
    assert page.entered == ["history.diabetes", "history.diabetes"]


def test_the_focus_of_another_window_is_not_ours(qtbot, page, library, english, theme):
    stranger = build_field("history.onset", library, english, theme)
    qtbot.waitUntil(host(qtbot, stranger).isActiveWindow)
    stranger.setFocus()
    assert page.entered == []
