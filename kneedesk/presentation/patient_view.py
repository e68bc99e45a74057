"""What the patient sees of what the physician is on: words and drawings, no identifiers, no verdicts, no notes."""

from dataclasses import dataclass

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.aftercare import strip_of
from kneedesk.presentation.comparison import Answer, compare, course_head, courses_in_order
from kneedesk.presentation.content import Gap, Line, quote, say, text_of
from kneedesk.presentation.effects import Bar
from kneedesk.presentation.findings import value_words
from kneedesk.presentation.outlook import outlook_of
from kneedesk.presentation.pain_chart import pain_chart
from kneedesk.presentation.progress import is_open
from kneedesk.presentation.risks import frequency_drawing
from kneedesk.presentation.shapes import Drawing
from kneedesk.presentation.stop_rule import stop_sentence
from kneedesk.presentation.talk import frequency_line
from kneedesk.presentation.wording import speak

_EXPECTED = "preferences.expected_pain"
_MATTERS = "preferences.priorities"

Part = str | Line | Gap | Drawing
"""A heading within a panel, a statement, one that says that nobody knows, or a drawing."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What the physician is on: a step, and of it one question, risk or period, and the courses compared."""

    step: str
    name: str = ""
    courses: tuple[Treatment, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands under one name; panels of a scene stand side by side."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """One view: what it is about, and its panels."""

    title: str
    panels: tuple[Panel, ...]


def scene_of(focus: Focus, consultation: Consultation, library: Library, language: Language) -> Scene:
    """Return what the patient may see; what is not for the patient's eyes shows the goal instead."""
    treatment = consultation.proposal.treatment
    match focus.step:
        case "options" if focus.name and focus.courses:
            return _question(focus, consultation, library, language)
        case "candidacy" | "options":
            return _choices(library, language)
        case "risks" if focus.name in library.risks:
            return _risk(focus.name, library, language)
        case "expectations" if treatment is not None:
            return _expectations(focus.name, treatment, consultation, library, language)
        case "decision" if treatment is not None:
            return _agreed(treatment, consultation, library, language)
    return _goal(consultation, library, language)


def words_of(scene: Scene) -> tuple[str, ...]:
    """Return everything that a scene says, also what its drawings say to who cannot see them."""
    words = [scene.title]
    for panel in scene.panels:
        words.append(panel.name)
        for part in panel.parts:
            words.append(_words(part))
    return tuple(words)


def _words(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Drawing):
        return part.description
    return text_of(part.line if isinstance(part, Gap) else part)


def _goal(consultation: Consultation, library: Library, language: Language) -> Scene:
    preferences, told = consultation.preferences, language.say
    goals: tuple[Part, ...] = tuple(quote(goal) for goal in preferences.goals or ())
    matters: tuple[Part, ...] = tuple(
        say(value_words(_MATTERS, matter, library, language)) for matter in preferences.priorities or ()
    )
    return Scene(
        told("What you want to do"),
        (
            Panel(told("Your goal"), goals or (say(told("We have not written it down yet.")),)),
            Panel(told("What matters most to you"), matters or (say(told("You can pick up to three things.")),)),
        ),
    )


def _choices(library: Library, language: Language) -> Scene:
    courses = [course for course in courses_in_order(library) if library.offers(course)]
    names: tuple[Part, ...] = tuple(say(library.options[each].name.spoken(language.tag)) for each in courses)
    return Scene(language.say("What there is to choose from"), (Panel("", names),))


def _question(focus: Focus, consultation: Consultation, library: Library, language: Language) -> Scene:
    rows = compare(focus.courses, consultation, library, language)
    row = next((each for each in rows if each.name == focus.name), None)
    if row is None:
        return _choices(library, language)
    if len(row.answers) == 1:
        return Scene(row.question, (Panel("", _parts(row.answers[0])),))
    names = [course_head(course, library, language) for course in focus.courses]
    panels = [Panel(name, _parts(answer)) for name, answer in zip(names, row.answers, strict=True)]
    if row.note:
        panels.append(Panel("", (say(row.note),)))
    return Scene(row.question, tuple(panels))


def _parts(answer: Answer) -> tuple[Part, ...]:
    """Return an answer without its bars: the words beside each bar say the same."""
    return tuple(part for part in answer if not isinstance(part, Bar))


def _risk(name: str, library: Library, language: Language) -> Scene:
    risk = library.risks[name]
    counted = frequency_line(risk, library, language) or say(language.say("Nobody knows how often."))
    return Scene(
        risk.name.spoken(language.tag),
        (
            Panel("", (frequency_drawing(risk, library, language),)),
            Panel("", (speak(risk.explanation, library, language), counted)),
        ),
    )


def _expectations(
    period: str, treatment: Treatment, consultation: Consultation, library: Library, language: Language
) -> Scene:
    """Show no evidence before the patient was asked what to expect."""
    told = language.say
    if is_open(_EXPECTED, consultation):
        question = told("How much pain do you expect after 3, 6 and 12 months? 0 is no pain, 10 is the worst pain.")
        return Scene(told("First we ask you"), (Panel("", (say(question),)),))
    stretches = strip_of(treatment, consultation.proposal.date, library, language)
    chosen = next((each for each in stretches if each.period == period), None)
    if chosen is not None:
        return Scene(
            " \N{MIDDLE DOT} ".join(part for part in (chosen.name, chosen.days) if part),
            tuple(Panel(name, lines) for name, lines in chosen.parts),
        )
    averages = told("The bands are averages of groups of people. Nobody can say how it will be for you.")
    drawing = pain_chart(outlook_of(consultation, library, language), language)
    parts = (drawing, say(averages), told("When we stop"), say(stop_sentence(consultation, language)))
    return Scene(told("What you expect, and what studies found"), (Panel("", parts),))


def _agreed(treatment: Treatment, consultation: Consultation, library: Library, language: Language) -> Scene:
    told = language.say
    name: tuple[Part, ...] = (say(library.options[treatment].name.spoken(language.tag)),)
    return Scene(
        told("What we talked about"),
        (
            Panel(told("What we look at together"), name),
            Panel(told("When we stop"), (say(stop_sentence(consultation, language)),)),
        ),
    )
