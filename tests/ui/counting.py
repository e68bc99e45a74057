"""Count what hands do beyond typing: each click, and each key that is no letter of what is written."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift)  # part of the key that is pressed with it


class Count(QObject):
    """The clicks and keys that came to a window from outside."""

    def __init__(self) -> None:
        super().__init__()
        self.made = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count an event where it arrives, and let it pass."""
        if isinstance(watched, QWindow) and (
            event.type() == QEvent.Type.MouseButtonPress or (isinstance(event, QKeyEvent) and _counts(event))
        ):
            self.made += 1
        return False


def _counts(event: QKeyEvent) -> bool:
    if event.type() != QEvent.Type.KeyPress or event.key() in _HELD:
        return False
    if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return False  # how a test types over what may stand there; a hand finds the line empty
    writing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
    return not (writing and event.text().isprintable() and event.text())


@contextmanager
def counted() -> Iterator[Count]:
    """Count until the end."""
    application, count = QApplication.instance(), Count()
    assert application is not None
    application.installEventFilter(count)
    try:
        yield count
    finally:
        application.removeEventFilter(count)
