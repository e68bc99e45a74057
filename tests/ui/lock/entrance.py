"""The hand that works a window from before it is unlocked: it types a passphrase, opens a case, and locks."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from kneedesk.ui.lock.unlock_page import UnlockPage
from tests.files import CASES
from tests.people import PASSPHRASE


class Hand:
    """Works one window, from before it is unlocked."""

    def __init__(self, application, qtbot):
        self.application, self.window, self.qtbot = application, application.window, qtbot

    @property
    def page(self):
        return self.application.gate.page

    def wait(self, until):
        self.qtbot.waitUntil(until)

    def press(self, name):
        self.qtbot.mouseClick(self.page.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def type(self, words):
        """Type into whatever has the focus."""
        QTest.keyClicks(QApplication.focusWidget(), words)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def unlock(self, passphrase=PASSPHRASE):
        self.wait(lambda: isinstance(self.page, UnlockPage) and self.page.open.isEnabled())
        self.window.activateWindow()
        self.page.secret.edit.setFocus()
        self.wait(lambda: QApplication.focusWidget() is self.page.secret.edit)
        self.type(passphrase)

    def come_in(self, passphrase=PASSPHRASE):
        self.unlock(passphrase)
        self.wait(lambda: not self.window.is_shut)
        self.wait(lambda: self.window.desk is not None)

    def open(self, case="reference"):
        self.application._opening.open_file(CASES / f"{case}.json")
        self.wait(lambda: self.window.desk.isVisible() and self.window.desk.session is not None)
        return self.window.desk

    def lock(self):
        self.application.lock()
        self.wait(lambda: self.application.shelf._opened is None)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def begun(application, qtbot, file=None):
    """Show the window of an application, until somebody can unlock it."""
    application.begin(file)
    application.window.resize(1366, 768)
    hand = Hand(application, qtbot)
    hand.wait(lambda: application.window.isActiveWindow() and hasattr(application, "_opening"))
    return hand


def close(applications):
    """Close windows, whatever is not saved in them."""
    for application in applications:
        application.leaving.given_up = True
        application.window.close()
        application.end()
        application.window.deleteLater()
        application.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
