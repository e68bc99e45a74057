"""Unlock the store at the terminal: a user is named or is the only one, and the passphrase is typed unseen."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from getpass import getpass

from kneedesk.language import Language
from kneedesk.store.faults import Unavailable
from kneedesk.store.users import Unlocked, User
from kneedesk.store.vault import Vault


def unlock(
    vault: Vault, name: str, now: datetime, language: Language, ask: Callable[[str], str] = getpass
) -> Unlocked | None:
    """Return who unlocked and the key, or nothing where nobody could be, with the reason on standard error."""
    try:
        users = vault.users()
        user = _named(users, name)
        if user is None:
            names = ", ".join(each.name for each in users)
            print(f"Name by --user who unlocks, one of: {names}", file=sys.stderr)
            return None
        return Unlocked(user, vault.unlock(user.id, ask(f"Passphrase of {user.name}: "), now))
    except Unavailable as fault:
        print(language.say(fault.sentence), file=sys.stderr)
        return None


def _named(users: Sequence[User], name: str) -> User | None:
    if not name and len(users) == 1:
        return users[0]
    return next((user for user in users if user.name.casefold() == name.casefold()), None)
