"""One copy of the data key, locked by a secret that a person knows: Argon2id makes a key of it, AES-256-GCM locks."""

import base64
import binascii
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

KEY_LENGTH = 32
_SALT_LENGTH, _NONCE_LENGTH, _TAG_LENGTH = 16, 12, 16
_MOST_MEMORY, _MOST_PASSES, _MOST_LANES = 1024 * 1024, 16, 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, lanes at once; kept with each copy, so that it may rise."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        if not 1 <= self.lanes <= _MOST_LANES or not 1 <= self.passes <= _MOST_PASSES:
            raise ValueError("passes or lanes out of range")
        if not 8 * self.lanes <= self.memory <= _MOST_MEMORY:
            raise ValueError("memory out of range")


@dataclass(frozen=True, slots=True)
class Wrap:
    """A locked copy; nothing of it is secret, and without the secret nothing of it is of use."""

    cost: Cost
    salt: bytes
    nonce: bytes
    locked: bytes

    def __post_init__(self) -> None:
        lengths = (len(self.salt), len(self.nonce), len(self.locked))
        if lengths != (_SALT_LENGTH, _NONCE_LENGTH, KEY_LENGTH + _TAG_LENGTH):
            raise ValueError("no copy of a key has this length")

    def as_json(self) -> dict[str, Any]:
        """Return what is kept in a file."""
        kept = {"salt": self.salt, "nonce": self.nonce, "locked": self.locked}
        return asdict(self.cost) | {name: base64.b64encode(value).decode() for name, value in kept.items()}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """Return what was kept.

        :raises ValueError: where it is none, or asks for more than this computer should give.
        """
        try:
            cost = Cost(*(_whole(kept[name]) for name in ("memory", "passes", "lanes")))
            return cls(cost, *(base64.b64decode(kept[name], validate=True) for name in ("salt", "nonce", "locked")))
        except (KeyError, TypeError, binascii.Error):
            raise ValueError("no copy of a key") from None


def load() -> None:
    """Load what locks and unlocks, before somebody waits for it."""
    from cryptography.hazmat.primitives.ciphers import aead  # noqa: F401, PLC0415
    from cryptography.hazmat.primitives.kdf import argon2  # noqa: F401, PLC0415


def wrap(key: bytes, secret: str, bound: bytes, cost: Cost) -> Wrap:
    """Lock a copy of the data key of 32 bytes; it opens only together with the bytes that it is bound to."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - not to list who can unlock

    salt, nonce = os.urandom(_SALT_LENGTH), os.urandom(_NONCE_LENGTH)
    return Wrap(cost, salt, nonce, AESGCM(_derived(secret, salt, cost)).encrypt(nonce, key, bound))


def unwrap(copy: Wrap, secret: str, bound: bytes) -> bytes | None:
    """Return the data key, or nothing where the secret is another one or the copy was made for somebody else."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    try:
        return AESGCM(_derived(secret, copy.salt, copy.cost)).decrypt(copy.nonce, copy.locked, bound)
    except InvalidTag:
        return None


def _derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    derivation = Argon2id(
        salt=salt, length=KEY_LENGTH, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    )
    return derivation.derive(secret.encode("utf-8", "surrogatepass"))  # an error would quote the secret


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError("no whole number")
    return value
