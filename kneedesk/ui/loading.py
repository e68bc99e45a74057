"""Modules of the window are loaded on its own thread: PySide crashes now and then on classes that another one made."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def load_in_turn(names: Sequence[str], context: QObject, then: Callable[[], object] = lambda: None) -> None:
    """Load one after the other, with keys and clicks between them, and go on; at once where all are loaded already."""
    left = [name for name in names if name not in sys.modules]
    if not left:
        then()
        return
    import_module(left[0])
    QTimer.singleShot(0, context, partial(load_in_turn, left[1:], context, then))
