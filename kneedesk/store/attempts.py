"""What happened at the lock, written into the journal once somebody has unlocked: it cannot be written before."""

from contextlib import suppress
from datetime import datetime
from typing import Final

from kneedesk.store.chain import Deed, Entry
from kneedesk.store.faults import Unavailable
from kneedesk.store.store import Store
from kneedesk.store.users import Role, User
from kneedesk.store.vault import Vault
from kneedesk.store.vault_file import RECOVERY

WITH_RECOVERY_KEY: Final = User("recovery-key", "Recovery key", Role.ADMINISTRATOR)
"""In whose name attempts with the recovery key stand: whose hand it was is not known."""


def note_unlock(store: Store, vault: Vault, at: datetime, way: str = "") -> None:
    """Write that the store was unlocked, and before it every attempt that failed since; then forget those.

    What cannot be written now is not forgotten, and keeps nobody from reading.
    """
    who = {user.id: user for user in vault.users()} | {RECOVERY: WITH_RECOVERY_KEY}
    failed = [(instant, user) for id_, user in who.items() for instant in vault.failures(id_)]
    entries = [Entry(instant, user, Deed.FAILED_UNLOCK) for instant, user in sorted(failed, key=lambda each: each[0])]
    with suppress(Unavailable):
        store.journal.add(*entries)
        for id_ in who:
            vault.forget_failures(id_)
    store.scribe.note(at, Deed.UNLOCK, what=way)
