"""What the talk still lacks, step by step: as finding paths, and in words for the consent form."""

from collections.abc import Iterator
from dataclasses import dataclass

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.readiness import Document, Element, needs_consent
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Outcome
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.readiness import missing_lines
from kneedesk.presentation.signing import is_signed

_DISCUSSED = "counselling.discussed"
_BEFORE_SIGNING = ("sure.", "notice.", "consent.", "counselling.interest_disclosed", "counselling.complication_costs")
_NAMED = 3  # of the risks that were not talked through; the others are counted


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a document lacks: the finding that supplies it, and its name in words."""

    finding: str
    words: str


def lacks_of_consent(assessment: Assessment, library: Library, language: Language) -> tuple[Lack, ...]:
    """Return what the consent form lacks, all risks that were not talked through as one."""
    missing = assessment.missing[Document.CONSENT]
    findings = [each.finding for each in missing if each.element is not Element.RISKS]
    if len(findings) < len(missing):
        findings.append(_DISCUSSED)
    lines = missing_lines(missing, library, language, most=_NAMED)
    return tuple(
        Lack(finding, "".join(span.text for span in line)) for finding, line in zip(findings, lines, strict=True)
    )


def document_state(
    document: Document, consultation: Consultation, assessment: Assessment, library: Library, language: Language
) -> str:
    """Return in one sentence what a document is for as things stand: above all whether a form may be signed."""
    say = language.say
    if document is Document.SHEET:
        return say("For the patient to take home. It carries no verdict.")
    if document is Document.RECORD:
        return say("For the files of the practice: what was recorded, the verdicts and their reasons.")
    if document is Document.BLANK:
        return say("For a day without computers: every step, to be filled in by hand. Nothing of the patient is on it.")
    if document is Document.DISCUSSED:
        return _discussed_state(consultation, language)
    if not needs_consent(consultation):
        return say("There is nothing to sign; the page says why.")
    if consultation.decision.outcome not in (None, Outcome.PROCEED):
        return say("There is nothing to sign: the talk did not end in going ahead.")
    final, complete = consultation.finalised is not None, not assessment.missing[Document.CONSENT]
    if complete and is_signed(consultation, library, language):
        return say("Final, and signed.") if final else say("Complete, and signed.")
    if final:
        return say("Final. Whoever has not signed yet signs on paper.") if complete else say("Final.")
    if complete:
        return say("Complete: ready for signature.")
    return say("Draft: not for signature. The first page names what is missing.")


def _discussed_state(consultation: Consultation, language: Language) -> str:
    if consultation.decision.outcome in (None, Outcome.PROCEED):
        return language.say("For a talk that ends with not today, another specialist, or no; the page says so.")
    return language.say("For the patient and the practice: what was talked about, and what was decided instead.")


def lacks_of_options(consultation: Consultation, assessment: Assessment) -> tuple[str, ...]:
    """Return what is not yet said of the course that is proposed."""
    if consultation.proposal.treatment is None:
        return ("proposal.treatment",)
    return _missing(assessment, "proposal.")


def lacks_of_risks(consultation: Consultation, assessment: Assessment) -> tuple[str, ...]:
    """Return whether risks of the proposed course were not talked through."""
    if consultation.proposal.treatment is None:
        return ("proposal.treatment",)
    return _missing(assessment, _DISCUSSED)


def risks_do_not_apply(consultation: Consultation) -> bool:
    """Tell whether no procedure is proposed whose risks would have to be talked through."""
    return consultation.proposal.treatment is Treatment.CONSERVATIVE


def lacks_of_expectations(consultation: Consultation) -> tuple[str, ...]:
    """Return whether no day is set on which the result is looked at."""
    return () if consultation.decision.review_date else ("decision.review_date",)


def lacks_of_decision(consultation: Consultation, assessment: Assessment) -> tuple[str, ...]:
    """Return what the end of the talk lacks; the patient's own words and consent belong to going ahead."""
    return tuple(dict.fromkeys(_undecided(consultation, assessment)))


def _undecided(consultation: Consultation, assessment: Assessment) -> Iterator[str]:
    outcome = consultation.decision.outcome
    if outcome is None:
        yield "decision.outcome"
    if outcome in (None, Outcome.PROCEED) and is_blank(consultation.counselling.teach_back):
        yield "counselling.teach_back"
    if outcome is Outcome.PROCEED:
        yield from _missing(assessment, *_BEFORE_SIGNING)


def lacks_of_documents(consultation: Consultation, assessment: Assessment) -> tuple[str, ...]:
    """Return what keeps the documents from being complete; who does not go ahead signs no consent."""
    outcome = consultation.decision.outcome
    if outcome is None:
        return ("decision.outcome",)
    return _missing(assessment, "") if outcome is Outcome.PROCEED else ()


def _missing(assessment: Assessment, *prefixes: str) -> tuple[str, ...]:
    missing = assessment.missing[Document.CONSENT]
    return tuple(dict.fromkeys(each.finding for each in missing if each.finding.startswith(prefixes)))
