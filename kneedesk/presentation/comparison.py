"""Courses side by side: the patient's questions, and what is known about each course; nothing in it is a verdict."""

from dataclasses import dataclass

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.candidacy import Verdict
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import Passage
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import Cell, say
from kneedesk.presentation.wording import speak_all

FEWEST = 2
MOST = 4
_AT_FIRST = 3
_QUESTIONS = (
    ("what_it_is", "What it is"),
    ("what_it_is_like", "What it is like"),
    ("what_it_may_do", "What it may do"),
    ("salt_water", "What a salt-water injection does"),
    ("harms", "What can go wrong"),
    ("unknown", "What is not known"),
    ("cost", "Cost and cover"),
    ("guidelines", "What guidelines say"),
    ("later", "What it may mean for later"),
)
_FITTING = (Verdict.CANDIDATE, Verdict.CAUTION)


@dataclass(frozen=True, slots=True)
class Row:
    """One question of the patient and the answers, one per course, in the order of the courses."""

    name: str
    question: str
    answers: tuple[Cell, ...]


def courses_in_order(library: Library) -> tuple[Treatment, ...]:
    """Return all courses in the order of the pack."""
    return tuple(sorted(library.options, key=lambda treatment: library.options[treatment].order))


def courses_at_first(consultation: Consultation, assessment: Assessment, library: Library) -> tuple[Treatment, ...]:
    """Return the courses that are compared before anybody chose: the proposed, no procedure, and those that fit."""
    order = courses_in_order(library)
    fitting = [course for course in order if assessment.candidacies[course].verdict in _FITTING]
    wanted = [course for course in (consultation.proposal.treatment, Treatment.CONSERVATIVE, *fitting) if course]
    chosen = tuple(dict.fromkeys(wanted))[:_AT_FIRST]
    others = tuple(course for course in order if course not in chosen)
    return in_order((*chosen, *others[: max(0, FEWEST - len(chosen))]), consultation, library)


def in_order(courses: tuple[Treatment, ...], consultation: Consultation, library: Library) -> tuple[Treatment, ...]:
    """Return courses in the order of columns: the proposed one first, then that of the pack."""
    proposed = consultation.proposal.treatment
    return tuple(sorted(courses, key=lambda course: (course is not proposed, library.options[course].order)))


def course_head(course: Treatment, library: Library, language: Language) -> str:
    """Return the name of a course as it stands over its answers, and where the practice does not give it, that."""
    name = library.options[course].name.spoken(language.tag)
    if library.offers(course):
        return name
    return f"{name} \N{MIDDLE DOT} {language.say('Not offered here')}"


def compare(courses: tuple[Treatment, ...], library: Library, language: Language) -> tuple[Row, ...]:
    """Return every question with the answer of each course; a question that no course answers is left out."""
    rows = []
    for name, question in _QUESTIONS:
        passages = [getattr(library.options[course].rows, name) for course in courses]
        if any(passages):
            answers = tuple(_answer(each, library, language) for each in passages)
            rows.append(Row(name, language.say(question), answers))
    return tuple(rows)


def _answer(passages: tuple[Passage, ...] | None, library: Library, language: Language) -> Cell:
    """Return an answer, or in words that the question does not arise."""
    if not passages:
        return (say(language.say("This is no injection, so the question does not arise.")),)
    return speak_all(passages, library, language)
