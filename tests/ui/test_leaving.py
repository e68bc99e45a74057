"""The desk is left for the list, and the window closes: at once, after writing what is left, never without asking."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from kneedesk.ui.leaving import Leaving
from kneedesk.ui.main_window import MainWindow
from tests.ui.running import running

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


def test_the_desk_is_left_for_a_list_that_shows_what_was_written(tmp_path, theme, qtbot):
    with running(tmp_path, theme, qtbot) as application:
        window = application.window
        application.asking.ask_file()
        dialog = window.findChild(QFileDialog)
        dialog.fileSelected.emit(str(Path("tests", "cases", "reference.json")))
        dialog.close()
        qtbot.waitUntil(lambda: window.desk.session is not None)
        window.left.emit()
        assert window.list.isVisible()
        assert window.desk.session is None
        qtbot.waitUntil(lambda: window.list.model.rowCount() == 1)
