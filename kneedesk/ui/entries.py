"""What was done with a consultation, on its way into the journal: tried again until it can be entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kneedesk.store.chain import Deed
    from kneedesk.ui.shelf import Shelf

_RETRY: Final = 5000
"""Milliseconds until the journal is tried again."""


class Entries(QObject):
    """The store's scribe holds what is left; the list says that it is not entered yet."""

    def __init__(self, shelf: Shelf, clock: Callable[[], datetime]) -> None:
        super().__init__(shelf)
        self._shelf, self._clock = shelf, clock

    def note(self, deed: Deed, key: str, what: str = "") -> None:
        """Enter what was done with a consultation just now; nothing while no store is open."""
        at, failed = self._clock(), self._shelf.notice.say_unreadable
        self._shelf.do(lambda store: store.scribe.note(at, deed, key, what), self._say, failed)

    def write(self) -> None:
        """Enter what is left."""
        self._shelf.do(lambda store: store.scribe.write(), self._say, self._shelf.notice.say_unreadable)

    def _say(self, why: str) -> None:
        """Say whether the journal can be written, and try again until it can."""
        self._shelf.notice.say_entered(why)
        if why:
            QTimer.singleShot(_RETRY, self, self.write)
