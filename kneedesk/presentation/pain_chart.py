"""Pain from 0 to 10 over twelve months: the pain now, what the patient expects, what studies saw, and what counts."""

from collections.abc import Callable, Iterator
from functools import partial

from kneedesk.language import Language
from kneedesk.presentation.content import text_of
from kneedesk.presentation.outlook import WORST, YEAR, Band, Outlook, drawn_months
from kneedesk.presentation.shapes import Circle, Colour, Drawing, Label, Rectangle, Shape, Stroke

WIDTH = 470.0
_LEFT, _TOP = 16.0, 20.0
_MONTH, _POINT = 27.5, 14.0
_RIGHT = _LEFT + YEAR * _MONTH
_BOTTOM = _TOP + WORST * _POINT
_LEAST_SPAN = 0.7  # months: what belongs to one day is drawn as wide as this
_MARK = 4.0
_SMALL = 8.5
_LINE = 12.0


def pain_chart(outlook: Outlook, language: Language) -> Drawing:
    """Return the chart with its legend; its description says what it shows, and what could not be drawn."""
    legend = tuple(_legend(outlook, language))
    months = drawn_months(outlook.bands, _LEAST_SPAN)
    shapes = (
        *_frame(language),
        *_levels(outlook, language),
        *(shape for place, band in enumerate(outlook.bands) for shape in _band(band, months, place)),
        *_expected(outlook, language),
        *(shape for row, (words, sample) in enumerate(legend) for shape in _entry(row, words, sample)),
    )
    height = _BOTTOM + 2 * _LINE + _LINE * len(legend)
    title = language.say("Pain from 0 (none) to 10 (worst) over 12 months")
    return Drawing(WIDTH, height, shapes, " ".join((f"{title}.", *map(text_of, outlook.lines))))


def _x(month: float) -> float:
    return _LEFT + month * _MONTH


def _y(level: float) -> float:
    return _TOP + (WORST - level) * _POINT


def _frame(language: Language) -> Iterator[Shape]:
    yield Label(0, 9, language.say("Pain from 0 (none) to 10 (worst)"), strong=True)
    for level in range(0, 11, 2):
        yield Stroke(_LEFT, _y(level), _RIGHT, _y(level), "line", 0.7)
        yield Label(_LEFT - 5, _y(level) + 3, str(level), _SMALL, anchor="end", colour="quiet")
    for month in range(0, int(YEAR) + 1, 3):
        yield Stroke(_x(month), _BOTTOM, _x(month), _BOTTOM + 3, "quiet", 0.7)
        yield Label(_x(month), _BOTTOM + 12, str(month), _SMALL, anchor="middle", colour="quiet")
    yield Label(_RIGHT + 8, _BOTTOM + 12, language.say("months after"), _SMALL, colour="quiet")


def _levels(outlook: Outlook, language: Language) -> Iterator[Shape]:
    """Yield what holds all the time: a line each, and its words at the right, one under the other."""
    named: tuple[tuple[float | None, str, Colour], ...] = (
        (outlook.start, "Pain now: {level}", "ink"),
        (outlook.important, "Important change: {level}", "caution"),
        (outlook.acceptable, "Acceptable: {level}", "quiet"),
    )
    lines = sorted(((level, words, colour) for level, words, colour in named if level is not None), reverse=True)
    lowest = 0.0
    for level, words, colour in lines:
        lowest = max(_y(level) + 3, lowest + _LINE)
        said = language.say(words).format(level=language.number(level))
        yield Stroke(_LEFT, _y(level), _RIGHT + 4, _y(level), colour, 1.0)
        yield Label(_RIGHT + 8, lowest, said, _SMALL, colour=colour)
    if outlook.start is not None:
        yield Circle(_LEFT, _y(outlook.start), 4, fill="ink")


def _band(band: Band, months: tuple[tuple[float, float], ...], place: int) -> Iterator[Shape]:
    """Yield the difference alone as a box with its middle, then the changes of both groups as marks, and the letter.

    The letter stands at the left, or at the right where another band lies before it.
    """
    first, last = months[place]
    left, width = _x(first), (last - first) * _MONTH
    best, value, least = band.difference
    if best < least:
        yield Rectangle(left, _y(least), width, _y(best) - _y(least), "accent_soft", "accent", 2)
    yield Stroke(left + 1, _y(value), left + width - 1, _y(value), "accent", 2)
    if band.with_comparison is not None:
        yield Rectangle(left, _y(band.with_comparison) - _MARK / 2, width, _MARK, "paper", "ink")
    if band.with_course is not None:
        yield Rectangle(left, _y(band.with_course) - _MARK / 2, width, _MARK, "accent", "accent")
    follows = any(first - _LEAST_SPAN < end <= first for _, end in months)
    x = left + width + 4 if follows else left - 4
    yield Label(x, _y(value) + 3, band.mark, _SMALL, True, "start" if follows else "end", "accent")


def _expected(outlook: Outlook, language: Language) -> Iterator[Shape]:
    """Yield the patient's own dots, each with its number; they are ringed, so that no mark of a study looks alike."""
    for each in outlook.expected:
        if each.months <= YEAR:
            x, y = _x(each.months), _y(each.score)
            yield Circle(x, y, 5, fill="paper", outline="ink")
            yield Circle(x, y, 2.6, fill="ink")
            yield Label(x - 8, y + 3, language.number(each.score), _SMALL, strong=True, anchor="end")


Sample = Callable[[float], Iterator[Shape]]
"""What stands before the words of the legend, on a line at this height."""


def _legend(outlook: Outlook, language: Language) -> Iterator[tuple[str, Sample]]:
    """Yield the words for what is drawn, each with its sample; every band by its letter."""
    if any(each.months <= YEAR for each in outlook.expected):
        yield language.say("What the patient expects"), _dot
    for band in outlook.bands:
        words = language.say("{mark}. In studies: difference from {comparator}")
        yield words.format(mark=band.mark, comparator=band.comparator), partial(_difference, band)
        if band.with_course is not None:
            words = language.say("{mark}. In studies: people with this treatment").format(mark=band.mark)
            yield words, partial(_change, "accent", "accent")
        if band.with_comparison is not None:
            words = language.say("{mark}. In studies: people with {comparator}")
            yield words.format(mark=band.mark, comparator=band.comparator), partial(_change, "paper", "ink")


def _dot(y: float) -> Iterator[Shape]:
    yield Circle(8, y, 4.4, fill="paper", outline="ink")
    yield Circle(8, y, 2.2, fill="ink")


def _difference(band: Band, y: float) -> Iterator[Shape]:
    best, _, least = band.difference
    if best < least:
        yield Rectangle(0, y - 4, 16, 8, "accent_soft", "accent", 2)
    yield Stroke(1, y, 15, y, "accent", 2)


def _change(fill: Colour, outline: Colour, y: float) -> Iterator[Shape]:
    yield Rectangle(0, y - _MARK / 2, 16, _MARK, fill, outline)


def _entry(row: int, words: str, sample: Sample) -> Iterator[Shape]:
    y = _BOTTOM + 2 * _LINE + 6 + _LINE * row
    yield from sample(y - 3)
    yield Label(21, y, words, _SMALL, colour="quiet")
