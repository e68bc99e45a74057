"""Invented people of a practice, one of each role, and the passphrases that they unlock with."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kneedesk.store.store import Store, open_store
from kneedesk.store.users import Role, Unlocked, User
from kneedesk.store.vault import FILE, Vault
from kneedesk.store.wraps import Cost

ANA: Final = User("ana-1", "Dr. Ana Núñez", Role.PHYSICIAN)
BEN: Final = User("ben-1", "Ben Okafor", Role.NURSE)
CLEO: Final = User("cleo-1", "Cleo Lindqvist", Role.ADMINISTRATOR)
PASSPHRASE: Final = "lantern orchard violet kettle"  # noqa: S105 - invented
OTHER_PASSPHRASE: Final = "harbour thimble maple signal"  # noqa: S105 - invented
QUICK: Final = Cost(memory=8, passes=1, lanes=1)
"""The least that a guess can cost: a test pays it a thousand times."""


def unlocked_in(folder: Path, user: User = ANA) -> Unlocked:
    """Unlock the store in a folder as a user, whose vault is made there for the first of them."""
    vault = Vault(folder / FILE, QUICK)
    if not vault.is_made():
        return Unlocked(user, vault.make(user, PASSPHRASE)[0])
    return Unlocked(user, vault.unlock(user.id, PASSPHRASE, datetime.now(UTC)))


@contextmanager
def store_in(folder: Path, user: User = ANA) -> Iterator[Store]:
    """Open what the application has kept in a folder, once it is closed."""
    unlocked = unlocked_in(folder, user)
    store = open_store(folder, unlocked.user, unlocked.key, datetime.now(UTC))
    try:
        yield store
    finally:
        store.close()
