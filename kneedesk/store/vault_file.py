"""The file of the vault: the locked copies of the data key, whose they are, and when a passphrase was wrong."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from kneedesk.store import faults
from kneedesk.store.faults import Unavailable
from kneedesk.store.files import replace_file
from kneedesk.store.users import Role, User
from kneedesk.store.wraps import Wrap

FORMAT = "kneedesk-vault-1"
RECOVERY = "recovery key"
"""In the place of a user's id, which holds no space."""
_FAMILY = "kneedesk-vault-"
_LARGEST = 1024 * 1024

# Messages of the application.
VAULT_MISSING = "The file with the locked keys is not there. Put it back from a backup: without it nothing can be read."
VAULT_DAMAGED = "The file with the locked keys is damaged. Put it back from a backup: without it nothing can be read."
VAULT_CLOSED = "The file with the locked keys cannot be read."
VAULT_NOT_KEPT = "The file with the locked keys cannot be written: its folder is read-only, full or not there."


@dataclass(frozen=True, slots=True)
class Contents:
    """All that the file holds: copies by user's id or ``RECOVERY``, wrong attempts by the same, oldest first."""

    fingerprint: str
    """Of the data key: 64 hexadecimal digits that do not tell the key."""
    users: tuple[User, ...]
    copies: Mapping[str, Wrap]
    failures: Mapping[str, tuple[datetime, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        holders = {user.id for user in self.users} | {RECOVERY}
        if len(holders) != len(self.users) + 1 or set(self.copies) != holders or not set(self.failures) <= holders:
            raise ValueError("each user and the recovery key have one copy")
        if any(at.tzinfo is None for instants in self.failures.values() for at in instants):
            raise ValueError("an instant needs its time zone")


def read_contents(path: Path) -> Contents:
    """Return what the file holds.

    :raises Unavailable: where it is not there, cannot be read, is damaged or was written by a newer KneeDesk.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST)
    except FileNotFoundError:
        raise Unavailable(VAULT_MISSING) from None
    except OSError:
        raise Unavailable(VAULT_CLOSED) from None
    return contents_of(content)


def contents_of(content: str | bytes) -> Contents:
    """Return what :func:`text_of` wrote.

    :raises Unavailable: where it is damaged or was written by a newer KneeDesk.
    """
    try:
        tree = json.loads(content)
        format_ = tree["format"]
        if format_ != FORMAT and isinstance(format_, str) and format_.startswith(_FAMILY):
            raise Unavailable(faults.NEWER)
        return _contents(tree)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unavailable(VAULT_DAMAGED) from None


def write_contents(path: Path, contents: Contents) -> None:
    """Write the file whole or not at all.

    :raises Unavailable: where it cannot be written; the old one stands then.
    """
    try:
        replace_file(path, text_of(contents).encode())
    except OSError:
        raise Unavailable(VAULT_NOT_KEPT) from None


def text_of(contents: Contents) -> str:
    """Return contents as they are kept."""
    return json.dumps(_tree(contents), ensure_ascii=False, indent=1) + "\n"


class VaultFile:
    """The file as the place of a vault."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def is_made(self) -> bool:
        """Tell whether there is a file, whatever it holds."""
        return self._path.exists()

    def read(self) -> Contents:
        """Return what it holds, as :func:`read_contents`."""
        return read_contents(self._path)

    def write(self, contents: Contents) -> None:
        """Write it, as :func:`write_contents`."""
        write_contents(self._path, contents)


def _tree(contents: Contents) -> dict[str, Any]:
    users = [
        {
            "id": user.id,
            "name": user.name,
            "role": user.role.value,
            "credentials": user.credentials,
            "copy": contents.copies[user.id].as_json(),
        }
        for user in contents.users
    ]
    failures = {who: [at.isoformat() for at in instants] for who, instants in contents.failures.items() if instants}
    return {
        "format": FORMAT,
        "fingerprint": contents.fingerprint,
        "users": users,
        "recovery": contents.copies[RECOVERY].as_json(),
        "failures": failures,
    }


def _contents(tree: Mapping[str, Any]) -> Contents:
    if tree["format"] != FORMAT or len(bytes.fromhex(tree["fingerprint"])) != 32:
        raise ValueError
    users = tuple(User(each["id"], each["name"], Role(each["role"]), each["credentials"]) for each in tree["users"])
    copies = {each["id"]: Wrap.from_json(each["copy"]) for each in tree["users"]}
    failures = {who: tuple(map(datetime.fromisoformat, instants)) for who, instants in tree["failures"].items()}
    return Contents(tree["fingerprint"], users, copies | {RECOVERY: Wrap.from_json(tree["recovery"])}, failures)
