"""What the patient expects of the pain beside what studies saw, both from the pain now: as levels, and in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.history import Condition
from kneedesk.domain.measure import Instrument
from kneedesk.domain.preferences import ExpectedPain
from kneedesk.knowledge.fact import Figure
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.option import Effect
from kneedesk.language import Language
from kneedesk.presentation.content import Cell, Line, Span, joined, say
from kneedesk.presentation.effects import bars_of, certainty_line, effects_on_pain, reach_of
from kneedesk.presentation.talk import expected_words

WORST = 10.0
_DRAWN_UNIT = "points-of-10"
_WORN = 2
"""The Kellgren–Lawrence grade from which a radiograph shows osteoarthritis."""


@dataclass(frozen=True, slots=True)
class Band:
    """One effect as levels of pain, the least first; the letter ``mark`` leads to the words that say the same.

    ``without_placebo`` is the difference from the comparison, with its interval where one was read; the changes of
    both groups are there only where they were read.
    """

    mark: str
    months: tuple[float, float]
    without_placebo: tuple[float, float, float]
    with_course: float | None = None
    with_comparison: float | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """The pain now, what the patient expects, what studies saw and what counts, each only where it is known."""

    start: float | None
    expected: tuple[ExpectedPain, ...]
    bands: tuple[Band, ...]
    important: float | None
    acceptable: float | None
    lines: Cell
    """The same in words, with what it rests on."""


def outlook_of(consultation: Consultation, library: Library, language: Language) -> Outlook:
    """Return what can be drawn from the pain now, and in words also what cannot, and why not."""
    start, treatment = pain_now(consultation), consultation.proposal.treatment
    scale = library.scales[Instrument.PAIN_NRS]
    effects = effects_on_pain(treatment, library) if treatment is not None else ()
    bands = tuple(_bands(effects, start, library))
    lines = [_start_line(start, language), _expected_line(consultation, library, language)]
    for mark, effect in zip(ascii_uppercase, effects, strict=False):
        lines.append(_effect_line(mark, effect, start, library, language))
    if bands:
        lines.append(
            say(language.say("Averages of groups, drawn from this patient’s pain now: no forecast for one person."))
        )
    return Outlook(
        start,
        consultation.preferences.expected_pain or (),
        bands,
        _less(start, scale.important_difference, library),
        _level(scale.acceptable_state, library),
        tuple(lines),
    )


def pain_now(consultation: Consultation) -> float | None:
    """Return the pain from 0 to 10 that was measured last."""
    measured = [each.score for each in consultation.measures or () if each.instrument is Instrument.PAIN_NRS]
    return float(measured[-1]) if measured else None


def _bands(effects: tuple[Effect, ...], start: float | None, library: Library) -> Iterator[Band]:
    for mark, effect in zip(ascii_uppercase, effects, strict=False):
        if start is None or _why_not(effect, start, library):
            continue
        figure = _figure(effect.figure, library)
        ends = (figure.value if each is None else each for each in (figure.high, figure.low))
        best, least = (min(start - each, WORST) for each in ends)
        yield Band(
            mark,
            figure.months or (0, 0),
            (max(best, 0.0), start - figure.value, least),
            _less(start, effect.treated, library),
            _less(start, effect.control, library),
        )


def _why_not(effect: Effect, start: float | None, library: Library) -> str:
    """Return why an effect is not drawn, nothing where it is."""
    figure = _figure(effect.figure, library)
    if start is None:
        return "the pain now is not recorded from 0 to 10"
    if effect.outcome != "pain":
        return "pain and function are one score here"
    if figure.unit != _DRAWN_UNIT:
        return "it was measured on another scale, which is not converted"
    if figure.months is None:
        return "at what time was not read"
    changes = [_figure(name, library).value for name in (effect.figure, effect.treated, effect.control) if name]
    return "the pain now is less than the change that was measured" if max(changes) > start else ""


def _less(start: float | None, name: str | None, library: Library) -> float | None:
    if start is None or name is None or _figure(name, library).unit != _DRAWN_UNIT:
        return None
    left = start - _figure(name, library).value
    return left if left >= 0 else None


def _level(name: str | None, library: Library) -> float | None:
    if name is None or _figure(name, library).unit != _DRAWN_UNIT:
        return None
    return float(_figure(name, library).value)


def _figure(name: str, library: Library) -> Figure:
    fact, _, figure = name.partition(".")
    return library.facts[fact].figures[figure]


def _start_line(start: float | None, language: Language) -> Line:
    if start is None:
        return say(language.say("The pain now is not recorded from 0 to 10."))
    return say(language.say("Pain now: {score} of 10.").format(score=language.number(start)))


def _expected_line(consultation: Consultation, library: Library, language: Language) -> Line:
    words = "; ".join(expected_words(consultation, library, language))
    return say(language.say("Expected pain: {words}.").format(words=words))


def _effect_line(mark: str, effect: Effect, start: float | None, library: Library, language: Language) -> Line:
    why = _why_not(effect, start, library)
    end = language.say("Not drawn: {why}.").format(why=language.say(why)) if why else ""
    told = [line for line, _ in bars_of(effect, reach_of(library), library, language)]
    told.append(certainty_line(effect, library, language))
    sentences = [tuple(Span(f"{span.text}.", basis=span.basis) for span in line) for line in told]
    head = say(f"{language.say('Studies {mark}').format(mark=mark)}:", strong=True)
    return joined((head, *sentences, *((say(end),) if end else ())))


def natural_course(consultation: Consultation) -> str:
    """Return the id of the text on what may happen without a procedure: what was counted is of worn knees only."""
    grade = consultation.imaging.kellgren_lawrence
    worn = consultation.history.condition is Condition.OSTEOARTHRITIS or (grade is not None and grade >= _WORN)
    return "natural_course" if worn else "natural_course-other"
