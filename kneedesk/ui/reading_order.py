"""Tab goes as one reads: line by line, whatever was made first, and into what was added a moment ago."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def move_focus(root: QWidget, forward: bool) -> bool:
    """Move the focus to the next stop of Tab or the one before, around the ends; tell whether there was one."""
    focused = root.focusWidget()
    found = _beyond(root, focused, forward) if focused is not None else None
    stop = found or _end(_lines(root), forward)
    if stop is None:
        return False
    stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def stop_after(root: QWidget, widget: QWidget) -> QWidget | None:
    """Return the next stop of Tab after a widget, none where there is none below the root."""
    return _beyond(root, widget, True)


def in_reading_order(root: QWidget) -> list[QWidget]:
    """Return the visible widgets below a widget at which Tab stops, in the order in which they are read."""
    stops: list[QWidget] = []
    for child in _lines(root):
        if _is_stop(child):
            stops.append(child)
        stops += in_reading_order(child)
    return stops


def _beyond(root: QWidget, focused: QWidget, forward: bool) -> QWidget | None:
    """Return the stop beyond a widget; only what lies around it is looked at, for a page has hundreds of widgets."""
    inside = _end(_lines(focused), forward) if forward else None
    if inside is not None:
        return inside
    child: QWidget | None = focused
    while child is not None and child is not root:
        parent = child.parentWidget()
        if parent is None:
            return None
        siblings = _lines(parent)
        place = siblings.index(child) if child in siblings else 0
        stop = _end(siblings[place + 1 :] if forward else siblings[:place], forward)
        if stop is not None:
            return stop
        if not forward and parent is not root and _is_stop(parent):
            return parent
        child = parent
    return None


def _end(widgets: Iterable[QWidget], forward: bool) -> QWidget | None:
    """Return the first stop in or below widgets, or the last."""
    for widget in widgets if forward else reversed(list(widgets)):
        itself = widget if _is_stop(widget) else None
        below = None if forward and itself is not None else _end(_lines(widget), forward)
        found = (itself or below) if forward else (below or itself)
        if found is not None:
            return found
    return None


def _is_stop(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.focusProxy() is None and widget.isEnabled()


def _lines(parent: QWidget) -> list[QWidget]:
    """Return the visible children, line by line; what overlaps in height stands in one line."""
    children = [child for child in parent.children() if isinstance(child, QWidget) and _shown(child)]
    if len(children) < 2:
        return children
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
