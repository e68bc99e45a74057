"""About KneeDesk: its version and that of the pack, what it is for in the words of the README, and the licences."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kneedesk import __version__
from kneedesk.bundle import resources
from kneedesk.language import language
from kneedesk.settings import Settings
from kneedesk.ui.dialogs.about import INTENDED_USE, AboutDialog
from kneedesk.ui.dialogs.settings import SettingsDialog
from tests.ui.pages.desk import words
from tests.ui.test_accessibility import faults as said_wrong

# Said by Qt's platform without a screen, whenever a dialog is opened.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

README = Path(__file__).parents[3] / "README.md"


@pytest.fixture
def about(qtbot, library, english):
    dialog = AboutDialog(library, english)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_it_names_the_version_and_the_pack_with_its_days(about, library):
    said = words(about)
    assert __version__ in said
    assert f"{library.version}, reviewed on 21 November 2026, next review due 20 November 2027" in said


@pytest.mark.parametrize("tag", ["en", "es"])
def test_it_says_the_intended_use_also_before_the_pack_is_read(qtbot, tag):
    spoken = language(tag, resources() / "translations")
    dialog = AboutDialog(None, spoken)
    qtbot.addWidget(dialog)
    dialog.show()
    assert all(spoken.say(sentence) in words(dialog) for sentence in INTENDED_USE)


def test_the_intended_use_is_that_of_the_readme():
    said = " ".join(README.read_text("utf-8").split())
    assert all(sentence in said for sentence in INTENDED_USE)


def test_every_licence_that_ships_can_be_read_by_key(qtbot, about):
    shipped = {file for name in ("licences", "fonts", "icons") for file in (resources() / name).glob("*.txt")}
    shown = [about.text.toPlainText()]
    about.licence.setFocus()
    for _ in range(1, about.licence.count()):
        qtbot.keyClick(about.licence, Qt.Key.Key_Space)
        qtbot.keyClick(about.licence.view(), Qt.Key.Key_Down)
        qtbot.keyClick(about.licence.view(), Qt.Key.Key_Return)
        shown.append(about.text.toPlainText())
    assert set(shown) == {file.read_text("utf-8").strip("\n") for file in shipped}
    assert shown[0].startswith("What KneeDesk is made with")


def test_it_can_be_heard_and_closes_by_key(qtbot, about):
    assert said_wrong(about) == []
    assert about.focusWidget() is about.done_button
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_the_settings_lead_there(qtbot, english, theme):
    dialog = SettingsDialog(Settings(), english, theme)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.about_asked):
        qtbot.mouseClick(dialog.findChild(QPushButton, "settings.about"), Qt.MouseButton.LeftButton)
