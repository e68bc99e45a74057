"""What is frozen when a consultation is finalised, and what a later version says of the one before it."""

from typing import Annotated

from pydantic import Field

from kneedesk.domain.consent import Digest
from kneedesk.domain.record import Instant, Record, RequiredText

Number = Annotated[int, Field(ge=1, le=999)]


class Finalised(Record):
    """This version stands: its number, when it was finalised, and the digest of all else that is recorded."""

    version: Number
    at: Instant
    digest: Digest


class Amends(Record):
    """The finalised version that this one is to replace, why, and since when; that one stands until this one does."""

    version: Number
    digest: Digest
    reason: RequiredText
    at: Instant
