"""The window shows the list or the open consultation, remembers its size, and names no patient outside of itself."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from kneedesk.ui.desk import Desk
from kneedesk.ui.main_window import MainWindow
from kneedesk.ui.session import Session
from tests.ui.stand_in import PAGES, KeeperStandIn


@pytest.fixture
def window(qtbot, theme, english):
    made = MainWindow(theme, english)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def opened(window, library, english, theme, cases, qtbot):
    desk = Desk(PAGES, library, english, theme)
    window.add_desk(desk)
    session = Session(library, KeeperStandIn())
    desk.take(session)
    session.open("k", cases["reference"])
    window.show_desk()
    desk.visit("patient")
    qtbot.waitUntil(window.rail.buttons["patient"].isVisible)
    return window


def test_it_tells_once_that_the_first_frame_is_drawn(qtbot, theme, english):
    window, painted = MainWindow(theme, english), []
    qtbot.addWidget(window)
    window.painted.connect(lambda: painted.append(True))
    window.show()
    qtbot.waitUntil(lambda: bool(painted))
    window.repaint()
    assert painted == [True]


def test_the_search_has_the_focus_at_the_start(window):
    assert window.focusWidget() is window.list.search


def test_steps_by_mouse_and_by_key(opened, qtbot):
    qtbot.mouseClick(opened.rail.buttons["documents"], Qt.MouseButton.LeftButton)
    assert opened.desk.step == "documents"
    qtbot.keyClick(opened, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert opened.desk.step == "evaluation"
    assert opened.rail.buttons["evaluation"].isChecked()


def test_the_rail_shows_how_far_each_step_is(opened):
    assert opened.rail.buttons["documents"].accessibleName() == "Documents, Not applicable"
    assert opened.rail.buttons["patient"].accessibleName() == "Patient & goal, Done"


def test_back_to_the_list(opened, qtbot):
    with qtbot.waitSignal(opened.left):
        qtbot.mouseClick(opened.rail.buttons["consultations"], Qt.MouseButton.LeftButton)
    opened.show_list()
    assert opened.list.isVisible()
    assert not opened.rail.buttons["patient"].isVisible()
    with qtbot.assertNotEmitted(opened.left):
        qtbot.mouseClick(opened.rail.buttons["consultations"], Qt.MouseButton.LeftButton)


def test_theme_and_settings_are_asked_for(window, qtbot):
    with qtbot.waitSignal(window.theme_asked):
        qtbot.mouseClick(window.rail.buttons["theme"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.settings_asked):
        qtbot.mouseClick(window.rail.buttons["settings"], Qt.MouseButton.LeftButton)


def test_it_closes_only_when_everything_is_written(qtbot, theme, english):
    allowed = []
    window = MainWindow(theme, english, lambda: bool(allowed))
    qtbot.addWidget(window)
    window.show()
    assert not window.close()
    allowed.append(True)
    assert window.close()


def test_size_is_remembered_and_nothing_else(opened, qtbot, theme, english, tmp_path):
    file = tmp_path / "window.ini"
    opened.resize(1200, 700)
    places = QSettings(str(file), QSettings.Format.IniFormat)
    opened.remember(places)
    places.sync()
    assert [line.split("=")[0] for line in file.read_text().split() if "=" in line] == ["geometry"]
    again = MainWindow(theme, english)
    qtbot.addWidget(again)
    again.restore(QSettings(str(file), QSettings.Format.IniFormat))
    assert again.height() == 700  # the screen of the tests is no wider than 800


def test_the_title_names_no_patient(opened):
    assert opened.windowTitle() == "KneeDesk"
    assert opened.windowFilePath() == ""


def test_every_focusable_control_of_the_frame_has_a_name(opened):
    opened.desk.show_basis(True)
    opened.desk.drawer.explain("history.diabetes")
    unnamed = []
    for widget in opened.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(opened):
            read = QAccessible.queryAccessibleInterface(widget)
            if not read.text(QAccessible.Text.Name):
                unnamed.append((type(widget).__name__, widget.objectName()))
    assert unnamed == []


def test_tab_reaches_every_control_in_reading_order(opened, qtbot):
    opened.rail.buttons["consultations"].setFocus()
    seen = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        if focused.objectName() in seen:
            break
        seen.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [
        "rail.consultations",
        "rail.patient",
        "rail.settings",
        "banner.panel",
        "patient.identifier",
        "footer.next",
    ]
    places = [seen.index(name) for name in wanted]
    assert places == sorted(places)


def test_it_fits_1366_and_a_quarter_larger(opened):
    opened.desk.show_basis(True)
    assert opened.minimumSizeHint().width() <= 1092
    assert opened.minimumSizeHint().height() <= 614
