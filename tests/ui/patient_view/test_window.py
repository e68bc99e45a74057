"""The patient's window is large, drawn once for each scene, and blank where there is nothing to talk about."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from kneedesk.presentation.patient_view import Focus, scene_of
from kneedesk.ui.patient_view.window import LEAST, PatientView
from kneedesk.ui.widgets.drawing_view import DrawingView


@pytest.fixture
def view(qtbot, theme):
    desk = QWidget()
    qtbot.addWidget(desk)
    made = PatientView(desk)
    made.show()
    qtbot.waitUntil(made.isVisible)
    yield made
    made.close()


def spoken(view):
    return [label.text() for label in view.findChildren(QLabel) if label.text()]


def test_it_says_what_the_scene_says_and_asks_what_comes_next(view, cases, library, english):
    scene = scene_of(Focus("patient"), cases["reference"], library, english)
    view.show_scene(scene, english)
    assert view.accessibleName() == "What you want to do"
    assert "What you want to do" in spoken(view)
    assert "What would you like to talk about next?" in spoken(view)


def test_no_letter_is_smaller_than_eighteen_points(view, cases, library, english):
    view.show_scene(scene_of(Focus("patient"), cases["reference"], library, english), english)
    for label in view.findChildren(QLabel):
        label.ensurePolished()
        assert label.fontInfo().pixelSize() >= LEAST


def test_a_risk_is_drawn_for_a_screen_reader_too(view, cases, library, english):
    name = next(iter(library.risks))
    view.show_scene(scene_of(Focus("risks", name), cases["reference"], library, english), english)
    (drawing,) = view.findChildren(DrawingView)
    assert drawing.accessibleName()
    assert drawing.width() <= view.width()


def test_the_same_scene_is_drawn_once(view, cases, library, english):
    scene = scene_of(Focus("patient"), cases["reference"], library, english)
    view.show_scene(scene, english)
    before = view.findChild(QLabel)
    view.show_scene(scene_of(Focus("patient"), cases["reference"], library, english), english)
    assert view.findChild(QLabel) is before


def test_blank_says_nothing(view, cases, library, english):
    view.show_scene(scene_of(Focus("patient"), cases["reference"], library, english), english)
    view.blank()
    assert spoken(view) == []
    assert view.accessibleName() == "KneeDesk"


def test_it_wears_the_day(view):
    assert view.palette().color(QPalette.ColorRole.Window).name() == "#ffffff"
    assert view.windowTitle() == "KneeDesk"
