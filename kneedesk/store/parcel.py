"""What could not be written before the store was locked: kept in memory, locked with the key of the store."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Self

from kneedesk.domain.note import together
from kneedesk.store.users import User

if TYPE_CHECKING:
    from kneedesk.domain.beginning import Carried
    from kneedesk.domain.consultation import Consultation
    from kneedesk.store.scribe import Written

    States = Mapping[str, tuple[Consultation, Carried | None]]

_NONCE = 12
_BOUND = b"kneedesk-parcel-1"


@dataclass(frozen=True, slots=True)
class Unwritten:
    """States of consultations by their keys with what of them is to be confirmed, notes, and what was being typed."""

    states: "States"
    notes: Mapping[str, str]
    typed: tuple[str, ...] = ()
    """Sentences on what stood in a dialog and was not recorded."""
    bases: Mapping[str, int] = field(default_factory=dict)
    """The versions that the states were made from, by their keys, where they are known."""
    deeds: "tuple[Written, ...]" = ()
    """Entries of the journal."""
    standing: "Mapping[str, tuple[Consultation, ...]]" = field(default_factory=dict)
    """Versions that were finalised before the states of the same keys, and are to be written before them."""
    read_as: Mapping[str, str] = field(default_factory=dict)
    """As what the notes were read before they were written on, by their keys, where it is known."""

    @property
    def count(self) -> int:
        """Return how many changes are to be written."""
        return len(self.states) + len(self.notes)

    def over(self, older: "Unwritten | None") -> "Unwritten":
        """Return this with what is older and not in it."""
        if older is None:
            return self
        states = {**older.states, **self.states}
        written = {
            key: together(older.notes.get(key, ""), words, self.read_as.get(key, ""))
            for key, words in self.notes.items()
        }
        bases, deeds = {**older.bases, **self.bases}, (*older.deeds, *self.deeds)
        standing = dict(older.standing)
        for key, versions in self.standing.items():
            before = standing.get(key, ())
            standing[key] = (*before, *(each for each in versions if each not in before))
        read_as = {**older.read_as, **self.read_as}
        return Unwritten(states, {**older.notes, **written}, self.typed, bases, deeds, standing, read_as)


@dataclass(frozen=True, slots=True)
class Parcel:
    """Nothing of it can be read without the key; how many changes it holds, and whose they are, can be told."""

    user: User
    count: int
    locked: bytes = field(repr=False)

    @classmethod
    def pack(cls, unwritten: Unwritten, user: User, key: bytes) -> Self:
        """Lock it with a key of 32 bytes."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - when something is locked

        states = {
            key_: (_text(state), None if carried is None else _days(carried))
            for key_, (state, carried) in unwritten.states.items()
        }
        rest = {
            "notes": dict(unwritten.notes),
            "typed": unwritten.typed,
            "bases": dict(unwritten.bases),
            "deeds": unwritten.deeds,
            "standing": {key_: [_text(each) for each in some] for key_, some in unwritten.standing.items()},
            "read_as": dict(unwritten.read_as),
        }
        content = json.dumps({"states": states, **rest}).encode()
        nonce = os.urandom(_NONCE)
        return cls(user, unwritten.count, nonce + AESGCM(key).encrypt(nonce, content, _BOUND))

    def unpack(self, key: bytes) -> Unwritten:
        """Return what was locked.

        :raises cryptography.exceptions.InvalidTag: where it is another key.
        """
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        tree = json.loads(AESGCM(key).decrypt(self.locked[:_NONCE], self.locked[_NONCE:], _BOUND))
        states = {key_: _state(*each) for key_, each in tree["states"].items()}
        deeds = tuple((at, deed, of, what) for at, deed, of, what in tree.get("deeds", ()))
        standing = {
            key_: tuple(_state(each, None)[0] for each in some) for key_, some in tree.get("standing", {}).items()
        }
        return Unwritten(
            states, tree["notes"], tuple(tree["typed"]), tree["bases"], deeds, standing, tree.get("read_as", {})
        )


def _text(state: "Consultation") -> str:
    return state.model_dump_json(exclude_none=True)


def _days(carried: "Carried") -> dict[str, str]:
    return {path: day.isoformat() for path, day in carried.items()}


def _state(content: str, carried: Mapping[str, str] | None) -> "tuple[Consultation, Carried | None]":
    from kneedesk.domain.consultation import Consultation  # noqa: PLC0415 - the list is shown before pydantic is loaded

    days = None if carried is None else {path: date.fromisoformat(day) for path, day in carried.items()}
    return Consultation.model_validate_json(content), days
