"""What is asked of the vault before anybody is inside, away from the window; each part loads what it needs there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from kneedesk.store.homes import Home
    from kneedesk.store.users import Unlocked, User
    from kneedesk.store.vault import Vault


WINDOW = (
    "kneedesk.ui.keeping",
    "kneedesk.ui.consultation_row",
    "kneedesk.ui.consultation_results",
    "kneedesk.ui.attending",
    "kneedesk.ui.lock.address_page",
)
"""What of the window is needed inside."""


def prepare() -> None:
    """Load what opens the store, and nothing of the window."""
    import kneedesk.store.attempts
    import kneedesk.store.writer  # noqa: F401
    from kneedesk.store.store import load

    load()


def known(home: Home) -> Sequence[User]:
    """Return who can unlock, nobody where nobody has begun yet."""
    vault = home.vault()
    return vault.users() if vault.is_made() else ()


def over(vault: Vault, who: str, clock: Callable[[], datetime]) -> datetime | None:
    """Return when the wait after wrong passphrases is over, nothing where there is none."""
    left = vault.wait(who, clock())
    return clock() + left if left else None


def unlock(vault: Vault, user_id: str, secret: str, now: datetime) -> Unlocked:
    """Unlock by a passphrase.

    :raises Unavailable: with one sentence on why nobody is let in; so do all below.
    """
    from kneedesk.store.users import Unlocked

    key = vault.unlock(user_id, secret, now)
    return Unlocked(_user(vault, user_id), key)


def recover(vault: Vault, user_id: str, typed: str, secret: str, now: datetime) -> Unlocked:
    """Unlock by the recovery key, and give a user another passphrase."""
    from kneedesk.store.users import Unlocked
    from kneedesk.store.vault_file import RECOVERY

    key = vault.recover(typed, user_id, secret, now)
    return Unlocked(_user(vault, user_id), key, RECOVERY)


def make(vault: Vault, user: User, secret: str, recovery: str) -> Unlocked:
    """Make the vault for the first user."""
    from kneedesk.store.users import Unlocked

    key, _ = vault.make(user, secret, recovery)
    return Unlocked(user, key)


def bring(path: str, home: Home) -> None:
    """Begin with a backup of another computer."""
    from pathlib import Path

    from kneedesk.store.bringing import bring_in

    bring_in(Path(path), home.folder)


def _user(vault: Vault, user_id: str) -> User:
    return next(user for user in vault.users() if user.id == user_id)
