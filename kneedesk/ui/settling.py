"""Lay out all that waits for it, at once: Qt hands a new height on by one level, then paints, then by the next."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QLayout, QWidget

_LEVELS: Final = 16
"""More than one thing stands within another; where nothing waits, asking takes a few microseconds."""


def settle() -> None:
    """Lay out what was changed and all that is around it, so that no frame shows it in its old place."""
    for _ in range(_LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


@contextmanager
def held(*widgets: QWidget) -> Iterator[None]:
    """Let widgets stand until all of them are changed: Qt lays out all around each one that comes, before the next."""
    layouts = [layout for layout in (widget.layout() for widget in widgets) if layout is not None]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)


def announce(widget: QWidget) -> None:
    """Tell what is around a widget that it is about to be of another size; to be said from the outside in.

    Left to itself, Qt tells the nearest first and the others level by level: each lays out once more what is within,
    first at its old size, and all of it is painted.
    """
    widget.updateGeometry()
    _measure_again(widget.layout())


def _measure_again(layout: QObject | None) -> None:
    """Let a layout and those within it forget their heights: Qt tells only the outermost."""
    if isinstance(layout, QLayout):
        layout.invalidate()
        for within in layout.children():
            _measure_again(within)
