"""What the patient expects of the pain beside what studies saw, both from the pain now: as levels, and in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
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
YEAR = 12.0
"""What lies beyond so many months is not drawn."""
_APART = 0.2  # months
_CLOSE = 0.5  # points of pain
_DRAWN_UNIT = "points-of-10"
_WORN = 2
"""The Kellgren–Lawrence grade from which a radiograph shows osteoarthritis."""


@dataclass(frozen=True, slots=True)
class Band:
    """One effect as levels of pain, the least first; the letter ``mark`` leads to the words that say the same.

    ``difference`` is that from ``comparator``, with its interval where one was read; the changes of both groups are
    there only where they were read.
    """

    mark: str
    months: tuple[float, float]
    comparator: str
    difference: tuple[float, float, float]
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


@dataclass(frozen=True, slots=True)
class _Words:
    start: str
    expected: str
    averages: str


_ABOUT_PATIENT = _Words(
    "Pain now: {score} of 10.",
    "Expected pain: {words}.",
    "Averages of groups, drawn from this patient’s pain now: no forecast for one person.",
)
_TO_PATIENT = _Words(
    "Your pain now: {score} of 10.",
    "Pain that you expect: {words}.",
    "Averages of groups, drawn from your pain now. Nobody can say how it will be for you.",
)


def outlook_of(
    consultation: Consultation, library: Library, language: Language, *, to_patient: bool = False
) -> Outlook:
    """Return what can be drawn from the pain now, and in words also what cannot, and why not.

    The words speak about the patient, or ``to_patient``.
    """
    start, treatment = pain_now(consultation), consultation.proposal.treatment
    scale = library.scales[Instrument.PAIN_NRS]
    effects = effects_on_pain(treatment, library) if treatment is not None else ()
    bands = tuple(_bands(effects, start, library, language))
    words = _TO_PATIENT if to_patient else _ABOUT_PATIENT
    lines = [_start_line(words, start, language), _expected_line(words, consultation, library, language)]
    for mark, effect in zip(ascii_uppercase, effects, strict=False):
        lines.append(_effect_line(mark, effect, start, library, language))
    if bands:
        lines.append(say(language.say(words.averages)))
    if any(_cover(one, other) for one, other in combinations(bands, 2)):
        words_aside = "Studies that would cover each other are drawn side by side; the words say their months."
        lines.append(say(language.say(words_aside)))
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


def drawn_months(bands: tuple[Band, ...], least: float) -> tuple[tuple[float, float], ...]:
    """Return from which to which month each band is drawn, within the year and for at least so many months.

    What would lie on another, or close to it, stands beside it in time; the long ones keep their place.
    """
    placed: dict[str, tuple[float, float]] = {}
    for band in sorted(bands, key=lambda band: band.months[0] - band.months[1]):
        first, last = (min(month, YEAR) for month in band.months)
        long = max(last - first, least)
        start = min(max((first + last - long) / 2, 0.0), YEAR - long)
        others = [placed[other.mark] for other in bands if other.mark in placed and _is_close(other, band)]
        # Rather before than after: nothing is to stand at a time that no study reached.
        beside = [*(begin - _APART - long for begin, _ in others), *(end + _APART for _, end in others)]
        free = (
            place
            for place in (start, *beside)
            if 0 <= place <= YEAR - long and all(place + long < begin or end < place for begin, end in others)
        )
        start = next(free, start)
        placed[band.mark] = (start, start + long)
    return tuple(placed[band.mark] for band in bands)


def levels_of(band: Band) -> tuple[float, ...]:
    """Return every level at which something of a band is drawn."""
    changes = (band.with_comparison, band.with_course)
    return (*band.difference, *(level for level in changes if level is not None))


def _cover(one: Band, other: Band) -> bool:
    """Tell whether two bands would lie on one another, each in its months."""
    return _is_close(one, other) and one.months[0] <= other.months[1] and other.months[0] <= one.months[1]


def _is_close(one: Band, other: Band) -> bool:
    above, below = sorted((levels_of(one), levels_of(other)), key=max, reverse=True)
    return min(above) - max(below) < _CLOSE


def _bands(effects: tuple[Effect, ...], start: float | None, library: Library, language: Language) -> Iterator[Band]:
    for mark, effect in zip(ascii_uppercase, effects, strict=False):
        if start is None or _why_not(effect, start, library):
            continue
        figure = _figure(effect.figure, library)
        ends = (figure.value if each is None else each for each in (figure.high, figure.low))
        best, least = (min(start - each, WORST) for each in ends)
        comparator = figure.comparator.spoken(language.tag) if figure.comparator else language.say("the comparison")
        yield Band(
            mark,
            figure.months or (0, 0),
            comparator,
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


def _start_line(words: _Words, start: float | None, language: Language) -> Line:
    if start is None:
        return say(language.say("The pain now is not recorded from 0 to 10."))
    return say(language.say(words.start).format(score=language.number(start)))


def _expected_line(words: _Words, consultation: Consultation, library: Library, language: Language) -> Line:
    expected = "; ".join(expected_words(consultation, library, language))
    return say(language.say(words.expected).format(words=expected))


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
