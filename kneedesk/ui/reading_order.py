"""Tab goes as one reads: line by line, whatever was made first, and into what was added a moment ago."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def in_reading_order(root: QWidget) -> list[QWidget]:
    """Return the visible widgets below a widget at which Tab stops, in the order in which they are read."""
    stops: list[QWidget] = []
    for child in _lines(root):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None and child.isEnabled():
            stops.append(child)
        stops += in_reading_order(child)
    return stops


def move_focus(root: QWidget, forward: bool) -> bool:
    """Move the focus to the next stop or the one before, around the ends; tell whether there was one."""
    stops = in_reading_order(root)
    if not stops:
        return False
    focused = root.focusWidget()
    place = stops.index(focused) if focused in stops else _place_of(focused, stops, forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(place + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def _lines(parent: QWidget) -> list[QWidget]:
    """Return the visible children, line by line; what overlaps in height stands in one line."""
    children = [child for child in parent.children() if isinstance(child, QWidget) and _shown(child)]
    lines: list[list[QWidget]] = []
    bottom = 0.0
    for child in sorted(children, key=lambda child: (child.y(), child.x())):
        if not lines or child.y() + child.height() / 2 >= bottom:
            lines.append([])
            bottom = child.y() + child.height()
        lines[-1].append(child)
    return [child for line in lines for child in sorted(line, key=lambda child: child.x())]


def _shown(child: QWidget) -> bool:
    return child.isVisible() and not child.isWindow()


def _place_of(focused: QWidget | None, stops: list[QWidget], forward: bool) -> int:
    """Return the place from which to go on where the focus is at no stop of Tab: inside one, or nowhere."""
    if focused is not None:
        for place, stop in enumerate(stops):
            if focused.isAncestorOf(stop):
                return place - 1 if forward else place
            if stop.parentWidget() is focused.parentWidget():
                return place
    return -1 if forward else 0
