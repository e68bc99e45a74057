"""Break runs of text into lines of a width: the only place that decides where a line ends."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from kneedesk.documents.fonts import Weight, widths
from kneedesk.documents.style import Voice
from kneedesk.documents.text import runs

# Spaces at which a line may end; all others hold together what they stand between.
SPACES = " \u2000-\u2006\u2008-\u200a\u3000"
TOKENS = re.compile(rf"(\n)|([{SPACES}]+)|[^\n{SPACES}]+")
# Where a line may end inside a word: after a hyphen, dash or slash between letters, between two codes in brackets,
# and before a Han, Kana or Hangul character unless a bracket has just opened.
WITHIN = re.compile(
    r"(?<=[^\W\d_]{2}[-\u2010\u2013\u2014/])(?=[^\W\d_]{2})|(?<=\])(?=\[U\+)"
    r"|(?<![「『（《〈])(?=[\u2e80-\u2fff\u3040-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3])"
)
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a stretch of text is set: face, size, colour role, tracking and rise above the baseline."""

    face: str
    size: float
    colour: str
    tracking: float = 0.0
    rise: float = 0.0

    def ends(self, text: str) -> list[float]:
        """Return how wide the text is up to each of its characters; the last is the width of all."""
        step, tracking = self.size / 1000, self.tracking
        advances = map(widths(self.face).__getitem__, map(ord, text))
        return list(accumulate((advance * step + tracking for advance in advances), initial=0.0))


Stretch = tuple[Manner, str]


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of type; trailing spaces are kept for who copies the text and are not part of the width."""

    stretches: tuple[Stretch, ...]
    width: float


@dataclass(slots=True)
class _Token:
    """A piece that no line divides, unless it alone is too wide for one."""

    kind: Literal["word", "space", "end"]
    how: Manner
    text: str
    width: float
    joined: bool = False  # no line may end before it


def voiced(text: str, voice: Voice, weight: Weight | None = None) -> list[Stretch]:
    """Return a text as it is set in a voice, each character in a face that has it."""
    return [
        (Manner(face, voice.size, voice.colour, voice.tracking), run)
        for face, run in runs(text, weight or voice.weight)
    ]


def break_lines(stretches: Iterable[Stretch], width: float) -> list[SetLine]:
    """Set stretches of text in as few lines of this width as they need; no word is too long."""
    composer = _Composer(width)
    for token in _tokens(stretches):
        composer.take(token)
    return composer.finish()


def balanced(stretches: list[Stretch], width: float) -> list[SetLine]:
    """Set stretches of text in as few lines, but of nearly equal length: for headings."""
    lines = break_lines(stretches, width)
    narrow = width / len(lines)
    while len(lines) > 1 and width - narrow > 4:
        middle = (narrow + width) / 2
        tried = break_lines(stretches, middle)
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
    room = width - dots.width
    kept: list[Stretch] = []
    for how, run in line.stretches:
        ends = how.ends(run)
        head = _fitting(ends, 0, room)
        kept.append((how, run[:head].rstrip()))
        room -= ends[head]
        if head < len(run):
            break
    kept.extend(dots.stretches)
    return SetLine(tuple(kept), sum(how.ends(run)[-1] for how, run in kept))


def _tokens(stretches: Iterable[Stretch]) -> Iterator[_Token]:
    after_word = False
    for how, text in stretches:
        ends = how.ends(text.replace("\n", " "))
        for found in TOKENS.finditer(text):
            start, end = found.span()
            if found[1]:
                after_word = False
                yield _Token("end", how, "", 0.0)
            elif found[2]:
                after_word = False
                yield _Token("space", how, found[2], ends[end] - ends[start])
            else:
                for part in _parts(found[0]):
                    end = start + len(part)
                    yield _Token("word", how, part, ends[end] - ends[start], after_word)
                    start, after_word = end, False
                after_word = True


def _parts(word: str) -> list[str]:
    if word.isascii() and "-" not in word and "/" not in word and "]" not in word:
        return [word]
    return [part for part in WITHIN.split(word) if part]


def _fitting(ends: list[float], start: int, room: float) -> int:
    """Return up to where a text that begins at ``start`` fits into this room."""
    limit = ends[start] + room
    end = start
    while end + 1 < len(ends) and ends[end + 1] <= limit:
        end += 1
    return end


class _Composer:
    """Fill lines greedily: a word goes where it fits, spaces never open a broken line."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.lines: list[SetLine] = []
        self.line: list[Stretch] = []
        self.filled = 0.0
        self.spaces: list[Stretch] = []
        self.white = 0.0
        self.word: list[Stretch] = []
        self.wide = 0.0

    def take(self, token: _Token) -> None:
        if token.kind == "word":
            if not token.joined:
                self._place_word()
            self.word.append((token.how, token.text))
            self.wide += token.width
            return
        self._place_word()
        if token.kind == "space":
            self.spaces.append((token.how, token.text))
            self.white += token.width
        else:
            self._end_line()

    def finish(self) -> list[SetLine]:
        self._place_word()
        if self.line or self.spaces or not self.lines:
            self._end_line()
        return self.lines

    def _place_word(self) -> None:
        if not self.word:
            return
        if self.filled + self.white + self.wide > self.width and (self.line or self.spaces):
            self._end_line()
        if self.wide > self.width:
            self._cut_word()
        else:
            self.line += self.spaces
            self.line += self.word
            self.filled += self.white + self.wide
        self.spaces, self.white, self.word, self.wide = [], 0.0, [], 0.0

    def _cut_word(self) -> None:
        """Fill lines with a word that no line can hold."""
        for how, text in self.word:
            ends = how.ends(text)
            start = 0
            while start < len(text):
                end = _fitting(ends, start, self.width - self.filled)
                if end == start and self.line:
                    self._end_line()
                    continue
                end = max(end, start + 1)
                self.line.append((how, text[start:end]))
                self.filled += ends[end] - ends[start]
                start = end

    def _end_line(self) -> None:
        self.lines.append(SetLine(_merged(self.line + self.spaces), self.filled))
        self.line, self.filled, self.spaces, self.white = [], 0.0, [], 0.0


def _merged(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Join neighbours that are set alike, so that a line is drawn in few strokes of the pen."""
    merged: list[Stretch] = []
    start = 0
    for index, (how, _) in enumerate(stretches):
        if index + 1 == len(stretches) or (stretches[index + 1][0] is not how and stretches[index + 1][0] != how):
            merged.append((how, "".join(text for _, text in stretches[start : index + 1])))
            start = index + 1
    return tuple(merged)
