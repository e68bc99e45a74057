"""Entries of the journal in the name of one user: what cannot be written yet is kept, and written before the next."""

import threading
from collections.abc import Iterable
from datetime import datetime

from kneedesk.store.chain import Deed, Entry
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal
from kneedesk.store.users import User

Written = tuple[str, str, str, str]
"""An entry that is put by: its instant, its deed, the key of a consultation, and what it concerns."""


class Scribe:
    """It is asked from any thread; nobody is kept from reading or printing because the disk is full."""

    def __init__(self, journal: Journal, user: User) -> None:
        self._journal = journal
        self._user = user
        self._left: list[Entry] = []
        self._turn = threading.Lock()

    @property
    def left(self) -> int:
        """Return how many entries are not written yet."""
        return len(self._left)

    def hand_over(self) -> tuple[Written, ...]:
        """Write what is left, and return what cannot be written: it is another scribe's from now on."""
        self.write()
        with self._turn:
            left = tuple((entry.at.isoformat(), entry.deed.value, entry.key, entry.what) for entry in self._left)
            self._left.clear()
        return left

    def take_over(self, user: User, left: Iterable[Written]) -> None:
        """Take what another scribe could not write, in the name of whose deeds they are."""
        entries = [Entry(datetime.fromisoformat(at), user, Deed(deed), key, what=what) for at, deed, key, what in left]
        with self._turn:
            self._left[:0] = entries

    def note(self, at: datetime, deed: Deed, key: str = "", what: str = "") -> str:
        """Enter what was done at an instant; return one sentence on why it is not written yet, or nothing."""
        entry = Entry(at, self._user, deed, key, what=what)
        with self._turn:
            self._left.append(entry)
        return self.write()

    def write(self) -> str:
        """Write what is left; return one sentence on why it cannot be, or nothing."""
        with self._turn:
            if self._left:
                try:
                    self._journal.add(*self._left)
                except Unavailable as fault:
                    return fault.sentence
                self._left.clear()
        return ""
