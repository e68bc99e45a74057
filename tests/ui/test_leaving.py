"""The window closes at once where nothing is left, after writing where something is, and never without asking."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from kneedesk.ui.leaving import Leaving
from kneedesk.ui.main_window import MainWindow

# Said by Qt's platform without a screen, whenever a dialog is opened.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


class Shelf(QObject):
    """A shelf on which the test decides whether something is left, and what writing it comes to."""

    settled = True
    puts_by = False

    def settle(self, then: Callable[[bool], None]) -> None:
        self.then = then


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def leaving(qtbot, theme, english, shelf):
    window = MainWindow(theme, english)
    qtbot.addWidget(window)
    window.show()
    return Leaving(window, shelf, english, window)


def test_where_nothing_is_left_it_may_close(leaving):
    assert leaving.may_close()


def test_what_is_left_is_written_before_it_closes(leaving, shelf):
    shelf.settled = False
    assert not leaving.may_close()
    assert not leaving.parent().isEnabled()
    shelf.then(True)
    assert leaving.parent().isHidden()


@pytest.mark.parametrize("words", ["Stay", "Close and lose them"])
def test_what_cannot_be_written_is_lost_only_by_a_word(leaving, shelf, qtbot, words):
    shelf.settled = False
    leaving.may_close()
    shelf.then(False)
    window = leaving.parent()
    box = window.findChild(QMessageBox)
    assert box.defaultButton().text() == "Stay"
    (pressed,) = [each for each in box.buttons() if each.text() == words]
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert window.isHidden() is (words != "Stay")
    assert leaving.may_close() is (words != "Stay")


def test_where_it_is_put_by_on_this_desk_nothing_is_lost(leaving, shelf, qtbot):
    shelf.settled, shelf.puts_by = False, True
    assert not leaving.may_close()
    shelf.then(False)
    box = leaving._window.findChild(QMessageBox)
    assert "kept on this desk, encrypted" in box.informativeText()
    assert "Close" in [button.text() for button in box.buttons()]
    box.close()
