"""What a desk asks the server about one consultation: who writes it, that it is taken here, and as what it is kept."""

from datetime import datetime
from typing import TYPE_CHECKING

from kneedesk.store.chain import Deed
from kneedesk.store.holds import Hold
from kneedesk.store.store import Store

if TYPE_CHECKING:
    from kneedesk.domain.beginning import Carried
    from kneedesk.domain.consultation import Consultation

    State = tuple[Consultation, Carried]

# Each raises Unavailable with a sentence where it fails; nothing is held where no other desk shares the store.


def holder(store: Store, key: str) -> Hold | None:
    """Return who writes a consultation, nothing where nobody does."""
    return store.shared.holds.of(key) if store.shared is not None else None


def take(store: Store, key: str, at: datetime) -> Hold | None:
    """Take a consultation that nobody writes, or renew that it is ours; return who writes it then."""
    return store.shared.holds.take(key, at) if store.shared is not None else None


def taken_elsewhere(store: Store, key: str, at: datetime) -> Hold | None:
    """Renew what is ours; return who writes it where that is another desk."""
    hold = take(store, key, at)
    return hold if hold is not None and store.shared is not None and not store.shared.holds.is_ours(hold) else None


def take_over(store: Store, key: str, at: datetime) -> Hold:
    """Take a consultation whoever writes it; that it was taken from another desk is entered in the journal.

    :raises ValueError: where no other desk shares the store.
    """
    if store.shared is None:
        raise ValueError("nobody else writes here")
    holds = store.shared.holds
    before = holds.of(key)
    hold = holds.take_over(key, at)
    if before is not None and not holds.is_ours(before):
        store.scribe.note(at, Deed.TAKE_OVER, key)
    return hold


def read(store: Store, key: str) -> "tuple[int, State]":
    """Return a consultation as it is kept, with what of it is to be confirmed, and before it its version."""
    version = store.consultations.version(key)  # before the state: what comes between is noticed, not lost
    return version, (store.consultations.read(key), store.consultations.carried(key))


def take_over_and_read(store: Store, key: str, at: datetime) -> "tuple[Hold, int, State]":
    """Take a consultation over, then read it as it was kept last."""
    return take_over(store, key, at), *read(store, key)
