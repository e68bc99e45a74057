"""Put a page or a widget into a window of a fixed size, and read it as a screen reader does."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QWidget

from kneedesk.ui.widgets.painted_row import PaintedRow

WIDTH, HEIGHT = 830, 640
"""What 1366 by 768 leaves to a page beside the rail and the basis drawer."""
_NAMED = (QAccessible.Role.StaticText, QAccessible.Role.Graphic)


def host(qtbot, content: QWidget, width: int = WIDTH, height: int = HEIGHT) -> QWidget:
    """Show a widget in a window without a layout: the offscreen plugin cannot take hints of size."""
    window = QWidget()
    window.resize(width, height)
    content.setParent(window)
    content.setGeometry(0, 0, width, height)
    content.host = window
    # pytest-qt keeps only a weak reference: what is collected while it is painted, once the test is over, is a crash.
    qtbot.addWidget(window, before_close_func=lambda _, kept=window: None)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def legible(root: QWidget) -> list[str]:
    """Return what can be read on a widget, label by label, then row by painted row."""
    said = [label.text() for label in root.findChildren(QLabel) if label.isVisible() and label.text()]
    rows = root.findChildren(PaintedRow) + [each for each in (root,) if isinstance(each, PaintedRow)]
    return said + [line for row in rows if row.isVisible() for line in row.words.split("\n")]


def nodes(root: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield everything that a screen reader finds below a widget and the widget itself."""
    waiting = [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [child for child in map(node.child, range(node.childCount())) if child is not None]


def unnamed(root: QWidget) -> list[str]:
    """Return the visible things below a widget that can take the focus but have no name."""
    return [
        f"{type(node.object()).__name__} {node.object().objectName()}"
        for node in nodes(root)
        if node.state().focusable and not node.state().invisible and not node.text(QAccessible.Text.Name)
    ]


def tab_order(window: QWidget) -> list[QWidget]:
    """Return the widgets that Tab reaches in a window, in their order."""
    found, widget = [], window.nextInFocusChain()
    while widget is not window:
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stops and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
