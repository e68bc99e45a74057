"""The consultations that this computer keeps: opened by one window at a time, searched, written to and let go of."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from kneedesk.store.homes import Home
from kneedesk.ui.claim import Claim
from kneedesk.ui.entries import Entries
from kneedesk.ui.noted import Noted
from kneedesk.ui.searching import Searching
from kneedesk.ui.store_notice import StoreNotice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from kneedesk.language import Language
    from kneedesk.store.consultations import Consultations
    from kneedesk.store.parcel import Parcel, Unwritten
    from kneedesk.store.store import Store
    from kneedesk.store.users import Unlocked
    from kneedesk.store.vault import Vault
    from kneedesk.store.writer import Writer
    from kneedesk.ui.background import Background, Ticket
    from kneedesk.ui.consultation_list import ConsultationList
    from kneedesk.ui.keeping import Keeping

Answer = TypeVar("Answer")
_PATIENCE: Final = 3.0
"""Seconds that closing waits at most for what is not written yet."""


class Lent(NamedTuple):
    """What is worked with while somebody has the store open."""

    store: Store
    writer: Writer
    keeping: Keeping


class Shelf(QObject):
    """The store in a folder, and the list in which the window shows it; the list's notice says what goes wrong."""

    taken = Signal()
    """The store is open, and can be asked."""
    refused = Signal()
    """The store could not be opened; the list says why."""

    def __init__(
        self,
        folder: Path,
        shown: ConsultationList,
        language: Language,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
        server: str = "",
    ) -> None:
        super().__init__(parent)
        self._claim = Claim(folder)
        self.home = Home(folder, server)
        self._shown = shown
        self.notice = StoreNotice(shown.notice, language)
        self._language = language
        self._clock = clock
        self._unlocked: Unlocked | None = None
        self._opened: Store | None = None
        self._lent: Lent | None = None  # while the store is being locked there is none any more
        self.notes = Noted(self, language, clock)
        self.entries = Entries(self, clock)
        self._parcel: Parcel | None = None
        self._typed: tuple[str, ...] = ()
        self.offered: Unwritten | None = None
        """What could not be sent to the server before: it is written once who made it says so."""
        Searching(self, shown)

    @property
    def store(self) -> Store:
        """Return the store that is open, to be asked from any thread.

        :raises Unavailable: where none is.
        """
        from kneedesk.store.faults import SHUT, Unavailable

        if self._opened is None:
            raise Unavailable(SHUT)
        return self._opened

    @property
    def unlocked(self) -> Unlocked | None:
        """Return who has unlocked, and the key; also where the store does not open."""
        return self._unlocked

    @cached_property
    def _work(self) -> Background:
        from kneedesk.ui.background import Background

        return Background(self)

    def open(self, unlocked: Unlocked) -> None:
        """Open the store for whoever unlocked it, unless another window has it already."""
        self._unlocked = unlocked
        self._open()

    def move(self, server: str) -> None:
        """Keep the consultations elsewhere from now on, on a server or in this folder; it is called while it is shut.

        :raises Unavailable: where what could not be sent to the server before cannot be put by on this desk.
        """
        if self._parcel is not None and self.home.is_shared:
            from kneedesk.store.outbox import Outbox

            Outbox(self.home.folder).keep(self._parcel)
            self._parcel = None
        self.home = Home(self.home.folder, server)

    def lend(self, take: Callable[[Consultations, Keeping], None]) -> None:
        """Give what reads the consultations and what keeps them to whoever works with them; nothing while closed."""
        if self._lent is not None:
            take(self._lent.store.consultations, self._lent.keeping)

    def refresh(self, key: str = "") -> None:
        """Show what was written, once it is, and in it the consultation of a key."""
        if self._lent is not None:
            writer = self._lent.writer
            self._ask(lambda: writer.flush(1.0), lambda _: self._shown.refresh(key), self.notice.say_unreadable)

    @property
    def settled(self) -> bool:
        """Tell whether nothing is left to be written."""
        if self._opened is None:
            return not self.unwritten or self.home.is_shared  # then it is put by on this desk
        if self._lent is None:
            return False  # it is being locked
        return self._lent.keeping.settled and not self.notes.left and not self._lent.store.scribe.left

    def settle(self, then: Callable[[bool], None]) -> None:
        """Write what is left, then tell whether all of it is written; it waits a few seconds at most."""
        if self._lent is None:
            # After what is under way: a lock writes what is left.
            self._work.run(lambda: None, lambda _: then(self.settled), lambda _: then(False))
            return
        writer, scribe = self._lent.writer, self._lent.store.scribe

        def flush() -> bool:
            return writer.flush(_PATIENCE) and not scribe.write()

        def write_rest(_why_not: str = "") -> None:
            self._work.run(flush, lambda kept: then(kept and not self.notes.left), lambda _: then(False))

        if self.notes.left:
            self.notes.write(write_rest)
        else:
            write_rest()

    @property
    def vault(self) -> Vault:
        """Return the vault with which this store is unlocked."""
        return self.home.vault()

    @property
    def puts_by(self) -> bool:
        """Tell whether what cannot be written is put by on this desk, and offered when who made it unlocks again."""
        return self.home.is_shared

    @property
    def keeping(self) -> Keeping | None:
        """Return what keeps changes; nothing while no store is open."""
        return self._lent.keeping if self._lent is not None else None

    @property
    def left(self) -> Unwritten:
        """Return what is not written now, as it is put by on this desk while it cannot be sent."""
        from kneedesk.store.parcel import Unwritten

        if self._lent is None:
            return Unwritten({}, {})
        writer = self._lent.writer
        return replace(self.notes.unwritten(), states=writer.left(), bases=writer.bases, standing=writer.standing)

    def flush(self) -> bool:
        """Write what is on its way, from any thread; tell whether all of it is kept within a few seconds."""
        lent = self._lent
        return lent is None or lent.writer.flush(_PATIENCE)

    def send_offered(self) -> None:
        """Write what could not be sent before, made from what was read then."""
        offered, self.offered = self.offered, None
        if offered is not None and self._lent is not None:
            self._write_again(offered, self._lent.keeping)

    @property
    def unwritten(self) -> int:
        """Return how many changes are locked away, and to be written as soon as somebody unlocks."""
        return self._parcel.count if self._parcel is not None else 0

    def lock(self, typed: tuple[str, ...], then: Callable[[], None]) -> None:
        """Write what is left, then let go of the store and of its key; what cannot be written is locked away here.

        So are sentences on what was being typed, for the same user. ``then`` is called when nothing can be read more.
        """
        if self._lent is None:
            self._unlocked = None  # what is on its way for whoever was here is let go of when it arrives
            then()
            return
        store, writer, keeping = self._lent
        offered, besides = self.offered, self.notes.unwritten(typed)
        self.offered = None
        self._lent = None  # from here on nobody is lent anything
        self.notes.let_go()

        def forget(parcel: Parcel | None) -> None:
            self._parcel = parcel
            self._opened = self._unlocked = None
            keeping.deleteLater()
            then()

        from kneedesk.store.handover import put_away

        work = partial(put_away, self.home, store, writer, besides, self._clock, _PATIENCE, offered)
        self._work.run(work, forget, lambda _: forget(None))

    def take_typed(self) -> tuple[str, ...]:
        """Return, once, what the user who is here was typing when the store was locked."""
        typed, self._typed = self._typed, ()
        return typed

    def close(self) -> None:
        """Let go of the store and of its lock; what could not be sent to a server is put by on this desk."""
        if self._lent is not None and self.home.is_shared:
            from kneedesk.store.handover import put_away

            store, writer, _ = self._lent
            put_away(self.home, store, writer, self.notes.unwritten(), self._clock, _PATIENCE, self.offered)
            self._lent = self._opened = None
        if self._lent is not None:
            self._lent.writer.close(_PATIENCE)
            self._lent = None
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        self._claim.let_go()

    def _open(self) -> None:
        refusal = self.claim()
        if refusal:
            self.notice.say_closed([refusal], self._open)
            self.refused.emit()
        elif self._unlocked is not None:
            self._shown.notice.put_away()
            unlocked = self._unlocked
            work = partial(_opened, self.home, unlocked, self._clock, self._parcel)
            self._work.run(work, partial(self._take, unlocked), self._fail)

    def claim(self) -> str:
        """Take the folder for this window alone; return one sentence on why not, empty where it is taken."""
        return self._claim.take(self._language)

    def _take(self, unlocked: Unlocked, opened: tuple[Store, Unwritten | None]) -> None:
        from kneedesk.store.writer import Writer
        from kneedesk.ui.keeping import Keeping

        store, unwritten = opened
        if unlocked is not self._unlocked:  # it was locked meanwhile
            self._work.run(store.close, _leave, _leave)
            return
        writer = Writer(store.consultations, self._clock)
        keeping = Keeping(writer, self)
        keeping.failed.connect(self._say_not_saved)
        keeping.saved.connect(self._say_saved)
        self._opened = store
        self._lent = Lent(store, writer, keeping)
        was_locked = self._parcel is not None and self._parcel.user.id == store.user.id
        self._parcel = None
        if self.home.is_shared and not was_locked:
            self.offered = unwritten
        elif unwritten is not None:
            self._write_again(unwritten, keeping)
        self.notice.say_encrypted(store.encrypted)
        if store.scribe.left:
            self.entries.write()
        if store.user.role.sees:
            self._shown.refresh()  # the list is read while the window makes ready
            self.taken.emit()
        else:
            self.taken.emit()
            self._shown.refresh()

    def _write_again(self, unwritten: Unwritten, keeping: Keeping) -> None:
        """Write what could not be written before the store was locked."""
        self._typed = unwritten.typed
        for key, (consultation, carried) in unwritten.states.items():
            if key in unwritten.bases:
                keeping.base_on(key, unwritten.bases[key])
            for version in unwritten.standing.get(key, ()):
                keeping.keep(key, version, _leave, _leave)
            keeping.keep(key, consultation, _leave, _leave, carried)
        self.notes.take_back(unwritten.notes, unwritten.read_as)
        self.notes.write(_leave)

    def _fail(self, error: Exception) -> None:
        self._claim.let_go()
        self.notice.say_lost(error, self._open)
        self.refused.emit()

    def do(
        self,
        work: Callable[[Store], Answer],
        then: Callable[[Answer], object],
        failed: Callable[[Exception], object],
        *,
        written: bool = False,
        ticket: Ticket | None = None,
    ) -> None:
        """Have something done with the store after all that was asked for before; nothing while it is closed.

        Where it asks for that, what changed just now is written first.
        """
        if self._lent is None:
            return
        store, writer, _ = self._lent

        def done() -> Answer:
            if written:
                writer.flush(_PATIENCE)
            return work(store)

        self._ask(done, then, failed, ticket)

    def _ask(
        self,
        work: Callable[[], Answer],
        then: Callable[[Answer], object],
        failed: Callable[[Exception], object],
        ticket: Ticket | None = None,
    ) -> None:
        """Have something done; who asked is answered only while the same store is open, for a lock clears the rest."""
        asked = self._opened

        def answer(call: Callable[[Any], object], given: object) -> None:
            if self._lent is not None and self._opened is asked:
                call(given)

        self._work.run(work, partial(answer, then), partial(answer, failed), ticket)

    def _say_not_saved(self, key: str, why: str) -> None:
        # While the answer was on its way it was closed, or what is not saved was given up.
        if self._lent is not None and self._lent.keeping.pending(key) is not None:
            self.notice.say_not_saved(why, partial(self._shown.opened.emit, key))

    def _say_saved(self, _key: str) -> None:
        if (self._lent is None or self._lent.keeping.settled) and self.notice.say_saved():
            self._shown.refresh()


def _leave(_answer: object) -> None:
    """Do nothing more: the keeping tells."""


def _opened(
    home: Home, unlocked: Unlocked, clock: Callable[[], datetime], parcel: Parcel | None
) -> tuple[Store, Unwritten | None]:
    """Open the store, away from the window; what that needs is loaded there."""
    from kneedesk.store.handover import open_for

    return open_for(home, unlocked, clock, parcel)
