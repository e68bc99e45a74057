"""What a course did to pain in studies, as bars on one scale: with it, with the comparison, and the difference."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.fact import Fact, Figure
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.option import Effect
from kneedesk.language import Language
from kneedesk.presentation.citations import certainty_words
from kneedesk.presentation.content import Line, say, text_of
from kneedesk.presentation.print_size import USUAL, PrintSize
from kneedesk.presentation.shapes import Drawing, Label, Rectangle, Shape, Stroke

HEIGHT = 13.0
_UNKNOWN = 14.0  # how wide the sign of the unknown is: the same everywhere, so that nobody takes it for a bar
_BESIDE = 20.0
_STEP = 5  # percent of a scale: the reach of the bars is rounded outwards to it
_SCALES = {"points-of-10": 10, "points-of-100": 100, "mm-of-100": 100}
_BETTER = {
    "points-of-10": "better by {value} of 10 points",
    "points-of-100": "better by {value} of 100 points",
    "mm-of-100": "better by {value} of 100 mm",
}
_WORSE = {
    "points-of-10": "worse by {value} of 10 points",
    "points-of-100": "worse by {value} of 100 points",
    "mm-of-100": "worse by {value} of 100 mm",
}

Reach = tuple[float, float]
Role = Literal["course", "comparator", "difference"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One change as a share of its scale, in percent, better to the right; without a value nobody knows it.

    ``reach`` are the ends of the one scale on which all bars of the pack are drawn.
    """

    role: Role
    words: str
    reach: Reach
    value: float | None = None
    interval: tuple[float, float] | None = None


def effects_on_pain(treatment: Treatment, library: Library) -> tuple[Effect, ...]:
    """Return what was measured of the pain after a course; a joint score of pain and function counts."""
    return tuple(effect for effect in library.options[treatment].effects if effect.outcome != "function")


def bars_of(
    effect: Effect, reach: Reach, library: Library, language: Language, *, brief: bool = False
) -> tuple[tuple[Line, Bar], ...]:
    """Return the bars of one effect, each under its words: the two changes, where they were read, then the gap.

    ``brief`` leaves it to the thin line on a bar where the true one may lie; the bar's own words say it all the same.
    """
    comparator = _figure(effect.figure, library).comparator
    against = comparator.spoken(language.tag) if comparator else language.say("the comparison")
    course = language.say("With this choice")
    other = language.say("With {comparator}").format(comparator=against)
    difference = _bar("difference", language.say("Difference"), effect.figure, reach, library, language, brief)
    if effect.treated is None or effect.control is None:
        both = language.say("With this choice, and with {comparator}").format(comparator=against)
        line = say(f"{both}: {language.say('no trustworthy number')}", _fact(effect.figure, library).id)
        return (line, Bar("course", text_of(line), reach)), difference
    return (
        _bar("course", course, effect.treated, reach, library, language, brief),
        _bar("comparator", other, effect.control, reach, library, language, brief),
        difference,
    )


def certainty_line(effect: Effect, library: Library, language: Language) -> Line:
    """Return when and how surely an effect was measured; what it rests on says why."""
    fact, figure = _fact(effect.figure, library), _figure(effect.figure, library)
    parts = [certainty_words(fact, language)]
    if fact.status == "secondary":
        parts.append(language.say("second-hand"))
    if figure.time is not None:
        parts.append(figure.time.spoken(language.tag))
    if effect.outcome == "pain-and-function":
        parts.append(language.say("pain and function as one score"))
    return say(" \N{MIDDLE DOT} ".join(parts), fact.id)


def bar_drawing(bar: Bar, width: float) -> Drawing:
    """Return a bar from the line of no change, with its interval as a thin line; where nobody knows it, only a sign."""
    if bar.value is None:
        return Drawing(width, HEIGHT, (_unknown(2.0),), bar.words)
    zero = _place(0, bar, width)
    left, right = sorted((zero, _place(bar.value, bar, width)))
    shapes: list[Shape] = [_rectangle(bar.role, left, right)]
    if bar.interval is not None:
        low, high = (_place(end, bar, width) for end in bar.interval)
        shapes.append(Stroke(low, HEIGHT / 2, high, HEIGHT / 2, "ink", 1.2))
        shapes += [Stroke(end, HEIGHT / 2 - 2.5, end, HEIGHT / 2 + 2.5, "ink", 1.2) for end in (low, high)]
    shapes.append(Stroke(zero, 0, zero, HEIGHT, "quiet", 1.0))
    return Drawing(width, HEIGHT, tuple(shapes), bar.words)


def effect_drawing(
    title: str, effect: Effect, reach: Reach, library: Library, language: Language, size: PrintSize = USUAL
) -> Drawing:
    """Return the bars of one effect under one another, each below its words, as paper shows them."""
    shapes: list[Shape] = []
    said: list[str] = []
    top = 0.0
    for words, strong in ((title, True), (text_of(certainty_line(effect, library, language)), False)):
        top = _write(words, 0, top, shapes, size, strong=strong)
    for line, bar in bars_of(effect, reach, library, language):
        top += 3
        if bar.value is None:
            shapes.append(_unknown(top + (size.line - HEIGHT) / 2 + 2))
            top = _write(text_of(line), _BESIDE, top, shapes, size)
        else:
            top = _write(text_of(line), 0, top, shapes, size)
            shapes += [_lowered(shape, top) for shape in bar_drawing(bar, size.width).shapes]
            top += HEIGHT
        said.append(bar.words)
    return Drawing(size.width, top, tuple(shapes), f"{title}: {'; '.join(said)}")


def _write(text: str, left: float, top: float, shapes: list[Shape], size: PrintSize, *, strong: bool = False) -> float:
    """Write words on as many lines as they need, and return where they end."""
    for line in size.lines(text, left):
        shapes.append(Label(left, top + size.letters, line, size=size.letters, strong=strong))
        top += size.line
    return top + 1


def _unknown(top: float) -> Rectangle:
    return Rectangle(0, top, _UNKNOWN, HEIGHT - 4, outline="quiet", radius=2, hatched=True)


def _lowered(shape: Shape, by: float) -> Shape:
    if isinstance(shape, Stroke):
        return replace(shape, y1=shape.y1 + by, y2=shape.y2 + by)
    return replace(shape, y=shape.y + by)


def reach_of(library: Library) -> Reach:
    """Return the ends of the one scale, in percent: no bar of the pack lies beyond them."""
    ends = [0.0]
    for treatment in library.options:
        for effect in effects_on_pain(treatment, library):
            for name in (effect.figure, effect.treated, effect.control):
                if name is not None:
                    figure = _figure(name, library)
                    ends += [
                        _percent(each, figure) for each in (figure.value, figure.low, figure.high) if each is not None
                    ]
    return math.floor(min(ends) / _STEP) * _STEP, math.ceil(max(ends) / _STEP) * _STEP


def _bar(
    role: Role, label: str, name: str, reach: Reach, library: Library, language: Language, brief: bool
) -> tuple[Line, Bar]:
    figure, interval = _figure(name, library), None
    words = language.say((_WORSE if figure.value < 0 else _BETTER)[figure.unit])
    shown = words = words.format(value=language.number(abs(figure.value)))
    if figure.low is not None and figure.high is not None:
        interval = _percent(figure.low, figure), _percent(figure.high, figure)
        ends = {"low": _end(figure.low, language), "high": _end(figure.high, language)}
        words = f"{words} {language.say('(the true one may lie from {low} to {high})').format(**ends)}"
    line = say(f"{label}: {shown if brief else words}", _fact(name, library).id)
    return line, Bar(role, f"{label}: {words}", reach, _percent(figure.value, figure), interval)


def _end(value: float, language: Language) -> str:
    words = language.say("{value} worse" if value < 0 else "{value} better")
    return words.format(value=language.number(abs(value)))


def _percent(value: float, figure: Figure) -> float:
    return 100 * value / _SCALES[figure.unit]


def _fact(name: str, library: Library) -> Fact:
    return library.facts[name.partition(".")[0]]


def _figure(name: str, library: Library) -> Figure:
    return _fact(name, library).figures[name.partition(".")[2]]


def _place(percent: float, bar: Bar, width: float) -> float:
    least, most = bar.reach
    return width * (percent - least) / (most - least)


def _rectangle(role: Role, left: float, right: float) -> Rectangle:
    """Return the bar of a role: they differ in their fill also without colour."""
    span = right - left
    if role == "difference":
        return Rectangle(left, 3, span, HEIGHT - 6, fill="accent_soft", outline="accent", radius=1)
    if role == "comparator":
        return Rectangle(left, 2, span, HEIGHT - 4, fill="surface", outline="quiet", radius=2)
    return Rectangle(left, 2, span, HEIGHT - 4, fill="accent", radius=2)
