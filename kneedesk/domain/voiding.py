"""What was signed: a change of it takes every signature away, for nobody signed what it says now."""

from collections.abc import Mapping
from typing import Any

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import value_of
from kneedesk.domain.signature import Signature

# What follows the signatures by nature: one more of them, the copy, and what only the vial says on the day.
_LATER = frozenset(("signatures", "consent.copy_given", "product.lot", "product.viability", "not_assessed"))


def voided_by(changes: Mapping[str, Any], consultation: Consultation) -> tuple[Signature, ...]:
    """Return the signatures that changes would make void; none where nothing that was signed becomes another."""
    signed = (path for path in changes if path not in _LATER)
    if any(value_of(consultation, path) != changes[path] for path in signed):
        return consultation.signatures or ()
    return ()
