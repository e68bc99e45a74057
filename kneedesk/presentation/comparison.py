"""Courses side by side: the patient's questions, and what is known about each course; nothing in it is a verdict."""

from dataclasses import dataclass

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.candidacy import Verdict
from kneedesk.assessment.findings import Findings, findings_of
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.applicability import people_studied
from kneedesk.presentation.content import Gap, Line, basis_of, quote, say
from kneedesk.presentation.effects import Bar, bars_of, certainty_line, effects_on_pain, reach_of
from kneedesk.presentation.findings import value_words
from kneedesk.presentation.head_to_head import compared
from kneedesk.presentation.matters import ALWAYS, priorities_of, questions_for
from kneedesk.presentation.wording import speak, speak_all

FEWEST = 2
MOST = 5
_AT_FIRST = 3
_QUESTIONS = {
    "stance": "What guidelines say, in short",
    "what_it_is": "What it is",
    "what_it_is_like": "What it is like",
    "what_it_may_do": "What it may do",
    "pain": "How pain changed in studies",
    "salt_water": "What a salt-water injection does",
    "harms": "What can go wrong",
    "unknown": "What is not known",
    "cost": "Cost and cover",
    "interest": "Who earns from it",
    "studied": "Who was studied, beside this patient",
    "compared": "Were they compared directly?",
    "guidelines": "What guidelines say",
    "later": "What it may mean for later",
}
_BARS_APART = (
    "A longer bar is better. The studies had other people and other times: "
    "do not hold the bars of two choices against each other."
)
_HATCHED = "A hatched box is no bar: there is no trustworthy number."
_FIRST = "stance"
_FOR_ALL = ("interest", "compared")  # one answer over all columns
_SEARCHED = frozenset({"pack-search", "convention"})
_FITTING = (Verdict.CANDIDATE, Verdict.CAUTION)


Answer = tuple[Line | Gap | Bar, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One question and its answers: one per course, in the order of the courses, or a single one for all of them.

    ``matters`` names in words what the patient picked that the question answers to; ``note`` is said to all answers.
    """

    name: str
    question: str
    answers: tuple[Answer, ...]
    matters: str = ""
    note: str = ""


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


def compare(
    courses: tuple[Treatment, ...],
    consultation: Consultation,
    library: Library,
    language: Language,
    *,
    only_picked: bool = False,
) -> tuple[Row, ...]:
    """Return the questions with their answers, first those that answer to what matters most to the patient.

    A question that no course answers is left out. ``only_picked`` leaves out those that answer to nothing picked;
    cost and interest always stay, and so does what guidelines say in short at the head of each course.
    """
    return Comparison(library, language).rows(courses, consultation, only_picked=only_picked)


def row_of(
    name: str, courses: tuple[Treatment, ...], consultation: Consultation, library: Library, language: Language
) -> Row | None:
    """Return one question with its answers, nothing where it arises for no course."""
    return Comparison(library, language).row(name, courses, consultation, findings_of(consultation))


def bars_words(bars: tuple[Bar, ...], language: Language) -> str:
    """Return how bars are read, and what the sign of the unknown is where one of them has no value."""
    words = language.say(_BARS_APART)
    return f"{words} {language.say(_HATCHED)}" if any(bar.value is None for bar in bars) else words


class Comparison:
    """The questions and their answers for one patient after another; what the pack says is put into words once."""

    def __init__(self, library: Library, language: Language) -> None:
        self._library, self._language = library, language
        self._told: dict[tuple[str, Treatment], Answer] = {}
        self._compared: dict[tuple[Treatment, ...], Answer] = {}

    def rows(
        self, courses: tuple[Treatment, ...], consultation: Consultation, *, only_picked: bool = False
    ) -> tuple[Row, ...]:
        """Return the rows, as ``compare`` does."""
        picked = consultation.preferences.priorities or ()
        asked = (_FIRST, *questions_for(picked), *(ALWAYS if only_picked and picked else _QUESTIONS))
        findings = findings_of(consultation)
        rows = (self.row(name, courses, consultation, findings) for name in dict.fromkeys(asked))
        return tuple(row for row in rows if row is not None)

    def row(
        self, name: str, courses: tuple[Treatment, ...], consultation: Consultation, findings: Findings
    ) -> Row | None:
        """Return one row, nothing where its question arises for no course."""
        if name in _FOR_ALL:
            answers: tuple[Answer, ...] = (self._whole(name, courses, consultation),)
        else:
            answers = tuple(self._answer(name, each, consultation, findings) for each in courses)
        if not any(answers):
            return None
        absent = (say(self._language.say("This is no injection, so the question does not arise.")),)
        picked = consultation.preferences.priorities or ()
        return Row(
            name,
            self._language.say(_QUESTIONS[name]),
            tuple(answer or absent for answer in answers),
            "; ".join(self._word(priority) for priority in priorities_of(name, picked)),
            self._note(name, answers),
        )

    def _word(self, priority: str) -> str:
        return value_words("preferences.priorities", priority, self._library, self._language)

    def _note(self, name: str, answers: tuple[Answer, ...]) -> str:
        bars = tuple(part for answer in answers for part in answer if isinstance(part, Bar))
        return bars_words(bars, self._language) if name == "pain" else ""

    def _answer(self, name: str, course: Treatment, consultation: Consultation, findings: Findings) -> Answer:
        if name == "studied":
            return people_studied(course, findings, self._library, self._language)
        if (name, course) not in self._told:
            self._told[name, course] = self._tell(name, course)
        told = self._told[name, course]
        return (*self._price(course, consultation), *told) if name == "cost" else told

    def _tell(self, name: str, course: Treatment) -> Answer:
        """Return what the pack says."""
        library, language = self._library, self._language
        option = library.options[course]
        match name:
            case "stance":
                return (speak(option.stance, library, language),)
            case "pain":
                return self._pain(course)
        lines = speak_all(getattr(option.rows, name) or (), library, language)
        return tuple(Gap(line) if name == "unknown" or _is_searched(line) else line for line in lines)

    def _pain(self, course: Treatment) -> Answer:
        parts: list[Line | Gap | Bar] = []
        reach = reach_of(self._library)
        for effect in effects_on_pain(course, self._library):
            for line, bar in bars_of(effect, reach, self._library, self._language):
                parts += [line, bar]
            parts.append(certainty_line(effect, self._library, self._language))
        return tuple(parts)

    def _price(self, course: Treatment, consultation: Consultation) -> Answer:
        """Return what the proposed course costs here, where that is recorded."""
        proposal = consultation.proposal
        if course is not proposal.treatment or proposal.total_cost is None or is_blank(proposal.total_cost):
            return ()
        return ((*say(self._language.say("Here: ")), *quote(proposal.total_cost)),)

    def _whole(self, name: str, courses: tuple[Treatment, ...], consultation: Consultation) -> Answer:
        """Return the one answer to a question over all columns."""
        if name != "compared":
            return self._interest(consultation)
        if courses not in self._compared:
            self._compared[courses] = compared(courses, self._library, self._language)
        return self._compared[courses]

    def _interest(self, consultation: Consultation) -> Answer:
        """Return what the practice says it earns; that nothing is recorded is said too."""
        interest = consultation.practice.financial_interest
        if interest is None or is_blank(interest):
            return (Gap(say(self._language.say("What the practice earns from each choice is not recorded. Ask."))),)
        return ((*say(self._language.say("What the practice earns: ")), *quote(interest)),)


def _is_searched(line: Line) -> bool:
    """Tell whether a line rests on nothing but our own search: it says that nothing was found."""
    basis = set(basis_of(line))
    return "pack-search" in basis and basis <= _SEARCHED
