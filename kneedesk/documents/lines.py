"""Break runs of text into lines of a width: the only place that decides where a line ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from kneedesk.documents.fonts import Weight, widths
from kneedesk.documents.style import Voice
from kneedesk.documents.text import runs

# A line may end at these spaces, which then take no room; all other spaces hold together what they stand between.
SPACES = re.compile(r"[ \u2000-\u2006\u2008-\u200a\u3000]+")
# Inside a word it may end after a hyphen, dash or slash between letters, and between two codes in brackets.
AFTER = re.compile(r"[-\u2010\u2013\u2014/\]](?:(?<=[^\W\d_]{2}[^\]])(?=[^\W\d_]{2})|(?<=\])(?=\[U\+))")
# It may end before a Han, Kana or Hangul character unless a bracket has just opened.
BEFORE = re.compile(
    r"[\u2e80-\u2fff\u3040-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3](?<![「『（《〈].)"
)
# Where no line can hold what these spaces hold together, it ends at one of them rather than within a word.
HELD = re.compile("(?<!\N{BALLOT BOX})[\N{NO-BREAK SPACE}]")
BOX = "\N{BALLOT BOX}"
HOLDING = "\N{NO-BREAK SPACE}"
ELLIPSIS = "…"
# Sums of widths differ in their last digits with the order in which they were made.
FUZZ = 0.001


class Manner(NamedTuple):
    """How a stretch of text is set: face, size, colour role, tracking, rise above the baseline, and its language."""

    face: str
    size: float
    colour: str
    tracking: float = 0.0
    rise: float = 0.0
    language: str = ""

    def ends(self, text: str, start: float = 0.0) -> list[float]:
        """Return where each character begins when the first one does at ``start``, and where the last one ends."""
        return list(accumulate(map(_advances(self.face, self.size, self.tracking).__getitem__, text), initial=start))


Stretch = tuple[Manner, str]


class SetLine(NamedTuple):
    """One line of type; spaces at its end are kept for who copies the text and are not part of the width."""

    stretches: tuple[Stretch, ...]
    width: float


def voiced(text: str, voice: Voice, weight: Weight | None = None) -> list[Stretch]:
    """Return a text as it is set in a voice, each character in a face that has it."""
    return [
        (Manner(face, voice.size, voice.colour, voice.tracking), run)
        for face, run in runs(text, weight or voice.weight)
    ]


def break_lines(stretches: Iterable[Stretch], width: float) -> list[SetLine]:
    """Set stretches of text in as few lines of this width as they need; no word is too long."""
    return _Text(list(stretches)).lines(width)


def break_choices(stretches: list[Stretch], width: float) -> list[tuple[SetLine, float]]:
    """Set stretches of text in lines with their indents, boxes to tick with their words beside one another.

    Where the words of one box need more than a line each box has lines of its own, and what goes on hangs beneath its
    words: else a box could be read as that of the words before it.
    """
    boxes = [
        place
        for place, ((_, box), (_, words)) in enumerate(pairwise(stretches))
        if box == BOX and words[0] == HOLDING and words[1:]
    ]
    choices = [stretches[start:end] for start, end in pairwise((*boxes, len(stretches)))]
    if all(len(break_lines(choice, width)) == 1 for choice in choices):
        return [(line, 0.0) for line in break_lines(stretches, width)]
    before = break_lines(stretches[: boxes[0]], width) if boxes[0] else []
    return [(line, 0.0) for line in before] + [line for choice in choices for line in _hanging(choice, width)]


def _hanging(choice: list[Stretch], width: float) -> Iterator[tuple[SetLine, float]]:
    """Yield the lines of a box, the space after it and its words, which stand beneath one another."""
    box, (how, words), *others = choice
    space = (how, words[:1])
    indent = sum(manner.ends(text)[-1] for manner, text in (box, space))
    first, *following = break_lines([(how, words[1:]), *others], width - indent)
    yield SetLine((box, space, *first.stretches), indent + first.width), 0.0
    yield from ((line, indent) for line in following)


def balanced(stretches: list[Stretch], width: float) -> list[SetLine]:
    """Set stretches of text in as few lines, but of nearly equal length: for headings."""
    text = _Text(stretches)
    lines = text.lines(width)
    narrow = width / len(lines)
    while len(lines) > 1 and width - narrow > 4:
        middle = (narrow + width) / 2
        tried = text.lines(middle)
        if len(tried) > len(lines):
            narrow = middle
        else:
            lines, width = tried, middle
    return lines


def one_line(text: str, voice: Voice) -> SetLine:
    """Set a text in one line, however long it is."""
    whole = [(how, run.replace("\n", " ")) for how, run in voiced(text, voice)]
    return SetLine(tuple(whole), sum(how.ends(run)[-1] for how, run in whole))


def clipped(text: str, voice: Voice, width: float) -> SetLine:
    """Set a text in one line, with an ellipsis where it would be wider than ``width``."""
    line = one_line(text, voice)
    if line.width <= width:
        return line
    dots = one_line(ELLIPSIS, voice)
    whole = _Text(list(line.stretches))
    end = max(0, bisect_right(whole.ends, width - dots.width) - 1)
    return SetLine((*whole.between(0, end), *dots.stretches), whole.ends[end] + dots.width)


class _Advances(dict[str, float]):
    """The width of each character in one manner, worked out when it is first met."""

    def __init__(self, face: str, size: float, tracking: float) -> None:
        super().__init__({"\n": 0.0})
        self._thousandths = widths(face)
        self._step = size / 1000
        self._tracking = tracking

    def __missing__(self, character: str) -> float:
        self[character] = advance = self._thousandths[ord(character)] * self._step + self._tracking
        return advance


_advances = lru_cache(maxsize=256)(_Advances)


class _Text:
    """Stretches as one text, with the place of every character and of every stop."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self._stretches = stretches
        self._whole = "".join(text for _, text in stretches)
        self.ends = [0.0]
        for how, text in stretches:
            self.ends[-1:] = how.ends(text, self.ends[-1])

    def lines(self, width: float) -> list[SetLine]:
        """Return the text in as few lines of this width as it needs."""
        ends = self.ends
        if ends[-1] <= width + FUZZ and "\n" not in self._whole:
            return [SetLine(self.between(0, len(self._whole)), ends[-1])]
        return [SetLine(self.between(start, end), ends[shown] - ends[start]) for start, shown, end in self._cuts(width)]

    @cached_property
    def _begins(self) -> list[int]:
        return list(accumulate((len(text) for _, text in self._stretches), initial=0))

    @cached_property
    def _stops(self) -> list[tuple[int, int]]:
        """Return where what is seen of a line may end, and where the next line begins then."""
        stops = [found.span() for found in SPACES.finditer(self._whole)]
        within = [found.end() for found in AFTER.finditer(self._whole)]
        within += [found.start() for found in BEFORE.finditer(self._whole)]
        return sorted([*stops, *((place, place) for place in within)]) if within else stops

    def _cuts(self, width: float) -> Iterator[tuple[int, int, int]]:
        """Yield where each line begins, where what is seen of it ends, and where its last space ends."""
        stops = self._stops
        seen = [start for start, _ in stops]
        start = 0
        while True:
            newline = self._whole.find("\n", start)
            last = newline if newline >= 0 else len(self._whole)
            while True:
                fit = bisect_right(self.ends, self.ends[start] + width + FUZZ, start, last + 1) - 1
                if fit >= last:
                    # An end of a line is a space for who copies the text.
                    yield start, last, min(last + 1, len(self._whole))
                    break
                stop = bisect_right(seen, fit) - 1
                shown, end = stops[stop] if stop >= 0 and seen[stop] > start else self._forced(start, fit)
                yield start, shown, end
                start = end
                if start >= last:
                    break
            if newline < 0 or newline + 1 >= len(self._whole):
                return
            start = newline + 1

    def _forced(self, start: int, fit: int) -> tuple[int, int]:
        """Return where a line ends that no stop ends: a word that no line can hold is cut where the line is full."""
        held = [found.span() for found in HELD.finditer(self._whole, start + 1, fit + 1)]
        return held[-1] if held else (max(fit, start + 1),) * 2

    def between(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Return the stretches from one character to another, neighbours that are set alike as one."""
        if len(self._stretches) == 1:
            return ((self._stretches[0][0], self._whole[start:end].replace("\n", " ")),) if end > start else ()
        kept: list[Stretch] = []
        # A text may change its face with every character: look only at the stretches of this line.
        for place in range(bisect_right(self._begins, start) - 1, bisect_left(self._begins, end)):
            how, _ = self._stretches[place]
            piece = self._whole[max(start, self._begins[place]) : min(end, self._begins[place + 1])].replace("\n", " ")
            if piece and kept and kept[-1][0] == how:
                kept[-1] = (how, kept[-1][1] + piece)
            elif piece:
                kept.append((how, piece))
        return tuple(kept)
