"""What belongs to the program as a whole: how it is called, what it says of faults, its heap, Qt's own words."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from PySide6.QtWidgets import QLineEdit


def read_options(arguments: Sequence[str]) -> argparse.Namespace:
    """Read with what the window is called; end with a sentence where that is not known."""
    import argparse

    parser = argparse.ArgumentParser(prog="kneedesk open", description="Open the window.")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a consultation file to open")
    parser.add_argument(
        "--store",
        metavar="ADDRESS",
        help="the server of the practice, postgresql://desk@server/database, in the place of the settings' own",
    )
    parser.add_argument(
        "--quit-after",
        choices=("first-frame", "usable"),
        default="",
        help="end at once when the window is drawn, or when its list is filled and takes a key",
    )
    return parser.parse_args(arguments)


def keep_silence() -> None:
    """Have no fault say with what values it happened, and the system keep nothing of what is in memory then."""
    import threading

    sys.excepthook = report
    threading.excepthook = lambda fault: report(fault.exc_type, fault.exc_value, fault.exc_traceback)
    sys.unraisablehook = lambda fault: report(fault.exc_type, fault.exc_value, fault.exc_traceback)
    try:
        import resource
    except ImportError:  # Windows writes no such file unless it is told to
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def report(kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None) -> None:
    """Say where the program failed, but not with what values: they may be a patient's."""
    import traceback

    lines = "".join(traceback.format_tb(trace)) if trace is not None else ""
    sys.stderr.write(f"KneeDesk met a fault ({kind.__name__}):\n{lines}")


def leave_out_of_collection() -> None:
    """Look for garbage from now on, but not among what was loaded: an edit would wait for it longer than a frame."""
    gc.freeze()
    gc.enable()


@contextmanager
def without_collection() -> Iterator[None]:
    """Look for no garbage meanwhile: who makes much and leaves none only waits for it."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def new_key() -> str:
    """Return the key of a new consultation."""
    from uuid import uuid4

    return uuid4().hex


def speak_for_qt(tag: str, parent: QObject) -> None:
    """Let Qt's own dialogs and menus speak the language of the window; without its catalogue they stay English."""
    if tag == "en":
        return
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator(parent)
    if translator.load(f"qtbase_{tag}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QApplication.installTranslator(translator)


def takes_a_key(line: QLineEdit) -> bool:
    """Tell whether a line takes a key that is pressed now."""
    before = line.text()
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"))
    return line.text() == f"{before}a"
