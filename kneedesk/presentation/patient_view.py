"""What the patient sees of what the physician is on: words and drawings, no identifiers, no verdicts, no notes."""

from dataclasses import dataclass
from itertools import groupby

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.aftercare import strip_of
from kneedesk.presentation.applicability import people_told
from kneedesk.presentation.comparison import Answer, Row, course_head, courses_in_order, row_of
from kneedesk.presentation.content import Gap, quote, say, text_of
from kneedesk.presentation.effects import Bar, bars_of, certainty_line, effects_on_pain, reach_of
from kneedesk.presentation.findings import value_words
from kneedesk.presentation.icon_array import crowd
from kneedesk.presentation.outlook import outlook_of
from kneedesk.presentation.patient_chart import patient_chart
from kneedesk.presentation.progress import is_open
from kneedesk.presentation.risk_rows import against_comparing
from kneedesk.presentation.risks import counted_line, figure_of, frequency_cell
from kneedesk.presentation.scene import Panel, Part, Scene
from kneedesk.presentation.stop_rule import stop_sentence
from kneedesk.presentation.wording import share, speak, speak_text, title_of, whole_people

_EXPECTED = "preferences.expected_pain"
_MATTERS = "preferences.priorities"
# What the pack says in a few words is said so here; the rest stands in full on the sheet.
_SHORT = {"what_it_may_do": "what_it_may_do", "harms": "harms", "what_it_is_like": "everyday_life", "cost": "cost"}
_PAIR = 2  # the people of two courses take half of the screen each: all of its width, and what is said has more room
_ENDINGS = (
    ("Go ahead", "We do what we talked about."),
    ("Not today", "You take time to think it over."),
    ("Ask someone else", "You see another doctor first."),
    ("Say no", "You do not want this treatment."),
)


@dataclass(frozen=True, slots=True)
class Focus:
    """What the physician is on: a step, and of it one question, risk or period, and the courses compared.

    ``course`` is the one of these whose answer has the focus.
    """

    step: str
    name: str = ""
    courses: tuple[Treatment, ...] = ()
    course: Treatment | None = None


def scene_of(focus: Focus, consultation: Consultation, library: Library, language: Language) -> Scene:
    """Return what the patient may see; what is not for the patient's eyes shows the goal instead."""
    treatment = consultation.proposal.treatment
    match focus.step:
        case "options" if focus.name and focus.courses:
            return _question(focus, consultation, library, language)
        case "candidacy" | "options":
            return _choices(library, language)
        case "risks" if focus.name in library.risks:
            return _risk(library.risks[focus.name], focus.courses, consultation, library, language)
        case "expectations" if treatment is not None:
            return _expectations(focus.name, treatment, consultation, library, language)
        case "decision" if focus.name == "sure":
            return _ready(library, language)
        case "decision" if focus.name == "endings":
            return _endings(language)
        case "decision" if treatment is not None:
            return _agreed(treatment, consultation, library, language)
    return _goal(consultation, library, language)


def calm_scene(consultation: Consultation | None, language: Language) -> Scene:
    """Return the screen that says nothing of anybody: the name of the practice, if there is one."""
    name = consultation.practice.name if consultation is not None else None
    return Scene(language.say("Welcome") if name is None or is_blank(name) else name, form="calm")


def _goal(consultation: Consultation, library: Library, language: Language) -> Scene:
    told = language.say
    goals: tuple[Part, ...] = tuple(quote(goal) for goal in consultation.preferences.goals or ())
    return Scene(
        told("What you want to do"),
        (
            Panel(told("Your goal"), goals or (say(told("We have not written it down yet.")),)),
            _matters(consultation, library, language),
        ),
    )


def _matters(consultation: Consultation, library: Library, language: Language) -> Panel:
    picked = consultation.preferences.priorities or ()
    lines: tuple[Part, ...] = tuple(say(value_words(_MATTERS, each, library, language)) for each in picked)
    return Panel(
        language.say("What matters most to you"), lines or (say(language.say("You can pick up to three things.")),)
    )


def _choices(library: Library, language: Language) -> Scene:
    courses = [course for course in courses_in_order(library) if library.offers(course)]
    names = tuple(Panel(library.options[each].name.spoken(language.tag)) for each in courses)
    return Scene(language.say("What there is to choose from"), names, form="choices")


def _question(focus: Focus, consultation: Consultation, library: Library, language: Language) -> Scene:
    row = row_of(focus.name, focus.courses, consultation, library, language)
    if row is None:
        return _choices(library, language)
    if row.name == "pain":
        return _pain(focus, row, library, language)
    if row.name == "studied":
        return _studied(focus, library, language)
    if len(row.answers) == 1:
        return Scene(row.question, _passages(row.answers[0]), row.note)
    panels = tuple(
        Panel(course_head(course, library, language), _told(row.name, course, answer, library, language))
        for course, answer in zip(focus.courses, row.answers, strict=True)
    )
    return Scene(row.question, panels, row.note, at=_place(focus))


def _place(focus: Focus) -> int:
    return focus.courses.index(focus.course) if focus.course in focus.courses else 0


def _told(row: str, course: Treatment, answer: Answer, library: Library, language: Language) -> tuple[Part, ...]:
    """Return an answer in the few words that the pack has for it; what is recorded of the proposed course stays."""
    if row not in _SHORT:
        return answer
    recorded = tuple(part for part in answer if not isinstance(part, Gap | Bar) and any(each.recorded for each in part))
    return (*recorded, speak(getattr(library.options[course].short, _SHORT[row]), library, language))


def _pain(focus: Focus, row: Row, library: Library, language: Language) -> Scene:
    """Return the bars with few words: where the true value may lie is drawn, and said once."""
    reach = reach_of(library)
    panels = []
    for course in focus.courses:
        parts: list[Part] = []
        for effect in effects_on_pain(course, library):
            parts += [part for pair in bars_of(effect, reach, library, language, brief=True) for part in pair]
            parts.append(certainty_line(effect, library, language))
        panels.append(Panel(course_head(course, library, language), tuple(parts)))
    thin = any(isinstance(part, Bar) and part.interval for panel in panels for part in panel.parts)
    line = language.say("The thin line on a bar shows where the true value may lie.")
    return Scene(row.question, tuple(panels), f"{row.note} {line}" if thin else row.note, at=_place(focus))


def _studied(focus: Focus, library: Library, language: Language) -> Scene:
    """Return who took part, without what was held against this patient: the physician judges that."""
    nobody = (say(language.say("No study was read.")),)
    panels = tuple(
        Panel(course_head(course, library, language), people_told(course, library, language) or nobody)
        for course in focus.courses
    )
    return Scene(language.say("Who was studied"), panels, at=_place(focus))


def _passages(answer: Answer) -> tuple[Panel, ...]:
    """Return one answer for all courses as panels, each under the strong line that heads it."""
    panels: list[Panel] = []
    for is_head, parts in groupby(answer, lambda part: isinstance(part, tuple) and part[0].strong):
        told = tuple(parts)
        if is_head:
            panels += [Panel(text_of(part)) for part in told if isinstance(part, tuple)]
        else:
            panels.append(Panel(panels.pop().name if panels else "", told))
    return tuple(panels)


def _risk(
    risk: Risk, courses: tuple[Treatment, ...], consultation: Consultation, library: Library, language: Language
) -> Scene:
    """Return one risk as a hundred people; beside it the same risk of another course where that is set beside."""
    title = risk.name.spoken(language.tag)
    pair = [(course, _same(risk, course, consultation, library)) for course in courses]
    found = [(course, each) for course, each in pair if each is not None]
    if len(found) < _PAIR:
        often, *others = _counted(risk, library, language)
        told = (often, speak(risk.explanation, library, language), *others)
        return Scene(title, (Panel("", (_crowd(risk, library, language),)), Panel("", told)))
    panels = tuple(
        Panel(
            course_head(course, library, language),
            (_crowd(each, library, language, wide=len(found) == _PAIR), *_counted(each, library, language)),
        )
        for course, each in found
    )
    counted = all(each.frequency is not None for _, each in found)
    return Scene(title, panels, against_comparing(language) if counted else "")


def _same(risk: Risk, course: Treatment, consultation: Consultation, library: Library) -> Risk | None:
    """Return the risk of this name that a course has."""
    risks = library.risks_of(course, consultation.proposal.cell_source)
    return next((each for each in risks if each.name.en == risk.name.en), None)


def _crowd(risk: Risk, library: Library, language: Language, *, wide: bool = False) -> Part:
    figure = figure_of(risk, library)
    affected = None if figure is None else whole_people(share(figure))
    counted = risk.frequency.counted if risk.frequency is not None else "people"
    return crowd(affected, risk.name.spoken(language.tag), language, counted=counted, wide=wide)


def _counted(risk: Risk, library: Library, language: Language) -> tuple[Part, ...]:
    """Return how often, in strong words, then its range and in whom it was counted."""
    if risk.frequency is None:
        return (Gap(say(language.say("We have no number that we can trust."))),)
    often, *others = frequency_cell(risk, library, language)
    return (text_of(often), *others, counted_line(risk, library, language))


def _expectations(
    period: str, treatment: Treatment, consultation: Consultation, library: Library, language: Language
) -> Scene:
    """Show no evidence before the patient was asked what to expect."""
    told = language.say
    if is_open(_EXPECTED, consultation):
        question = told("How much pain do you expect after 3, 6 and 12 months? 0 is no pain, 10 is the worst pain.")
        return Scene(told("First we ask you"), (Panel("", (say(question),)),))
    stretches = strip_of(treatment, consultation.proposal.date, library, language)
    place = next((place for place, each in enumerate(stretches) if each.period == period), None)
    if place is not None:
        chosen = stretches[place]
        title = " \N{MIDDLE DOT} ".join(part for part in (chosen.name, chosen.days) if part)
        panels = tuple(Panel(name, lines) for name, lines in chosen.parts)
        return Scene(title, panels, stages=tuple(each.name for each in stretches), stage=place)
    outlook = outlook_of(consultation, library, language, to_patient=True)
    averages = told("The bands are averages of groups of people. Nobody can say how it will be for you.")
    return Scene(
        told("What you expect, and what studies found"),
        (Panel("", (patient_chart(outlook, language),)), _stop(consultation, language)),
        averages if outlook.bands else "",
    )


def _stop(consultation: Consultation, language: Language) -> Panel:
    """Return when we stop; paper leaves room to write, a screen says that it is open."""
    rule = consultation.stop_rule
    agreed = rule.amount is not None and (rule.date or consultation.decision.review_date) is not None
    words = stop_sentence(consultation, language) if agreed else language.say("We have not agreed on it yet.")
    return Panel(language.say("When we stop"), (say(words),))


def _agreed(treatment: Treatment, consultation: Consultation, library: Library, language: Language) -> Scene:
    told = language.say
    return Scene(
        told("What we talked about"),
        (
            Panel(told("What we look at together"), (say(library.options[treatment].name.spoken(language.tag)),)),
            _matters(consultation, library, language),
            _stop(consultation, language),
        ),
    )


def _ready(library: Library, language: Language) -> Scene:
    """Return the four questions to read along, and what a *no* means."""
    *questions, no = map(text_of, speak_text("ready_to_decide", library, language))
    return Scene(title_of("ready_to_decide", library, language), tuple(map(Panel, questions)), no, form="choices")


def _endings(language: Language) -> Scene:
    """Return the four endings, all alike; none is marked."""
    told = language.say
    panels = tuple(Panel(told(name), (say(told(words)),)) for name, words in _ENDINGS)
    return Scene(told("How our talk can end"), panels, told("Each of these is all right."), form="choices")
