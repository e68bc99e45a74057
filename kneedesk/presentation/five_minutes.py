"""The five-minute path: the few stops that decide in a short visit, how far each is, and what the path leaves out."""

from collections.abc import Set
from dataclasses import dataclass

from kneedesk.assessment.answers import ASKED_ONE_BY_ONE, answers_of_no
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.examination import Examination
from kneedesk.domain.finding import value_of
from kneedesk.domain.history import Condition, History
from kneedesk.domain.imaging import Imaging
from kneedesk.domain.patient import Sex
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.findings import name_of
from kneedesk.presentation.places import Place

_RED_FLAGS = "history.red_flags"
_CONDITION, _GRADE, _OUTCOME = "history.condition", "imaging.kellgren_lawrence", "decision.outcome"
LEFT_OUT = (
    "Left out: examination, measures, expectations, each risk, teach-back and consent. Verdicts may stay open, and "
    "nothing can be signed."
)


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: its name, where it leads, and the names of what is missing there."""

    id: str
    name: str
    place: Place
    missing: tuple[str, ...]


def stops(consultation: Consultation, seen: Set[str], library: Library, language: Language) -> tuple[Stop, ...]:
    """Return the stops in their order; what nobody records, a look at the options and the papers, counts as seen."""
    say = language.say

    def recorded(name: str, title: str, paths: tuple[str, ...]) -> Stop:
        missing = tuple(path for path in paths if _is_open(path, consultation))
        place = Place("finding", next(iter(missing or paths)), title)
        names = (name_of(path, library, language) if path in library.findings else title for path in missing)
        return Stop(name, title, place, tuple(names))

    def looked_at(step: str, title: str) -> Stop:
        return Stop(step, title, Place("step", step, title), () if step in seen else (say("Not looked at yet"),))

    rest = say("Other answers")
    open_questions = tuple(name_of(path, library, language) for path in answers_of_no(consultation, library))
    return (
        recorded("one_by_one", say("Safety questions"), _one_by_one(consultation, library)),
        recorded("condition", say("Condition and grade"), _deciding(consultation)),
        Stop("rest", rest, Place("control", "evaluation.all_asked", rest, step="evaluation"), open_questions),
        looked_at("options", say("Options")),
        recorded("outcome", say("Decision"), (_OUTCOME,)),
        looked_at("documents", say("Documents")),
    )


def is_new(consultation: Consultation) -> bool:
    """Tell whether nothing of the knee is recorded yet."""
    blank = (consultation.history, consultation.examination, consultation.imaging) == (
        History(),
        Examination(),
        Imaging(),
    )
    return blank and consultation.finalised is None


def _one_by_one(consultation: Consultation, library: Library) -> tuple[str, ...]:
    """Return what no list of the rest answers, red flags first; the skin is looked at, not asked about."""
    unasked = {"history.pregnancy"} if consultation.patient.sex is Sex.MALE else set()
    asked = (library.findings[path] for path in ASKED_ONE_BY_ONE - unasked if path.startswith("history."))
    return tuple(each.id for each in sorted(asked, key=lambda each: (each.id != _RED_FLAGS, each.order)))


def _deciding(consultation: Consultation) -> tuple[str, ...]:
    """Return the condition, and for osteoarthritis, or while it is not known, the grade."""
    graded = consultation.history.condition in (None, Condition.OSTEOARTHRITIS)
    return (_CONDITION, _GRADE) if graded else (_CONDITION,)


def _is_open(path: str, consultation: Consultation) -> bool:
    return value_of(consultation, path) is None and path not in (consultation.not_assessed or ())
