"""Write changes away from the window: the newest state of each consultation, within half a second, until it is kept."""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kneedesk.store import faults
from kneedesk.store.faults import Unavailable

if TYPE_CHECKING:
    from kneedesk.domain.beginning import Carried
    from kneedesk.domain.consultation import Consultation
    from kneedesk.store.consultations import Consultations
    from kneedesk.store.shown import Shown

_REST = 0.25  # seconds between two commits while somebody types
_FIRST_RETRY, _LONGEST_RETRY = 0.25, 5.0
_IDLE = 1.0  # then the thread ends; the next change starts another


@dataclass(frozen=True, slots=True, eq=False)
class _Change:
    """The newest state of a consultation that is not kept yet, and who is to be told."""

    consultation: "Consultation"
    saved: Callable[[datetime], None]
    failed: Callable[[str], None]
    carried: "Carried | None"
    shown: "Shown | None"
    standing: "tuple[Consultation, ...]"
    """Versions before it that were finalised and are not kept yet either: no newer state takes their place."""


class Writer:
    """Keeps changes in one thread; whoever asked is told about the newest state, never about one before it.

    What could not be written is kept here and tried again, so that it is saved as soon as that is possible.
    """

    def __init__(self, consultations: "Consultations", clock: Callable[[], datetime]) -> None:
        self._consultations = consultations
        self._clock = clock
        self._waiting: dict[str, _Change] = {}
        self._bases: dict[str, int] = {}
        self._turn = threading.Condition()
        self._thread: threading.Thread | None = None
        self._hurried = False
        self._closed = False

    def keep(
        self,
        key: str,
        consultation: "Consultation",
        saved: Callable[[datetime], None],
        failed: Callable[[str], None],
        carried: "Carried | None" = None,
        shown: "Shown | None" = None,
    ) -> None:
        """Keep the newest state of a consultation; return at once.

        From the writing thread, ``saved`` is called after the commit, or ``failed`` with one sentence as often as an
        attempt failed. Neither is called any more once there is a newer state.
        """
        with self._turn:
            if self._closed:
                raise RuntimeError("the writer is closed")
            standing = _standing(self._waiting.get(key), consultation)
            self._waiting[key] = _Change(consultation, saved, failed, carried, shown, standing)
            self._wake()

    def base_on(self, key: str, version: int) -> None:
        """Take it that the next states of a consultation are made from a version that was read."""
        with self._turn:
            self._bases[key] = version
            self._hurried = True
            self._turn.notify_all()

    def flush(self, timeout: float) -> bool:
        """Write everything out now; tell whether all of it is kept."""
        with self._turn:
            if self._waiting:
                self._hurried = True
                self._wake()
            return self._turn.wait_for(lambda: not self._waiting, timeout)

    def close(self, timeout: float) -> bool:
        """Write everything out and end; tell whether all of it is kept, for what is not is given up."""
        with self._turn:
            kept = self.flush(timeout)
            self._closed = True
            self._turn.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(None if kept else _IDLE)
        return kept

    @property
    def bases(self) -> dict[str, int]:
        """Return the versions that what is not written yet was made from, by their keys."""
        with self._turn:
            return {key: version for key, version in self._bases.items() if key in self._waiting}

    def give_up(self, key: str) -> None:
        """Write the newest state of a consultation no more: who made it has chosen another one."""
        with self._turn:
            self._waiting.pop(key, None)
            self._turn.notify_all()

    def left(self) -> "dict[str, tuple[Consultation, Carried | None]]":
        """Return what was given up when this was closed: by its key each state, and what of it is to be confirmed."""
        with self._turn:
            return {key: (change.consultation, change.carried) for key, change in self._waiting.items()}

    @property
    def standing(self) -> "dict[str, tuple[Consultation, ...]]":
        """Return the versions that stand and are not written yet either, before the state of the same key."""
        with self._turn:
            return {key: change.standing for key, change in self._waiting.items() if change.standing}

    def _wake(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            # No daemon: when the program ends, Python waits until the changes are written.
            self._thread = threading.Thread(target=self._work, name="kneedesk-writer")
            self._thread.start()
        self._turn.notify_all()

    def _work(self) -> None:
        retry = _FIRST_RETRY
        while changes := self._next():
            if all([self._write(*change) for change in changes]):  # noqa: C419 - each of them
                pause, retry = _REST, _FIRST_RETRY
            elif threading.main_thread().is_alive():
                pause, retry = retry, min(2 * retry, _LONGEST_RETRY)
            else:
                break  # the program has ended without closing this: nobody can be told any more
            with self._turn:
                if self._turn.wait_for(lambda: self._hurried or self._closed, pause):
                    retry = _FIRST_RETRY

    def _next(self) -> list[tuple[str, _Change, int | None]]:
        """Return what is to be written, by its key and on which version; nothing when the thread is to end."""
        with self._turn:
            self._turn.wait_for(lambda: self._waiting or self._closed, _IDLE)
            self._hurried = False
            if self._closed or not self._waiting:
                self._thread = None
                return []
            return [(key, change, self._bases.get(key)) for key, change in self._waiting.items()]

    def _write(self, key: str, change: _Change, base: int | None) -> bool:
        at = self._clock()
        try:
            for version in change.standing:
                base = self._save(key, version, at, None, None, base)
            self._save(key, change.consultation, at, change.carried, change.shown, base)
        except Unavailable as fault:
            sentence = fault.sentence
        except Exception:  # whatever it is, the change stays here, and what is said of it holds no value
            sentence = faults.UNKNOWN
        else:
            sentence = ""
        # While the lock is held nobody brings a newer state, so that nobody is told of an older one.
        with self._turn, suppress(RuntimeError):  # Qt's word for a window that is there no more
            newest = self._waiting.get(key)
            if sentence and newest is not None:
                newest.failed(sentence)
            elif newest is change:
                del self._waiting[key]
                self._turn.notify_all()
                change.saved(at)
            if newest is None:
                return True  # it was given up meanwhile
        return not sentence

    def _save(
        self,
        key: str,
        consultation: "Consultation",
        at: datetime,
        carried: "Carried | None",
        shown: "Shown | None",
        base: int | None,
    ) -> int:
        version = self._consultations.save(key, consultation, at, carried, shown, base)
        with self._turn:
            if self._bases.get(key) == base:
                self._bases[key] = version
        return version


def _standing(waiting: _Change | None, following: "Consultation") -> "tuple[Consultation, ...]":
    """Return which versions that stand are to be kept before the state that follows."""
    if waiting is None:
        return ()
    before, after = (getattr(each, "finalised", None) for each in (waiting.consultation, following))
    return waiting.standing if before in (None, after) else (*waiting.standing, waiting.consultation)
