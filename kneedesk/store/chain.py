"""The chain of the journal: each entry carries the digest of the one before it, so that a change of one is seen.

It makes tampering evident, not impossible: who holds the key of the store can write the whole chain anew. That, and a
tail that was cut off, are seen only against an anchor that is kept elsewhere: on a sealed document or in a backup.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple, Self

from kneedesk.store.users import User

BEGINNING = "0" * 64
"""What stands before the first entry."""
_KEY = re.compile(r"[A-Za-z0-9-]{0,36}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_WHAT = re.compile(r"[a-z0-9 _-]{0,80}")


class Deed(StrEnum):
    """What was done."""

    VIEW = "view"
    CHANGE = "change"
    OVERRIDE = "override"
    ALL_ASKED = "all asked"
    """Several questions were answered with no by one press; what they are is told by the change beside it."""
    FINALISE = "finalise"
    AMEND = "amend"
    ADDENDUM = "addendum"
    SEAL = "seal"
    EXPORT = "export"
    PRINT = "print"
    UNLOCK = "unlock"
    FAILED_UNLOCK = "failed unlock"
    BACKUP = "backup"
    RESTORE = "restore"
    REMOVAL = "removal"
    USERS = "users"
    """Somebody was added or removed, or how somebody unlocks is another."""
    TAKE_OVER = "take over"
    """What another desk was writing is written at this one from then on."""
    CHECK = "check"
    """The journal was looked through."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Who did what, when, and to which consultation: its key and the digests of its content, nothing of a patient.

    What does not apply is empty.
    """

    at: datetime
    user: User
    deed: Deed
    key: str = ""
    before: str = ""
    after: str = ""
    what: str = ""
    """In a few ids what it concerns besides: a document, a version; of a change the digest of what is kept beside."""

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        if not _KEY.fullmatch(self.key):
            raise ValueError("the key of a consultation has at most 36 letters, digits and hyphens")
        if any(digest and not _DIGEST.fullmatch(digest) for digest in (self.before, self.after)):
            raise ValueError("a digest has 64 hexadecimal digits")
        if not _WHAT.fullmatch(self.what):
            raise ValueError("what a deed concerns has at most 80 small letters, digits, spaces and hyphens")


class Link(NamedTuple):
    """An entry in its place, as it is kept: text, but for its number from 1; the instant is in UTC."""

    number: int
    at: str
    who: str
    name: str
    deed: str
    key: str
    before: str
    after: str
    previous: str
    digest: str
    what: str = ""

    def taken(self) -> str:
        """Return the digest of all but the digest that it carries, as 64 hexadecimal digits."""
        return _digest(self[:9], self.what)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The head of a journal at one time: how many entries it had, and the digest of the last one."""

    count: int = 0
    digest: str = BEGINNING

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what :meth:`__str__` wrote.

        :raises ValueError: where it is no anchor.
        """
        count, _, digest = text.partition(":")
        if not count.isascii() or not count.isdigit() or not _DIGEST.fullmatch(digest):
            raise ValueError("no anchor")
        return cls(int(count), digest)

    def __str__(self) -> str:
        return f"{self.count}:{self.digest}"


class Kind(StrEnum):
    """What is wrong at a place of the chain."""

    EDITED = "edited"
    MISSING = "missing"
    BROKEN = "broken"
    """It does not follow from the one before: that one was written anew, or something was put between them."""
    CUT = "cut"
    """The entries from here on are gone, though an anchor knows them."""
    REWRITTEN = "rewritten"
    """It is sound in itself, but an anchor knows another one."""
    CHANGES = "changes"
    """The old and new values that are kept beside it are not those that it was written with."""
    CONTENT = "content"
    """The consultation is not as this entry, the last one that tells of a change of it, left it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and with which entry, by its number."""

    number: int
    kind: Kind


def link(head: Anchor, entry: Entry) -> Link:
    """Return an entry as it follows the head of a journal."""
    who, at = entry.user, entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = (head.count + 1, at, who.id, who.name, entry.deed.value, entry.key, entry.before, entry.after, head.digest)
    return Link(*parts, _digest(parts, entry.what), entry.what)


def _digest(parts: Sequence[str | int], what: str) -> str:
    # What is empty counts for nothing: older journals did not have it.
    fields = [str(part).encode("utf-8", "surrogatepass") for part in ((*parts, what) if what else parts)]
    return sha256(b"".join([len(field).to_bytes(4) + field for field in fields])).hexdigest()


def faults_of(
    links: Iterable[Link],
    anchors: Iterable[Anchor] = (),
    since: Anchor = Anchor(),
) -> Iterator[Fault]:
    """Yield what is wrong with a journal, or with what follows a place of it; its links come in order."""
    known: dict[int, set[str]] = {}
    for anchor in anchors:
        known.setdefault(anchor.count, set()).add(anchor.digest)
    head = since
    for each in links:
        if each.number != head.count + 1:
            yield Fault(head.count + 1, Kind.MISSING)
        elif each.previous != head.digest:
            yield Fault(each.number, Kind.BROKEN)
        if each.taken() != each.digest:
            yield Fault(each.number, Kind.EDITED)
        elif known.get(each.number, {each.digest}) != {each.digest}:
            yield Fault(each.number, Kind.REWRITTEN)
        head = Anchor(each.number, each.digest)
    if max(known, default=0) > head.count:
        yield Fault(head.count + 1, Kind.CUT)
