"""Notices where a part of the window asks a store on the window's own thread, which then stands still."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from sqlalchemy import Engine, event

import kneedesk
from kneedesk.store import postgres
from kneedesk.store.pen import Pen

_KNEEDESK = Path(kneedesk.__file__).parent
_WINDOW = (str(_KNEEDESK / "ui"), str(_KNEEDESK / "application.py"))
_AT_THE_END = frozenset({("shelf.py", "close")})
"""What the window does when it is closed already."""


@contextmanager
def watched(patch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Lend a list of what was asked there: from which part of the window."""
    asked: list[str] = []

    def look(*_: object) -> None:
        if threading.current_thread() is threading.main_thread():
            asked.extend(_asking())

    real = postgres.connect_to

    def connect(*arguments: object, **named: object) -> object:
        look()
        return real(*arguments, **named)  # type: ignore[arg-type]

    writing = Pen.writing

    def write(pen: Pen) -> object:
        look()
        return writing(pen)

    patch.setattr(postgres, "connect_to", connect)
    patch.setattr(Pen, "writing", write)
    event.listen(Engine, "before_cursor_execute", look)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", look)


def _asking() -> list[str]:
    """Return which part of the window asks now: none where a test asks by itself, or the window is closing."""
    frame, found = sys._getframe(), []
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith(_WINDOW):
            if (Path(code.co_filename).name, code.co_name) in _AT_THE_END:
                return []
            if isinstance(frame.f_locals.get("self"), QObject):
                found.append(f"{Path(code.co_filename).name}:{frame.f_lineno} {code.co_name}")
        frame = frame.f_back
    return found[:1]
