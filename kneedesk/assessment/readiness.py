"""Which mandatory elements a document still lacks, each with the finding that would supply it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kneedesk.assessment.candidacy import NEEDS_REASON, Candidacy
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Outcome
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import ProductStatus, Treatment
from kneedesk.knowledge.library import Library


class Document(StrEnum):
    """A document of a consultation."""

    CONSENT = "consent"
    SHEET = "sheet"
    RECORD = "record"


class Element(StrEnum):
    """A mandatory element of a consent form; the ids E1 to E44 are those of the consent checklist."""

    FACILITY = "E1"
    PROCEDURE = "E2"
    PRACTITIONER = "E3"
    RISKS = "E7"
    CONTACT = "E12"
    TEACH_BACK = "E14"
    PRODUCT_STATUS = "E30"
    NOTICE = "E31"
    CELL_SOURCE = "E32"
    COST = "E39"
    INTEREST = "E40"
    BIRTH_DATE = "birth_date"
    DECISION = "decision"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Missing:
    """An element that a document lacks, the finding that supplies it, and the entry ``of`` it where it has several."""

    element: Element
    finding: str
    of: str | None = None


def needs_consent(consultation: Consultation) -> bool:
    """Tell whether KneeDesk's own consent form applies: a procedure, and no trial that has a form of its own."""
    proposal = consultation.proposal
    in_trial = proposal.treatment is Treatment.STEM_CELL and proposal.product_status is ProductStatus.TRIAL
    return proposal.treatment is not Treatment.CONSERVATIVE and not in_trial


def readiness(
    consultation: Consultation, candidacies: Mapping[Treatment, Candidacy], library: Library
) -> Mapping[Document, tuple[Missing, ...]]:
    """Return what each document lacks; only the consent form has mandatory elements."""
    missing: tuple[Missing, ...] = ()
    if needs_consent(consultation):
        missing = (
            *_general(consultation),
            *_course(consultation, candidacies, library),
            *_conversation(consultation),
        )
    return {Document.CONSENT: missing, Document.SHEET: (), Document.RECORD: ()}


def _general(consultation: Consultation) -> Iterator[Missing]:
    practice, patient = consultation.practice, consultation.patient
    if is_blank(practice.name):
        yield Missing(Element.FACILITY, "practice.name")
    if is_blank(consultation.clinician.name):
        yield Missing(Element.PRACTITIONER, "clinician.name")
    if patient.birth_date is None:
        yield Missing(Element.BIRTH_DATE, "patient.birth_date")
    if is_blank(practice.emergency_phone) and is_blank(practice.phone):
        yield Missing(Element.CONTACT, "practice.emergency_phone")


def _course(
    consultation: Consultation, candidacies: Mapping[Treatment, Candidacy], library: Library
) -> Iterator[Missing]:
    proposal = consultation.proposal
    if proposal.treatment is None:
        yield Missing(Element.PROCEDURE, "proposal.treatment")
        return
    overridden = {override.treatment for override in consultation.overrides or ()}
    if candidacies[proposal.treatment].verdict in NEEDS_REASON and proposal.treatment not in overridden:
        yield Missing(Element.OVERRIDE, "overrides")
    if proposal.treatment is Treatment.STEM_CELL:
        yield from _cell_product(consultation, library)
    discussed = consultation.counselling.discussed or ()
    for risk in library.risks_of(proposal.treatment, proposal.cell_source):
        if risk.id not in discussed:
            yield Missing(Element.RISKS, "counselling.discussed", risk.id)


def _cell_product(consultation: Consultation, library: Library) -> Iterator[Missing]:
    proposal = consultation.proposal
    if proposal.product_status is None:
        yield Missing(Element.PRODUCT_STATUS, "proposal.product_status")
    if proposal.cell_source is None:
        yield Missing(Element.CELL_SOURCE, "proposal.cell_source")
    if is_blank(proposal.total_cost):
        yield Missing(Element.COST, "proposal.total_cost")
    if is_blank(consultation.practice.financial_interest):
        yield Missing(Element.INTEREST, "practice.financial_interest")
    notice = library.notices.get(consultation.jurisdiction)
    approved = proposal.product_status is ProductStatus.APPROVED
    if notice is not None and not approved and notice.text is None:
        yield Missing(Element.NOTICE, "jurisdiction", notice.id)


def _conversation(consultation: Consultation) -> Iterator[Missing]:
    if is_blank(consultation.counselling.teach_back):
        yield Missing(Element.TEACH_BACK, "counselling.teach_back")
    decision, proposed = consultation.decision, consultation.proposal.treatment
    if decision.outcome is not Outcome.PROCEED or decision.treatment not in (None, proposed):
        yield Missing(Element.DECISION, "decision.outcome")
