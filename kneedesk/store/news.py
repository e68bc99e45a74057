"""Hear what the other desks change as soon as it is committed, and whether the line to the server still stands."""

import select
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

from kneedesk.store.addresses import Address
from kneedesk.store.faults import Unavailable, explained
from kneedesk.store.postgres import connect_to
from kneedesk.store.server_rules import CHANNEL

_FIRST_RETRY, _LONGEST_RETRY = 0.5, 5.0  # seconds
_BRIEFLY = 0.1


class Change(NamedTuple):
    """What another desk changed: a row of a table, by the key of its consultation."""

    table: str
    key: str


class News:
    """One connection that only listens, in a thread of its own; everything is told from that thread."""

    def __init__(
        self,
        address: Address,
        desk: str,
        heard: Callable[[Change], None],
        lost: Callable[[str], None],
        found: Callable[[], None],
    ) -> None:
        self._address = address
        self._desk = desk
        self._heard = heard
        self._lost = lost
        self._found = found
        self._wakes, self._wake = socket.socketpair()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="kneedesk-news", daemon=True)

    def begin(self) -> None:
        """Listen from now on: ``found`` is told once it can, and again whenever the line is back after it was lost.

        What was changed while it was lost is not heard: whoever is told that it is back reads again.
        """
        self._thread.start()

    def close(self) -> None:
        """Listen no more; nothing is told any more, and who closes does not wait for a server that does not answer."""
        self._closed = True
        self._wake.close()
        if self._thread.ident is None:
            self._wakes.close()
        if threading.current_thread() is not self._thread and self._thread.ident is not None:
            self._thread.join(_BRIEFLY)

    def _work(self) -> None:
        retry = _FIRST_RETRY
        while True:
            try:
                with explained(None), connect_to(self._address, self._desk, autocommit=True) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    retry = _FIRST_RETRY
                    self._tell(self._found)
                    if self._listen(connection):
                        break
            except Unavailable as fault:
                self._tell(self._lost, fault.sentence)
            if self._is_closed(retry):
                break
            retry = min(2 * retry, _LONGEST_RETRY)
        self._wakes.close()

    def _listen(self, connection: Any) -> bool:
        """Tell what is heard until the line is lost, which raises, or until this is closed, which is told."""
        while True:
            readable, _, _ = select.select([connection.fileno(), self._wakes], [], [])
            if self._wakes in readable:
                return True
            for notice in connection.notifies(timeout=0):
                table, _, rest = str(notice.payload).partition(" ")
                key, _, desk = rest.partition(" ")
                if desk != self._desk:
                    self._tell(self._heard, Change(table, key))

    def _tell(self, told: Callable[..., None], *what: object) -> None:
        with suppress(RuntimeError):  # Qt's word for a window that is there no more
            if not self._closed:
                told(*what)

    def _is_closed(self, seconds: float) -> bool:
        return bool(select.select([self._wakes], [], [], seconds)[0])
