"""Break runs of text into lines of a width, and draw a line: the only place that sets type."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from kneedesk.documents.fonts import Weight, measure
from kneedesk.documents.style import Voice, ink
from kneedesk.documents.text import runs

# Where a line may end inside a word: after a hyphen, dash or slash between letters, between two bracketed codes,
# and before a Han, Kana or Hangul character unless a bracket has just opened.
WITHIN = re.compile(
    r"(?<=[^\W\d_]{2}[-\u2010\u2013\u2014/])(?=[^\W\d_]{2})|(?<=\])(?=\[U\+)"
    r"|(?<![「『（《〈])(?=[\u2e80-\u2fff\u3040-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3])"
)
SPACES = " \u2000-\u2006\u2008-\u200a\u3000"
TOKENS = re.compile(rf"\n|[{SPACES}]+|[^\n{SPACES}]+")
NO_BREAK = "\u00a0\u2007\u202f"
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a stretch of text is set: face, size, colour role, tracking and rise above the baseline."""

    face: str
    size: float
    colour: str
    tracking: float = 0.0
    rise: float = 0.0

    def width(self, text: str) -> float:
        """Return how wide a text is when set like this."""
        return measure(text, self.face, self.size, self.tracking)


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of type; trailing spaces are kept for who copies the text and are not part of the width."""

    stretches: tuple[tuple[Manner, str], ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Token:
    kind: Literal["word", "space", "end"]
    how: Manner
    text: str
    joined: bool = False  # no line may end before it


def voiced(text: str, voice: Voice, weight: Weight | None = None) -> list[tuple[Manner, str]]:
    """Return a text as it is set in a voice, each character in a face that has it."""
    return [
        (Manner(face, voice.size, voice.colour, voice.tracking), run)
        for face, run in runs(text, weight or voice.weight)
    ]


def break_lines(stretches: Iterable[tuple[Manner, str]], width: float) -> list[SetLine]:
    """Set stretches of text in as few lines of this width as they need; no word is too long."""
    composer = _Composer(width)
    for token in _tokens(stretches):
        composer.take(token)
    return composer.finish()


def one_line(text: str, voice: Voice) -> SetLine:
    """Set a text in one line, however long it is."""
    whole = voiced(" ".join(text.split("\n")), voice)
    return SetLine(tuple(whole), sum(how.width(run) for how, run in whole))


def clipped(text: str, voice: Voice, width: float) -> SetLine:
    """Set a text in one line, with an ellipsis where it would be wider than ``width``."""
    line = one_line(text, voice)
    if line.width <= width:
        return line
    whole = line.stretches
    room = width - Manner(whole[0][0].face, voice.size, voice.colour, voice.tracking).width(ELLIPSIS)
    kept: list[tuple[Manner, str]] = []
    for how, run in whole:
        head = _fitting(how, run, room)
        kept.append((how, run[:head].rstrip()))
        room -= how.width(run[:head])
        if head < len(run):
            break
    kept.extend(voiced(ELLIPSIS, voice))
    return SetLine(tuple(kept), sum(how.width(run) for how, run in kept))


def draw_line(canvas: Canvas, line: SetLine, x: float, y: float) -> None:
    """Draw a line with its baseline at y."""
    if not line.stretches:
        return
    pen = canvas.beginText(x, y)
    colour, tracking = "", 0.0
    for how, text in line.stretches:
        pen.setFont(how.face, how.size)
        if how.colour != colour:
            colour = how.colour
            pen.setFillColor(ink(colour))
        if how.tracking != tracking:
            tracking = how.tracking
            pen.setCharSpace(tracking)
        if how.rise:
            pen.setRise(how.rise)
        pen.textOut(text)
        if how.rise:
            pen.setRise(0)
    if tracking:
        pen.setCharSpace(0)
    canvas.drawText(pen)


def _tokens(stretches: Iterable[tuple[Manner, str]]) -> Iterator[_Token]:
    after_word = False
    for how, text in stretches:
        for piece in TOKENS.findall(text):
            if piece == "\n":
                after_word = False
                yield _Token("end", how, "")
            elif piece.isspace() and piece[0] not in NO_BREAK:
                after_word = False
                yield _Token("space", how, piece)
            else:
                for part in _parts(piece):
                    yield _Token("word", how, part, after_word)
                    after_word = False
                after_word = True


def _parts(word: str) -> list[str]:
    if word.isascii() and "-" not in word and "/" not in word and "]" not in word:
        return [word]
    return [part for part in WITHIN.split(word) if part]


def _fitting(how: Manner, text: str, room: float) -> int:
    """Return how many characters of a text fit into this room."""
    for count in range(len(text)):
        room -= how.width(text[count])
        if room < 0:
            return count
    return len(text)


class _Composer:
    """Fill lines greedily: a word goes where it fits, spaces never open a broken line."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.lines: list[SetLine] = []
        self.line: list[tuple[Manner, str]] = []
        self.filled = 0.0
        self.spaces: list[tuple[Manner, str]] = []
        self.word: list[tuple[Manner, str]] = []

    def take(self, token: _Token) -> None:
        if token.kind == "word":
            if not token.joined:
                self._place_word()
            self.word.append((token.how, token.text))
            return
        self._place_word()
        if token.kind == "space":
            self.spaces.append((token.how, token.text))
        else:
            self._end_line()

    def finish(self) -> list[SetLine]:
        self._place_word()
        if self.line or self.spaces or not self.lines:
            self._end_line()
        return self.lines

    def _place_word(self) -> None:
        word, self.word = self.word, []
        if not word:
            return
        white = sum(how.width(text) for how, text in self.spaces)
        wide = sum(how.width(text) for how, text in word)
        if self.filled + white + wide > self.width and (self.line or self.spaces):
            self._end_line()
            white = 0.0
        if wide > self.width:
            self._cut(word)
            return
        self.line += self.spaces + word
        self.spaces = []
        self.filled += white + wide

    def _cut(self, word: list[tuple[Manner, str]]) -> None:
        """Fill lines with a word that no line can hold."""
        for how, text in word:
            rest = text
            while rest:
                head = _fitting(how, rest, self.width - self.filled)
                if head == 0 and self.line:
                    self._end_line()
                    continue
                head = max(1, head)
                self.line.append((how, rest[:head]))
                self.filled += how.width(rest[:head])
                rest = rest[head:]

    def _end_line(self) -> None:
        self.lines.append(SetLine(tuple(_merged(self.line + self.spaces)), self.filled))
        self.line, self.spaces, self.filled = [], [], 0.0


def _merged(stretches: list[tuple[Manner, str]]) -> Iterator[tuple[Manner, str]]:
    """Join neighbours that are set alike, so that a line is drawn in few strokes of the pen."""
    how, text = None, ""
    for next_how, next_text in stretches:
        if next_how == how:
            text += next_text
        else:
            if how is not None:
                yield how, text
            how, text = next_how, next_text
    if how is not None:
        yield how, text
