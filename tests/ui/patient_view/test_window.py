"""The patient's window shows all of a scene, in the theme of the desk, and opens on the screen of the patient."""

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kneedesk.presentation.content import say
from kneedesk.presentation.patient_view import Focus, calm_scene, scene_of
from kneedesk.presentation.scene import Panel, Scene
from kneedesk.ui.patient_view.window import PatientView, other_screen
from kneedesk.ui.theme import Theme

LONG = Scene("Long", tuple(Panel(f"Name {n}", (say("word " * 200),)) for n in range(4)))


@pytest.fixture
def view(qtbot, theme):
    desk = QWidget()
    qtbot.addWidget(desk)
    made = PatientView(theme, desk)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(made.isVisible)
    yield made
    made.close()


def test_it_says_what_the_scene_says_and_asks_what_comes_next(view, cases, library, english):
    view.show_scene(scene_of(Focus("patient"), cases["reference"], library, english), english)
    assert view.accessibleName() == "What you want to do"
    assert "What you want to do" in view.words()
    assert "What would you like to talk about next?" in view.words()


def test_a_screen_reader_gets_all_of_it(view, cases, library, english):
    name = next(iter(library.risks))
    view.show_scene(scene_of(Focus("risks", name), cases["reference"], library, english), english)
    assert library.risks[name].explanation.text.en[:20] in view.accessibleDescription()


def test_pages_turn_by_keys_and_begin_again(view, english, qtbot):
    view.show_scene(LONG, english)
    _, pages = view.page
    assert pages > 1
    seen = []
    for _ in range(pages):
        seen.append(view.page[0])
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert seen == [*range(1, pages + 1)]
    assert view.page == (1, pages)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == (pages, pages)


def test_the_panel_that_is_talked_about_is_in_sight(view, english):
    for place, panel in enumerate(LONG.panels):
        view.show_scene(Scene(LONG.title, LONG.panels, at=place), english)
        assert panel.name in view.words()


def test_a_page_that_was_turned_stays_while_nothing_else_is_talked_about(view, english):
    view.show_scene(LONG, english)
    view.turn(1)
    view.show_scene(Scene(LONG.title, LONG.panels), english)
    assert view.page[0] == 2


def test_another_size_arranges_it_anew(view, english, qtbot):
    view.show_scene(LONG, english)
    _, before = view.page
    view.turn(-1)
    view.resize(3840, 2160)
    qtbot.waitUntil(lambda: view.width() == 3840)
    page, after = view.page
    assert page <= after <= before


def test_calm_it_says_the_name_of_the_practice_alone(view, cases, library, english):
    view.show_scene(scene_of(Focus("patient"), cases["reference"], library, english), english)
    view.show_scene(calm_scene(cases["reference"], english), english)
    assert view.words() == [cases["reference"].practice.name]
    assert view.accessibleName() == cases["reference"].practice.name
    assert view.accessibleDescription() == ""


def test_it_wears_what_the_desk_wears(qtbot, english):
    theme = Theme("light")
    desk = QWidget()
    qtbot.addWidget(desk)
    view = PatientView(theme, desk)
    view.show_scene(LONG, english)
    day = view.grab().toImage().pixelColor(2, 2)
    theme.switch("dark")
    assert day.name() == "#ffffff"
    assert view.grab().toImage().pixelColor(2, 2) == theme.colour("paper")


def test_its_title_names_nobody(view):
    assert view.windowTitle() == "KneeDesk"


def test_it_takes_the_screen_on_which_the_desk_is_not():
    assert other_screen(["left", "right"], "left") == "right"
    assert other_screen(["left", "right"], "right") == "left"
    assert other_screen(["only"], "only") == "only"


def test_on_one_screen_it_lies_over_the_desk_and_a_key_puts_it_away(view, english, qtbot):
    view.close()
    view.open(view.parentWidget())
    assert view.isFullScreen()
    assert view.geometry() == QGuiApplication.primaryScreen().geometry()
    qtbot.waitUntil(view.isActiveWindow)
    qtbot.keyClick(view, Qt.Key.Key_F)
    assert not view.isFullScreen()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()


TWO_SCREENS = """
from PySide6.QtWidgets import QApplication, QWidget
from kneedesk.ui.patient_view.window import PatientView
from kneedesk.ui.theme import Theme
program = QApplication([])
desk, theme = QWidget(), Theme("light")
desk.setGeometry({x}, 0, 800, 600)
desk.show()
program.processEvents()
view = PatientView(theme, desk)
view.open(desk)
for _ in range(10):
    program.processEvents()
print(desk.screen().name(), view.screen().name(), view.size() == view.screen().size(), desk.isActiveWindow())
"""


@pytest.mark.parametrize(("x", "own", "other"), [(0, "first", "second"), (1400, "second", "first")])
def test_on_two_screens_it_fills_the_other_one_and_the_keyboard_stays_with_the_desk(x, own, other, tmp_path):
    both = (("first", 0, 1366, 768), ("second", 1366, 1920, 1080))
    known = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [{"name": name, "x": left, "width": wide, "height": tall, **known} for name, left, wide, tall in both]
    path = tmp_path / "screens.json"
    path.write_text(json.dumps({"screens": screens}), "utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={path}"}
    command = [sys.executable, "-c", TWO_SCREENS.format(x=x)]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert said.split() == [own, other, "True", "True"]
