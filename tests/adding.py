"""Addenda as they are written under a version that stands."""

from datetime import UTC, datetime

from kneedesk.domain.addendum import Addendum, AddendumKind
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.signature import Method, Role, Signature

ADDED_AT = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)
STROKES = (((100, 300), (200, 100), (300, 300), (420, 120)), ((480, 260), (700, 200)))


def added(stands: Consultation, kind: AddendumKind = AddendumKind.FOLLOW_UP, **changes: object) -> Addendum:
    """Return an addendum to a version that stands, signed by hand unless another signature is named."""
    finalised = stands.finalised
    assert finalised is not None
    withdrawn = kind is AddendumKind.WITHDRAWAL
    signature = Signature(
        role=Role.PATIENT if withdrawn else Role.CLINICIAN,
        name="Ana Ruiz Peña" if withdrawn else "Dr Helen Marsh",
        at=ADDED_AT,
        method=Method.DRAWN,
        strokes=STROKES,
        meaning="I take my consent back." if withdrawn else "I wrote this, and it is true.",
    )
    said = {
        "kind": kind,
        "version": finalised.version,
        "digest": finalised.digest,
        "at": ADDED_AT,
        "words": "Pain 3 of 10 on stairs.\nWalks without a stick.",
        "signature": signature,
    }
    return Addendum.model_validate(said | changes)
