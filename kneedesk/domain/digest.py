"""The bytes that stand for what is recorded, the same for the same value, and the digests by which it is known."""

import json
from hashlib import sha256

from kneedesk.domain.addendum import Addendum
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.record import Record


def canonical_bytes(record: Record) -> bytes:
    """Return the file of a consultation or an addendum, without what is not recorded."""
    recorded = record.model_dump(mode="json", exclude_none=True)
    kept = {name: value for name, value in recorded.items() if value != {}}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def content_digest(consultation: Consultation) -> str:
    """Return the SHA-256 digest of all that is recorded but ``finalised`` itself, as 64 hexadecimal digits.

    It is taken of what is recorded and of nothing else: a field that a later KneeDesk adds changes no digest.
    """
    draft = consultation.model_copy(update={"finalised": None})
    return sha256(canonical_bytes(draft)).hexdigest()


def addendum_digest(addendum: Addendum) -> str:
    """Return the SHA-256 digest of an addendum, as 64 hexadecimal digits; that of its version is part of it."""
    return sha256(canonical_bytes(addendum)).hexdigest()
