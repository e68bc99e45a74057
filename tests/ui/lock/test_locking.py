"""Before a lock every dialog is closed, and what was typed in one is told."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from kneedesk.ui.lock.locking import Clipping, close_dialogs


def opened(qtbot):
    window = QWidget()
    dialog = QDialog(window)
    lines = QVBoxLayout(dialog)
    for edit, name in ((QLineEdit(), "Reason"), (QPlainTextEdit(), "Words"), (QLineEdit(), "Passphrase")):
        edit.setAccessibleName(name)
        lines.addWidget(edit)
    qtbot.addWidget(window)
    window.show()
    dialog.open()
    qtbot.waitExposed(dialog)
    return window, dialog


def test_what_is_typed_is_told_but_no_passphrase(qtbot):
    window, dialog = opened(qtbot)
    reason, secret = dialog.findChildren(QLineEdit)
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    QTest.keyClicks(reason, "The dose was wrong.")
    QTest.keyClicks(secret, "lantern orchard")
    QTest.keyClicks(dialog.findChild(QPlainTextEdit), "Pain 3 of 10.")
    closed = []
    dialog.rejected.connect(lambda: closed.append(1))
    assert close_dialogs(window) == ("Reason: The dose was wrong.", "Words: Pain 3 of 10.")
    assert closed == [1]
    assert close_dialogs(window) == ()


def test_what_stood_there_before_is_not_told_and_menus_close(qtbot):
    window, dialog = opened(qtbot)
    dialog.findChildren(QLineEdit)[0].setText("as it was")
    menu = QMenu(window)
    menu.addAction("Copy")
    menu.popup(window.pos())
    assert close_dialogs(window) == ()
    assert not menu.isVisible()


def test_what_was_copied_here_is_taken_off_the_clipboard_and_what_came_from_elsewhere_stays(qtbot):
    clipping, board = Clipping(), QGuiApplication.clipboard()
    window, dialog = opened(qtbot)
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    board.setText("Ruiz Peña")
    clipping.clear()
    assert board.text() == ""
    dialog.close()
    window.hide()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is None)
    board.setText("a shopping list")
    clipping.clear()
    assert board.text() == "a shopping list"
    board.clear()
