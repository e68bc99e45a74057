"""What happened at the lock, written into the journal once somebody has unlocked: it cannot be written before."""

from datetime import datetime
from typing import Final

from kneedesk.store.chain import Deed, Entry
from kneedesk.store.store import Store
from kneedesk.store.users import Role, User
from kneedesk.store.vault import Vault
from kneedesk.store.vault_file import RECOVERY

WITH_RECOVERY_KEY: Final = User("recovery-key", "Recovery key", Role.ADMINISTRATOR)
"""In whose name attempts with the recovery key stand: whose hand it was is not known."""


def note_unlock(store: Store, vault: Vault, at: datetime) -> None:
    """Write that the store was unlocked, and before it every attempt that failed since; then forget those.

    :raises Unavailable: where it cannot be written; nothing is forgotten then.
    """
    who = {user.id: user for user in vault.users()} | {RECOVERY: WITH_RECOVERY_KEY}
    failed = [(instant, user) for id_, user in who.items() for instant in vault.failures(id_)]
    entries = [Entry(instant, user, Deed.FAILED_UNLOCK) for instant, user in sorted(failed, key=lambda each: each[0])]
    store.journal.add(*entries, Entry(at, store.user, Deed.UNLOCK))
    for id_ in {user.id for _, user in failed} | ({RECOVERY} if vault.failures(RECOVERY) else set()):
        if id_ != WITH_RECOVERY_KEY.id:
            vault.forget_failures(id_)
