"""The versions of a consultation: a draft is finalised and stands as it is; amending it begins the next draft."""

from datetime import datetime

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.digest import content_digest
from kneedesk.domain.finalised import Amends, Finalised


def version_of(consultation: Consultation) -> int:
    """Return the number of the version that this is, or is a draft of, from 1."""
    return consultation.amends.version + 1 if consultation.amends else 1


def finalise(consultation: Consultation, knowledge: str, at: datetime) -> Consultation:
    """Return a draft as a version that stands, with the version of the pack it was made with.

    :raises ValueError: where it stands already.
    """
    if consultation.finalised is not None:
        raise ValueError("this version stands already")
    stands = {**dict(consultation), "knowledge": knowledge}
    digest = content_digest(Consultation.model_validate(stands))
    finalised = Finalised(version=version_of(consultation), at=at, digest=digest)
    return Consultation.model_validate({**stands, "finalised": finalised})


def amend(consultation: Consultation, reason: str, at: datetime) -> Consultation:
    """Return the draft of the version after one that stands: nobody has signed it, and no copy of it was given.

    :raises ValueError: where this version is a draft itself.
    """
    before = consultation.finalised
    if before is None:
        raise ValueError("only a version that stands is amended")
    draft = {
        **dict(consultation),
        "amends": Amends(version=before.version, digest=before.digest, reason=reason, at=at),
        "consent": {**dict(consultation.consent), "copy_given": None},
        **dict.fromkeys(("finalised", "knowledge", "signatures")),
    }
    return Consultation.model_validate(draft)


def is_intact(consultation: Consultation) -> bool:
    """Tell whether what is recorded is still what was finalised; a draft has nothing to be held against."""
    return consultation.finalised is None or consultation.finalised.digest == content_digest(consultation)
