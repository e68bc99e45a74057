"""Consultations made from others: a case with something else recorded."""

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Outcome
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library


def recorded(consultation: Consultation, **changes: object) -> Consultation:
    """Return the consultation with other blocks or values of its own."""
    return Consultation.model_validate({**dict(consultation), **changes})


def amended(consultation: Consultation, block: str, **changes: object) -> Consultation:
    """Return the consultation with other findings in one block."""
    current = getattr(consultation, block)
    return recorded(consultation, **{block: type(current).model_validate({**dict(current), **changes})})


def proposing(consultation: Consultation, treatment: Treatment | None) -> Consultation:
    """Return the consultation with another course proposed."""
    return amended(consultation, "proposal", treatment=treatment)


def ready_to_sign(consultation: Consultation, library: Library) -> Consultation:
    """Return the consultation with all that a consent form for the proposed course asks for."""
    proposal = consultation.proposal
    discussed = tuple(risk.id for risk in library.risks_of(proposal.treatment, proposal.cell_source))
    told = amended(
        consultation, "counselling", discussed=discussed, teach_back="It may not work, and I may feel worse."
    )
    return amended(told, "decision", outcome=Outcome.PROCEED, treatment=proposal.treatment)


def begun(consultation: Consultation) -> Consultation:
    """Return the consultation as it begins: who it is and where, and nothing of the knee or of the talk."""
    kept = ("format", "version", "date", "knee", "jurisdiction", "clinician", "practice", "patient")
    return Consultation.model_validate({name: getattr(consultation, name) for name in kept})
