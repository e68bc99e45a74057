"""Who works with the store: a name, a role and credentials; each unlocks with a passphrase of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from string import ascii_letters, digits

ID_SIGNS = frozenset(ascii_letters + digits + "-")
_LONGEST = 200


class Role(StrEnum):
    """What a user is in the practice."""

    PHYSICIAN = "physician"
    NURSE = "nurse"
    ADMINISTRATOR = "administrator"

    @property
    def sees(self) -> bool:
        """Tell whether consultations are shown; who manages users and backups does not need them."""
        return self is not Role.ADMINISTRATOR

    @property
    def decides(self) -> bool:
        """Tell whether it is for them to finalise, to amend what is final, and to decide otherwise than a verdict."""
        return self is Role.PHYSICIAN


@dataclass(frozen=True, slots=True)
class User:
    """One person; the id stays when others come and go, and is never given again."""

    id: str
    name: str
    role: Role
    credentials: str = ""
    """By what the person is registered; empty where there is nothing."""

    def __post_init__(self) -> None:
        if not 1 <= len(self.id) <= 36 or not set(self.id) <= ID_SIGNS:
            raise ValueError("an id has 1 to 36 letters, digits and hyphens")
        if not self.name.strip() or len(self.name) > _LONGEST or not self.name.isprintable():
            raise ValueError("a name has 1 to 200 visible signs")
        if len(self.credentials) > _LONGEST or not self.credentials.isprintable():
            raise ValueError("credentials have at most 200 visible signs")


def manages(user: User, users: Sequence[User]) -> bool:
    """Tell whether somebody manages the users: an administrator, or a physician where there is no administrator."""
    if any(each.role is Role.ADMINISTRATOR for each in users):
        return user.role is Role.ADMINISTRATOR
    return user.role is Role.PHYSICIAN


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Who has unlocked the store, and the key of 32 bytes that opens it; nothing where the store is plain."""

    user: User
    key: bytes | None = field(repr=False)
    way: str = ""
    """By what, where it was not the passphrase: it stands in the journal."""
