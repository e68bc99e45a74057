"""How wide words are, and where lines break: measured once for each word, true at every size."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

LEADING = 1.32
"""From one baseline to the next, in sizes of the letters."""
_SIZE = 100
_PIECE = re.compile("[^ \u200b]+[ \u200b]*|[ \u200b]+")

Run = tuple[str, bool]
"""Words in one voice, and whether it is strong."""

Measured = tuple[str, float, float, bool]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text: its runs, each with its place from the left in pixels."""

    runs: tuple[tuple[float, str, bool], ...]


class Lettering:
    """The two weights of one type; it remembers the width of every word that it has met."""

    def __init__(self, family: str) -> None:
        self._widths: dict[Run, float] = {}
        self._widest: dict[Run, float] = {}
        self._runs: dict[Run, tuple[Measured, ...]] = {}
        self._metrics = {strong: QFontMetricsF(_font(family, strong)) for strong in (False, True)}

    def width(self, words: str, size: float, *, strong: bool = False) -> float:
        """Return how wide words are on one line, in pixels."""
        return sum(self._width(each, strong) for each in _pieces(words)) * size

    def widest(self, words: str, *, strong: bool = False) -> float:
        """Return how wide the widest word is, in sizes of the letters."""
        widest = self._widest.get((words, strong))
        if widest is None:
            widest = max((bare for _, _, bare, _ in self._measured((words, strong))), default=0.0)
            self._widest[words, strong] = widest
        return widest

    def count(self, runs: tuple[Run, ...], width: float, size: float) -> int:
        """Return on how many lines of a width runs of words stand."""
        room, x, lines = width / size, 0.0, 1
        for run in runs:
            for _, whole, bare, breaks in self._measured(run):
                if breaks or (x and x + bare > room):
                    lines, x = lines + 1, 0.0
                x += whole
        return lines

    def rows(self, runs: tuple[Run, ...], width: float, size: float) -> tuple[Row, ...]:
        """Return runs of words broken into lines of a width; a word that is wider stands on a line of its own."""
        room, x = width / size, 0.0
        rows: list[Row] = []
        line: list[tuple[float, str, bool]] = []
        for run in runs:
            for piece, whole, bare, breaks in self._measured(run):
                if breaks or (x and x + bare > room):
                    rows.append(_row(line))
                    line, x = [], 0.0
                line.append((x * size, piece, run[1]))
                x += whole
        return (*rows, _row(line))

    def _measured(self, run: Run) -> tuple[Measured, ...]:
        """Return the pieces of a run: each with its width, that without the space behind it, and if a line begins."""
        known = self._runs.get(run)
        if known is None:
            words, strong = run
            known = self._runs[run] = tuple(
                (piece, self._width(piece, strong), self._width(piece.rstrip(), strong), bool(number) and not place)
                for number, paragraph in enumerate(words.split("\n"))
                for place, piece in enumerate(_pieces(paragraph) or [""])
            )
        return known

    def _width(self, word: str, strong: bool) -> float:
        width = self._widths.get((word, strong))
        if width is None:
            width = self._widths[word, strong] = self._metrics[strong].horizontalAdvance(word) / _SIZE
        return width


def _font(family: str, strong: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(_SIZE)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _pieces(words: str) -> list[str]:
    """Return words, each with what it may be broken behind: a space, or the sign of a break within a long word."""
    return _PIECE.findall(words)


def _row(line: list[tuple[float, str, bool]]) -> Row:
    """Join neighbours of one voice: they are painted at once."""
    runs: list[tuple[float, str, bool]] = []
    for x, piece, strong in line:
        if runs and runs[-1][2] == strong:
            before = runs.pop()
            runs.append((before[0], before[1] + piece, strong))
        else:
            runs.append((x, piece, strong))
    return Row(tuple(runs))
