"""Lay out all that waits for it, at once: Qt hands a new height on by one level, then paints, then by the next."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent

_LEVELS: Final = 16
"""More than one thing stands within another; where nothing waits, asking takes a few microseconds."""


def settle() -> None:
    """Lay out what was changed and all that is around it, so that no frame shows it in its old place."""
    for _ in range(_LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
