"""The folder of the consultations, which one window has at a time."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile

if TYPE_CHECKING:
    from pathlib import Path

    from kneedesk.language import Language

_LOCK: Final = "kneedesk.lock"


class Claim:
    """It is taken before anything is read there, and let go of when the window closes or nothing can be opened."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: QLockFile | None = None

    def take(self, language: Language) -> str:
        """Take the folder for this window alone; return one sentence on why not, empty where it is taken."""
        if self._lock is not None:
            return ""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            return language.say("The folder of consultations cannot be made: {why}.").format(why=error.strerror)
        lock = QLockFile(str(self._folder / _LOCK))
        if not lock.tryLock(0):
            if lock.error() != QLockFile.LockError.LockFailedError:
                return language.say(_why_not(self._folder))
            return language.say("KneeDesk is open already, in another window, and keeps these consultations there.")
        self._lock = lock
        return ""

    def let_go(self) -> None:
        """Let another window have the folder."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def _why_not(folder: Path) -> str:
    """Return why nothing can be written into a folder."""
    from kneedesk.store.faults import CLOSED, Unavailable, explained

    probe = folder / f"{_LOCK}.probe"
    try:
        with explained(folder):
            probe.write_bytes(bytes(4096))
            probe.unlink()
    except Unavailable as fault:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
        return fault.sentence
    return CLOSED
