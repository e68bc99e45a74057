"""What belongs to consent besides the signatures: how sure the patient is, who decides, and what was shown first."""

import re
from hashlib import sha256
from types import NoneType
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kneedesk.domain.record import Instant, Name, OncePerEntry, Record, RequiredName, Text, misplaced, only

_DIGEST = re.compile(r"[0-9a-f]{64}")


def digest_of(text: str) -> str:
    """Return the SHA-256 digest of a text, by which the very words that were shown are known again."""
    return sha256(text.encode()).hexdigest()


def _refuse_other_than_digest(text: str) -> str:
    if not _DIGEST.fullmatch(text):
        raise PydanticCustomError("digest", "a SHA-256 digest: 64 characters of 0 to 9 and a to f")
    return text


Digest = Annotated[str, AfterValidator(_refuse_other_than_digest)]


class Sure(Record):
    """The four questions of SURE in the patient's answers, and why it goes ahead although one of them is no."""

    certain: bool | None = None
    informed: bool | None = None
    values_clear: bool | None = None
    supported: bool | None = None
    acknowledged: Text | None = None

    @property
    def has_doubt(self) -> bool:
        """Tell whether a question was answered with no; one that was not asked is no doubt."""
        return False in (self.certain, self.informed, self.values_clear, self.supported)


class Consent(Record):
    """Who decides and who was there; an interpreter who is ``False`` was offered and declined."""

    capacity: bool | None = None
    proxy_name: Name | None = None
    proxy_relationship: Name | None = None
    interpreter: Annotated[Name | Literal[False] | None, only(str, bool, NoneType)] = None
    witnesses: Annotated[tuple[RequiredName, ...], Field(max_length=4), OncePerEntry] | None = None
    copy_given: bool | None = None
    discussed_by: Name | None = None
    time_to_think: Text | None = None


class ShownNotice(Record):
    """The notice that the law asks for: the digest of the words that were shown, and when."""

    digest: Digest | None = None
    shown_at: Instant | None = None

    @model_validator(mode="after")
    def _check_both(self) -> "ShownNotice":
        for path, value, other in (("digest", self.digest, self.shown_at), ("shown_at", self.shown_at, self.digest)):
            if value is None and other is not None:
                raise misplaced(
                    path, None, "the digest of the text and the instant at which it was shown, both together"
                )
        return self
