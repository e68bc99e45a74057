"""What the check of a seal can find: a verdict with its reason, and what the seal says of itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

Standing = Literal["current", "superseded"] | None
"""Whether a version is the newest one, as far as whoever is asked knows of it."""


class Verdict(StrEnum):
    """What can be said of a document."""

    INTACT = "intact"
    CHANGED = "changed"
    SUPERSEDED = "superseded"
    NOT_VERIFIABLE = "not_verifiable"


class Reason(StrEnum):
    """Why it is said."""

    OURS = "ours"
    ADDENDUM = "addendum"
    OTHER_KEY = "other_key"
    NO_KEY = "no_key"
    LATER_VERSION = "later_version"
    BYTES_CHANGED = "bytes_changed"
    ADDED = "added"
    SHORTENED = "shortened"
    NO_PDF = "no_pdf"
    NO_SEAL = "no_seal"
    SEAL_UNREADABLE = "seal_unreadable"
    FILE_UNREADABLE = "file_unreadable"
    TOO_LARGE = "too_large"
    FAILED = "failed"


OURS = (Reason.OURS, Reason.ADDENDUM, Reason.LATER_VERSION)
"""Said of documents that the practice sealed and that nobody has changed since."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a seal says of itself: by its certificate whose it is, when it was made, over which content."""

    practice: str
    fingerprint: str
    sealed_at: datetime | None
    content: str
    addendum: bool = False
    """Whether it is over what was added beside the version of that content, which no later version replaces."""
    journal: str = ""
    """The head of the practice's journal then: how many entries, a colon, the digest of the last."""


@dataclass(frozen=True, slots=True)
class Check:
    """What was found; the seal is there where it could be read, and is to be believed where it is intact."""

    verdict: Verdict
    reason: Reason
    seal: Seal | None = None
    standing: Standing = None
    """Whether the version that was sealed is the newest one; nothing where that is not known here."""
    fault: str = ""
    """The class of an exception that nobody foresaw."""
