"""The bytes that stand for a consultation, the same for the same value, and the digest by which a version is known."""

import json
from hashlib import sha256

from kneedesk.domain.consultation import Consultation


def canonical_bytes(consultation: Consultation) -> bytes:
    """Return the consultation file, without what is not recorded."""
    recorded = consultation.model_dump(mode="json", exclude_none=True)
    kept = {name: value for name, value in recorded.items() if value != {}}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def content_digest(consultation: Consultation) -> str:
    """Return the SHA-256 digest of all that is recorded but ``finalised`` itself, as 64 hexadecimal digits.

    It is taken of what is recorded and of nothing else: a field that a later KneeDesk adds changes no digest.
    """
    draft = consultation.model_copy(update={"finalised": None})
    return sha256(canonical_bytes(draft)).hexdigest()
