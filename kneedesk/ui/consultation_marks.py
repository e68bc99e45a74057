"""The marks of a row in the list: which version stands or is drafted, and who is invented, by sign and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from kneedesk.ui.icons import pixmap
from kneedesk.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kneedesk.language import Language
    from kneedesk.store.summary import Summary
    from kneedesk.ui.theme import Theme

_LETTERS: Final = 12
_SIGN: Final = 13
_PADDING: Final = 8
_BETWEEN: Final = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A few words with a sign before them, in the colours of two roles of the theme."""

    icon: str
    words: str
    ink: str
    ground: str


def marks_of(summary: Summary, language: Language, *, sample: bool) -> tuple[Mark, ...]:
    """Return what is marked of a consultation; nothing of a first draft of a patient."""
    marks = []
    if summary.final is not None:
        words = language.say("Final, version {number}").format(number=summary.final)
        marks.append(Mark("lock", words, "ink", "surface"))
    elif summary.standing is not None:
        words = language.say("Draft of version {number}").format(number=summary.standing + 1)
        marks.append(Mark("pencil", words, "ink", "surface"))
    if sample:
        marks.append(Mark("info", language.say("Sample, not a patient"), "caution", "caution_soft"))
    return tuple(marks)


def width_of(marks: Sequence[Mark], font: QFont) -> int:
    """Return how wide marks are beside one another, each with what keeps it off the one before."""
    metrics = QFontMetrics(_letters(font))
    return sum(_width(mark, metrics) + scaled(_PADDING) for mark in marks)


def paint_marks(painter: QPainter, marks: Sequence[Mark], left: int, middle: float, font: QFont, theme: Theme) -> None:
    """Paint marks beside one another, from what is to their left on, about a height."""
    letters = _letters(font)
    metrics = QFontMetrics(letters)
    high, sign = metrics.height() + scaled(4), scaled(_SIGN)
    device = painter.device()
    for mark in marks:
        left += scaled(_PADDING)
        box = QRectF(left, middle - high / 2, _width(mark, metrics), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(mark.ground))
        painter.drawRoundedRect(box, high / 2, high / 2)
        ink = theme.colour(mark.ink)
        picture = pixmap(mark.icon, ink, sign, device.devicePixelRatioF())
        painter.drawPixmap(round(left + scaled(_PADDING)), round(middle - sign / 2), picture)
        painter.setPen(ink)
        painter.setFont(letters)
        painter.drawText(
            box.adjusted(scaled(_PADDING) + sign + scaled(_BETWEEN), 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            mark.words,
        )
        left += round(box.width())


def _width(mark: Mark, metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance(mark.words) + scaled(_SIGN) + scaled(_BETWEEN) + 2 * scaled(_PADDING)


def _letters(font: QFont) -> QFont:
    letters = QFont(font)
    letters.setPixelSize(scaled(_LETTERS))
    letters.setWeight(QFont.Weight.Medium)
    return letters
