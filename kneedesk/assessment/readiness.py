"""Which mandatory elements a document still lacks, each with the finding that would supply it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kneedesk.assessment.candidacy import NEEDS_REASON, Candidacy
from kneedesk.domain.consent import Consent, digest_of
from kneedesk.domain.consultation import Consultation, Jurisdiction
from kneedesk.domain.decision import Outcome
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import ProductStatus, Treatment
from kneedesk.knowledge.library import Library


class Document(StrEnum):
    """A document of a consultation; the blank forms are of none and are filled in by hand."""

    CONSENT = "consent"
    SHEET = "sheet"
    DISCUSSED = "discussed"
    RECORD = "record"
    BLANK = "blank"


class Element(StrEnum):
    """A mandatory element of a consent form; the ids E1 to E44 are those of the consent checklist.

    Demanded always: what the form itself has no room to write. Demanded where the law asks for it: the notice,
    and that these very words were shown before anybody signs. Demanded once it was begun on the screen, because
    the form has room for it in ink: a no to a question of SURE wants the reason why it goes ahead; and as soon as
    anything of ``consent`` but the copy is recorded, who decides, an interpreter where physician and patient have
    no language in common, two witnesses in Mexico, the time to think, and for a cell product who pays for
    complications and that the financial interest was told. Never demanded: signatures and the copy, which follow;
    the product's trace, which is known on the day.
    """

    FACILITY = "E1"
    PROCEDURE = "E2"
    PRACTITIONER = "E3"
    RISKS = "E7"
    CONTACT = "E12"
    TEACH_BACK = "E14"
    INTERPRETER = "E15"
    CAPACITY = "E16"
    WITNESSES = "E20"
    TIME = "E25"
    PRODUCT_STATUS = "E30"
    NOTICE = "E31"
    NOTICE_SHOWN = "E31 shown"
    CELL_SOURCE = "E32"
    COST = "E39"
    COMPLICATION_COSTS = "E39 complications"
    INTEREST = "E40"
    INTEREST_TOLD = "E40 told"
    BIRTH_DATE = "birth_date"
    DECISION = "decision"
    OVERRIDE = "override"
    SURE = "sure"


# NOM-004-SSA3-2012, 10.1.1, as quoted by others: fact REG-22.
_WITNESSES_IN_MEXICO = 2


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
            *_agreement(consultation),
        )
    return {document: missing if document is Document.CONSENT else () for document in Document}


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
    yield from _notice(consultation, library)


def _notice(consultation: Consultation, library: Library) -> Iterator[Missing]:
    notice = library.notices.get(consultation.jurisdiction)
    if notice is None or consultation.proposal.product_status is ProductStatus.APPROVED:
        return
    if notice.text is None:
        yield Missing(Element.NOTICE, "jurisdiction", notice.id)
    elif consultation.notice.digest != digest_of(notice.text):
        yield Missing(Element.NOTICE_SHOWN, "notice.shown_at", notice.id)


def _conversation(consultation: Consultation) -> Iterator[Missing]:
    if is_blank(consultation.counselling.teach_back):
        yield Missing(Element.TEACH_BACK, "counselling.teach_back")
    decision, proposed = consultation.decision, consultation.proposal.treatment
    if decision.outcome is not Outcome.PROCEED or decision.treatment not in (None, proposed):
        yield Missing(Element.DECISION, "decision.outcome")
    if consultation.sure.has_doubt and is_blank(consultation.sure.acknowledged):
        yield Missing(Element.SURE, "sure.acknowledged")


def _agreement(consultation: Consultation) -> Iterator[Missing]:
    """Yield what is lacking of an agreement that was begun."""
    consent = consultation.consent
    if consent == Consent(copy_given=consent.copy_given):
        return
    yield from _who_decides(consent)
    spoken = {consultation.patient.language, consultation.clinician.language} - {None}
    if len(spoken) > 1 and consent.interpreter is not False and is_blank(consent.interpreter):
        yield Missing(Element.INTERPRETER, "consent.interpreter")
    if consultation.jurisdiction is Jurisdiction.MEXICO and len(consent.witnesses or ()) < _WITNESSES_IN_MEXICO:
        yield Missing(Element.WITNESSES, "consent.witnesses")
    if is_blank(consent.time_to_think):
        yield Missing(Element.TIME, "consent.time_to_think")
    if consultation.proposal.treatment is Treatment.STEM_CELL:
        if is_blank(consultation.counselling.complication_costs):
            yield Missing(Element.COMPLICATION_COSTS, "counselling.complication_costs")
        if not consultation.counselling.interest_disclosed:
            yield Missing(Element.INTEREST_TOLD, "counselling.interest_disclosed")


def _who_decides(consent: Consent) -> Iterator[Missing]:
    """Yield what is first to ask about who decides: the patient, or somebody with a name and a right to it."""
    if consent.capacity is None:
        yield Missing(Element.CAPACITY, "consent.capacity")
    elif consent.capacity and is_blank(consent.proxy_name):
        return
    elif is_blank(consent.proxy_name):
        yield Missing(Element.CAPACITY, "consent.proxy_name")
    elif is_blank(consent.proxy_relationship):
        yield Missing(Element.CAPACITY, "consent.proxy_relationship")
