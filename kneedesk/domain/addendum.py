"""What comes later by nature: written under a version that stands, with a day and a signature of its own."""

from enum import StrEnum

from kneedesk.domain.consent import Digest
from kneedesk.domain.finalised import Number
from kneedesk.domain.record import Instant, Name, Record, RequiredText
from kneedesk.domain.signature import Signature


class AddendumKind(StrEnum):
    """What an addendum tells of."""

    PROCEDURE_DAY = "procedure_day"
    PRODUCT = "product"
    FOLLOW_UP = "follow_up"
    ADVERSE_EVENT = "adverse_event"
    WITHDRAWAL = "withdrawal"
    NOTE = "note"


VIAL = (AddendumKind.PROCEDURE_DAY, AddendumKind.PRODUCT)
"""What names a product: its lot and its viability belong to it."""


class Addendum(Record):
    """One addendum; ``version`` and ``digest`` say under what it stands, of which it changes nothing."""

    kind: AddendumKind
    version: Number
    digest: Digest
    at: Instant
    words: RequiredText
    lot: Name | None = None
    viability: Name | None = None
    signature: Signature
