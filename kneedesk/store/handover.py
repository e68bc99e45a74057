"""From a locked desk to an open one and back: nothing that is not written yet is lost on the way."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from kneedesk.store.attempts import note_unlock
from kneedesk.store.consultations import Consultations
from kneedesk.store.faults import Unavailable
from kneedesk.store.homes import Home
from kneedesk.store.outbox import Outbox
from kneedesk.store.parcel import Parcel, Unwritten
from kneedesk.store.store import Store
from kneedesk.store.users import Unlocked
from kneedesk.store.writer import Writer


def open_for(
    home: Home, unlocked: Unlocked, clock: Callable[[], datetime], parcel: Parcel | None
) -> tuple[Store, Unwritten | None]:
    """Open the store and note who unlocked it; return with it what this user left unwritten, from a parcel.

    What somebody else left is written in their name first. On a server, what a user could not send waits in the outbox
    of this desk until the same user unlocks here.

    :raises Unavailable: where the store cannot be opened, or what was left cannot be written; it is closed then.
    """
    store = home.open(unlocked, clock())
    try:
        vault = home.vault()
        if vault.is_made():
            note_unlock(store, vault, clock(), unlocked.way)
        if home.is_shared:
            parcel = _from_desk(Outbox(home.folder), unlocked.user.id, parcel)
        if parcel is None or unlocked.key is None:
            return store, None
        unwritten = parcel.unpack(unlocked.key)
        store.scribe.take_over(parcel.user, unwritten.deeds)
        if parcel.user.id != unlocked.user.id:
            _write(Consultations(store.engine, parcel.user), unwritten, clock)
            return store, None
    except BaseException:
        store.close()
        raise
    return store, unwritten


def _from_desk(outbox: Outbox, user_id: str, parcel: Parcel | None) -> Parcel | None:
    """Return what a user could not send; of somebody else's that is still in memory alone nothing is lost.

    :raises Unavailable: where that cannot be put by on this desk either.
    """
    if parcel is not None and parcel.user.id == user_id:
        return parcel
    if parcel is not None:
        outbox.keep(parcel)
    return outbox.read(user_id)


def put_away(
    home: Home,
    store: Store,
    writer: Writer,
    besides: Unwritten,
    clock: Callable[[], datetime],
    patience: float,
    offered: Unwritten | None = None,
) -> Parcel | None:
    """Write what can be written within some seconds and close the store; return the rest, locked with its key.

    ``besides`` holds the notes that are to be written, and sentences on what was being typed; with the rest goes what
    was offered to a server and is not taken yet.
    """
    try:
        writer.close(patience)
        rest = replace(besides, states=writer.left(), bases=writer.bases, standing=writer.standing)
        with suppress(Unavailable):
            rest = replace(rest, deeds=store.scribe.hand_over())
        with suppress(Unavailable):
            write_notes(store.consultations, rest.notes, clock, rest.read_as)
            rest = replace(rest, notes={}, read_as={})
        rest = rest.over(offered)
        if store.key is None or not (rest.count or rest.typed or rest.deeds):
            return None
        parcel = Parcel.pack(rest, store.user, store.key)
        if home.is_shared:
            with suppress(Unavailable):  # then it stays in memory alone
                Outbox(home.folder).keep(parcel)
        return parcel
    finally:
        store.close()


def write_notes(
    consultations: Consultations,
    notes: Mapping[str, str],
    clock: Callable[[], datetime],
    read_as: Mapping[str, str] = MappingProxyType({}),
) -> Mapping[str, str]:
    """Write private notes by the keys of their consultations; return them as they are kept.

    As what a note was read tells what another desk has kept of it since: that stays, too.
    """
    return {key: consultations.notes.keep(key, words, clock(), read_as.get(key)) for key, words in notes.items()}


def _write(consultations: Consultations, unwritten: Unwritten, clock: Callable[[], datetime]) -> None:
    for key, (consultation, carried) in unwritten.states.items():
        for version in unwritten.standing.get(key, ()):
            consultations.save(key, version, clock())
        consultations.save(key, consultation, clock(), carried)
    write_notes(consultations, unwritten.notes, clock, unwritten.read_as)
