"""Count what hands do beyond typing: each click, each shortcut, and each key that is no letter of what is written."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShortcutEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift)  # part of the key that is pressed with it
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress)


class Count(QObject):
    """The clicks and keys that came to a window from outside."""

    def __init__(self) -> None:
        super().__init__()
        self.places: Counter[str] = Counter()
        """How many by the object name of the control that they came to, or by the keys of a shortcut."""
        self._open = ""

    @property
    def made(self) -> int:
        """Return how many there were."""
        return self.places.total()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count an event where it comes to a window, take it back where it is typed on into a line, and let it pass."""
        if isinstance(event, QShortcutEvent):  # its key does not come to a window
            self.places[event.key().toString()] += 1
        elif isinstance(event, QMouseEvent | QKeyEvent) and event.type() in _PRESSES:
            if isinstance(watched, QWindow):
                self._open = _named(watched, event) if _counts(event) else ""
                self.places += Counter(filter(None, [self._open]))
            elif self._open and isinstance(watched, QLineEdit | QPlainTextEdit) and _is_written(event):
                self.places -= Counter([self._open])
                self._open = ""
        return False


def _counts(event: QMouseEvent | QKeyEvent) -> bool:
    if isinstance(event, QMouseEvent):
        return True
    if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return False  # how a test types over what may stand there; a hand finds the line empty
    writing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit) and _is_written(event)
    return event.key() not in _HELD and not writing


def _is_written(event: QMouseEvent | QKeyEvent) -> bool:
    return isinstance(event, QKeyEvent) and bool(event.text()) and event.text().isprintable()


def _named(window: QWindow, event: QMouseEvent | QKeyEvent) -> str:
    """Return the name of the control, or of the nearest around it that has one."""
    widget = QApplication.focusWidget()
    if isinstance(event, QMouseEvent):
        top = next(each for each in QApplication.topLevelWidgets() if each.windowHandle() is window)
        widget = top.childAt(event.position().toPoint()) or top
    while isinstance(widget, QWidget) and not widget.objectName():
        widget = widget.parentWidget()
    return widget.objectName() if widget is not None else "nothing"


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
