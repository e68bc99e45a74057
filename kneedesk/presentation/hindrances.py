"""What was found in a patient that comes before a treatment of the knee, or that a procedure has to wait for."""

from dataclasses import dataclass

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.candidacy import Candidacy, Reason
from kneedesk.assessment.criteria import Status
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Outcome
from kneedesk.domain.treatment import PROCEDURES
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import Cell, say
from kneedesk.presentation.course import red_flag_lines

_RED_FLAGS = "history.red_flags"


@dataclass(frozen=True, slots=True)
class Hindrances:
    """What speaks against going on at once, in plain words with its sources; a part is empty where nothing was found.

    ``red_flags`` come before every course, ``waits`` holds for a time or until it is treated, ``stays`` holds for good.
    """

    red_flags: Cell
    waits: Cell
    stays: Cell

    def __bool__(self) -> bool:
        return bool(self.red_flags or self.waits or self.stays)


def hindrances(consultation: Consultation, assessment: Assessment, library: Library, language: Language) -> Hindrances:
    """Return what was found: of the proposed procedure where one goes on, else what holds for every procedure."""
    found = _contraindications(consultation, assessment)
    waits = tuple(each for each in found if each.rule.temporary and _RED_FLAGS not in each.rule.findings)
    stays = tuple(each for each in found if not each.rule.temporary)
    return Hindrances(red_flag_lines(consultation, library, language), _plain(waits, language), _plain(stays, language))


def _contraindications(consultation: Consultation, assessment: Assessment) -> tuple[Reason, ...]:
    treatment = consultation.proposal.treatment
    goes_on = consultation.decision.outcome in (None, Outcome.PROCEED)
    held_against = (treatment,) if treatment in PROCEDURES and goes_on else PROCEDURES
    first, *others = (_met(assessment.candidacies[each]) for each in held_against)
    return tuple(reason for name, reason in first.items() if all(name in other for other in others))


def _met(candidacy: Candidacy) -> dict[str, Reason]:
    """Return the contraindications that the findings meet, by their ids."""
    met = (reason for reason in candidacy.reasons if reason.status is Status.MET)
    return {reason.rule.id: reason for reason in met if reason.rule.effect == "contraindication"}


def _plain(reasons: tuple[Reason, ...], language: Language) -> Cell:
    return tuple(say(reason.rule.plain.spoken(language.tag), *reason.rule.basis) for reason in reasons)
