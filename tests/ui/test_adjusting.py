"""A changed setting is kept in its file and shown in the window at once."""

import pytest
from PySide6.QtCore import Qt

from kneedesk.settings import Settings, load
from kneedesk.store.server_faults import NO_DATABASE, NOT_VERIFIED, UNREACHABLE
from kneedesk.ui.adjusting import Adjusting, theme_name
from kneedesk.ui.desk import Desk
from kneedesk.ui.dialogs.settings import SettingsDialog
from kneedesk.ui.main_window import MainWindow
from kneedesk.ui.pages.options import OptionsPage
from kneedesk.ui.widgets.server_form import ANSWERS, LATER, NOBODY, STAY
from tests.store.line import Certificates
from tests.ui.stand_in import PAGES


@pytest.fixture
def adjusting(qtbot, theme, english, tmp_path):
    window = MainWindow(theme, english)
    qtbot.addWidget(window)
    window.show()
    yield Adjusting(window, Settings(theme="light"), tmp_path, theme, english, window)
    theme.switch("light")
    theme.resize_text(100)


def test_the_theme_is_switched_and_kept(adjusting, theme, tmp_path, qtbot):
    qtbot.mouseClick(adjusting._window.rail.buttons["theme"], Qt.MouseButton.LeftButton)
    assert theme.name == "dark"
    assert load(tmp_path).settings.theme == "dark"
    adjusting.switch_theme()
    assert theme.name == "light"


def test_the_lines_to_say_follow_what_is_set_and_keep_what_the_desk_says(adjusting, library, english, theme, tmp_path):
    desk = Desk(PAGES, library, english, theme)
    adjusting._window.add_desk(desk)
    desk.saying.toggled.connect(lambda shown: adjusting.change("show_lines_to_say", shown))
    page = OptionsPage(library, english, theme, desk)
    desk.saying.hold(page)
    line = page.lines_to_say[0]
    assert not line.isHidden()
    adjusting.change("show_lines_to_say", False)
    assert line.isHidden()
    line.mark.click()
    assert not line.isHidden()
    assert load(tmp_path).settings.show_lines_to_say is True


def test_text_is_made_larger_and_smaller_by_key_and_kept(adjusting, theme, tmp_path, qtbot):
    window = adjusting._window
    qtbot.waitUntil(window.isActiveWindow)
    seen = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Minus):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        seen.append(theme.text_size)
    assert seen == [125, 150, 125, 100, 100]
    adjusting.change("text_size", 200)
    adjusting.resize_text(1)
    assert load(tmp_path).settings.text_size == theme.text_size == 200


def test_one_setting_is_changed(adjusting, tmp_path):
    adjusting.change("drawer_open", False)
    assert adjusting.settings.drawer_open is False
    assert load(tmp_path).settings.drawer_open is False


def test_what_cannot_be_written_is_said_and_holds_all_the_same(adjusting, tmp_path):
    (tmp_path / "settings.json.part").mkdir()
    adjusting.change("jurisdiction", "eu")
    assert adjusting.settings.jurisdiction == "eu"
    assert "cannot be written" in adjusting._window.list.notice.text.text()


def test_only_the_letterhead_is_asked_for_here(adjusting):
    adjusting.ask_letterhead("history.no_such_finding")
    assert adjusting._window.findChild(SettingsDialog) is None
    adjusting.ask_letterhead("practice.name")
    dialog = adjusting._window.findChild(SettingsDialog)
    assert dialog.focusWidget() is dialog.field("practice.name").edit
    dialog.reject()


def test_the_computer_is_followed_where_that_is_set(adjusting):
    assert theme_name("light") == "light"
    assert theme_name("dark") == "dark"
    assert theme_name("system") in ("light", "dark")
    adjusting._follow()
    assert adjusting._theme.name == "light"


def test_a_server_is_tried_away_from_the_window_and_its_answer_is_said(adjusting, line, qtbot, tmp_path):
    dialog = adjusting.ask()
    form = dialog.server

    def tried(place):
        form.field.edit.setText(place)
        form.ask()
        assert form.working.isVisible()
        qtbot.waitUntil(lambda: not form.working.isVisible())
        return form.field.fault() or form.told.text()

    stranger = Certificates(tmp_path / "stranger", "localhost").authority
    assert tried(line.place(host="127.0.0.1")) == NOT_VERIFIED
    assert tried(f"{line.place().partition('?')[0]}?sslrootcert={stranger}") == NOT_VERIFIED
    assert tried(line.place(database="other")) == NO_DATABASE
    assert tried(line.place()) == f"{ANSWERS} {LATER} {NOBODY} {STAY}"
    line.cut()
    assert tried(line.place()) == UNREACHABLE
    line.mend()
    dialog.save.click()
    qtbot.waitUntil(lambda: adjusting.settings.store == line.place())
