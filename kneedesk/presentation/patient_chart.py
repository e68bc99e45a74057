"""The patient's own chart of pain over a year: the pain now, what the patient expects, what studies found."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from textwrap import wrap
from typing import Literal

from kneedesk.language import Language
from kneedesk.presentation.outlook import WORST, YEAR, Band, Outlook, drawn_months, levels_of
from kneedesk.presentation.shapes import Circle, Drawing, Label, Rectangle, Shape, Stroke

WIDTH = 540.0
LETTERS = 18.0
"""The size of every word in it: nothing is smaller."""
_LEFT, _TOP, _RIGHT, _BOTTOM = 30.0, 36.0, 528.0, 232.0
_LINE = 24.0
_LETTERS_A_LINE = 54  # hardly ever wider than what the samples leave of the drawing
_WIDE = 14.0  # half of a mark's width in the legend
_LEAST = 0.8  # months: what belongs to one day is drawn as wide as this
_THICK = 7.0


_Placed = tuple[Band, tuple[float, float]]
"""A band, and from which to which month it is drawn."""


def patient_chart(outlook: Outlook, language: Language) -> Drawing:
    """Return the chart with its legend under it; its description says what it shows.

    What studies found bears, here and in the legend, the letter under which the words tell it.
    """
    told = tuple(_legend(outlook, language))
    bands = tuple(zip(outlook.bands, drawn_months(outlook.bands, _LEAST), strict=True))
    shapes = (
        *_frame(language),
        *_now(outlook, language),
        *(shape for band, months in bands for shape in _band(band, months)),
        *_marks(outlook, bands),
        *_expected(outlook, language),
        *_entries(told),
    )
    height = _BOTTOM + 34 + _LINE * sum(len(_wrapped(words)) for words, _ in told)
    said = "; ".join(words.rstrip(".") for words, _ in told)
    title = language.say("Pain from 0 (none) to 10 (worst) over 12 months")
    return Drawing(WIDTH, height, shapes, f"{title}. {said}." if said else f"{title}.")


def _x(month: float) -> float:
    return _LEFT + month * (_RIGHT - _LEFT) / YEAR


def _y(level: float) -> float:
    return _BOTTOM - level * (_BOTTOM - _TOP) / WORST


def _frame(language: Language) -> Iterator[Shape]:
    yield Label(0, LETTERS, language.say("10 is the worst pain"), LETTERS, colour="quiet")
    for level in (0, 5, 10):
        yield Stroke(_LEFT, _y(level), _RIGHT, _y(level), "line", 1.2)
        yield Label(_LEFT - 8, _y(level) + 5, str(level), LETTERS, anchor="end", colour="quiet")
    for month in (0, 3, 6, 12):
        words = language.say("now") if month == 0 else language.say("{months} months").format(months=month)
        yield Stroke(_x(month), _BOTTOM, _x(month), _BOTTOM + 5, "quiet", 1.2)
        anchor: Literal["start", "middle", "end"] = "start" if month == 0 else "end" if month == YEAR else "middle"
        yield Label(_x(month), _BOTTOM + 22, words, LETTERS, anchor=anchor, colour="quiet")


def _now(outlook: Outlook, language: Language) -> Iterator[Shape]:
    if outlook.start is not None:
        yield Circle(_x(0), _y(outlook.start), 7, fill="ink")
        yield Label(_x(0) + 12, _y(outlook.start) - 6, language.number(outlook.start), LETTERS + 2, strong=True)


def _expected(outlook: Outlook, language: Language) -> Iterator[Shape]:
    """Yield the patient's own way from the pain now, each dot with its number."""
    dots = [(each.months, each.score) for each in outlook.expected if each.months <= YEAR]
    way = [(0.0, outlook.start), *dots] if outlook.start is not None else dots
    for (month, level), (then, lower) in pairwise(way):
        yield Stroke(_x(month), _y(level), _x(then), _y(lower), "ink", 1.6)
    for month, level in dots:
        yield from _dot(_x(month), _y(level))
        yield Label(_x(month) - 4, _y(level) - 13, language.number(level), LETTERS + 2, strong=True, anchor="end")


def _dot(x: float, y: float) -> Iterator[Shape]:
    yield Circle(x, y, 8, fill="paper", outline="ink")
    yield Circle(x, y, 4.5, fill="ink")


def _marks(outlook: Outlook, bands: tuple[_Placed, ...]) -> Iterator[Shape]:
    """Yield the letter of each band beside it, or above or below it where it would stand on another band or letter."""
    taken = [_box(*each) for each in bands]
    taken += [
        (_x(each.months) - 16, _y(each.score) - 2 * LETTERS, _x(each.months) + 8, _y(each.score) + 8)
        for each in outlook.expected
    ]
    for band, months in bands:
        places = tuple(_places(band, months))
        place = next((place for place in places if not any(_meet(place, box) for box in taken)), places[0])
        taken.append(place)
        left, _, right, bottom = place
        yield Label((left + right) / 2, bottom, band.mark, LETTERS, strong=True, anchor="middle", colour="accent")


_Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def _box(band: Band, months: tuple[float, float]) -> _Box:
    first, last = months
    levels = levels_of(band)
    return _x(first), _y(max(levels)) - _THICK / 2, _x(last), _y(min(levels)) + _THICK / 2


def _places(band: Band, months: tuple[float, float]) -> Iterator[_Box]:
    """Yield where the letter of a band may stand: right of it, left, above, below; it keeps clear of the edge."""
    left, top, right, bottom = _box(band, months)
    middle, wide, high = (left + right) / 2, 1.2 * LETTERS, 0.74 * LETTERS
    base = _y(band.difference[1]) + 6
    if right < _RIGHT - LETTERS:
        yield right + 2, base - high, right + 2 + wide, base
    yield left - 2 - wide, base - high, left - 2, base
    yield middle - wide / 2, top - 4 - high, middle + wide / 2, top - 4
    yield middle - wide / 2, bottom + 4, middle + wide / 2, bottom + 4 + high


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _band(band: Band, months: tuple[float, float]) -> Iterator[Shape]:
    """Yield the difference alone as a box with its middle, and the changes of both groups as marks."""
    left, right = map(_x, months)
    middle, half = (left + right) / 2, (right - left) / 2
    best, value, least = band.difference
    if _has_reach(band):
        yield Rectangle(left, _y(least), right - left, _y(best) - _y(least), "accent_soft", "accent", 2)
    yield _mark(middle, _y(value), half, "difference")
    if band.with_comparison is not None:
        yield _mark(middle, _y(band.with_comparison), half, "comparison")
    if band.with_course is not None:
        yield _mark(middle, _y(band.with_course), half, "course")


def _mark(x: float, y: float, half: float, kind: str) -> Shape:
    if kind == "difference":
        return Stroke(x - half, y, x + half, y, "accent", 3)
    if kind == "comparison":
        return Rectangle(x - half, y - _THICK / 2, 2 * half, _THICK, "paper", "ink")
    return Rectangle(x - half, y - _THICK / 2, 2 * half, _THICK, "accent", "accent")


Sample = Callable[[float, float], Iterator[Shape]]


def _legend(outlook: Outlook, language: Language) -> Iterator[tuple[str, Sample]]:
    """Yield the words for what is drawn, each with its sample."""
    if outlook.start is not None:
        yield language.say("Your pain now"), lambda x, y: iter((Circle(x, y, 7, fill="ink"),))
    if any(each.months <= YEAR for each in outlook.expected):
        yield language.say("What you expect"), _dot
    for band in outlook.bands:
        words = language.say("{mark}. In studies: difference from {comparator}")
        sample = _difference_within if _has_reach(band) else _difference
        yield words.format(mark=band.mark, comparator=band.comparator), sample
        if band.with_course is not None:
            words = language.say("{mark}. In studies: people with this treatment").format(mark=band.mark)
            yield words, lambda x, y: iter((_mark(x, y, _WIDE, "course"),))
        if band.with_comparison is not None:
            words = language.say("{mark}. In studies: people with {comparator}")
            told = words.format(mark=band.mark, comparator=band.comparator)
            yield told, lambda x, y: iter((_mark(x, y, _WIDE, "comparison"),))
    if not outlook.bands:
        words = language.say("What studies found cannot be drawn here. We tell you in words.")
        yield words, lambda _x, _y: iter(())


def _has_reach(band: Band) -> bool:
    best, _, least = band.difference
    return best < least


def _difference(x: float, y: float) -> Iterator[Shape]:
    yield _mark(x, y, _WIDE, "difference")


def _difference_within(x: float, y: float) -> Iterator[Shape]:
    yield Rectangle(x - _WIDE, y - 8, 2 * _WIDE, 16, "accent_soft", "accent", 2)
    yield from _difference(x, y)


def _entries(told: Iterable[tuple[str, Sample]]) -> Iterator[Shape]:
    """Yield every sample with its words beside it, on as many lines as they need."""
    y = _BOTTOM + 46
    for words, sample in told:
        yield from sample(16, y)
        for line in _wrapped(words):
            yield Label(42, y + 6, line, LETTERS)
            y += _LINE


def _wrapped(words: str) -> list[str]:
    return wrap(words, _LETTERS_A_LINE)
