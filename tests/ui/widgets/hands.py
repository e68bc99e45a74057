"""Press keys where the focus is, as a person does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget


def press(qtbot, *keys: Qt.Key) -> None:
    """Press keys one after the other in whatever has the focus."""
    for key in keys:
        assert QApplication.focusWidget() is not None
        qtbot.keyClick(QApplication.focusWidget(), key)


def enter(qtbot, line: QWidget, text: str) -> None:
    """Replace what stands in a line and press Enter."""
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    if text.isascii():
        qtbot.keyClicks(line, text)
    else:  # Qt's own typing aborts at what no key has
        line.insert(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def click(qtbot, widget: QWidget) -> None:
    """Press the left button of the mouse on a widget."""
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def press_in(qtbot, picker: QComboBox, *keys: Qt.Key) -> None:
    """Press keys in the list that a picker has opened."""
    for key in keys:
        qtbot.keyClick(picker.view(), key)


def pick(picker: QComboBox, value: object) -> None:
    """Take a value from a list that opens."""
    picker.choose(value)
    picker.activated.emit(picker.currentIndex())
