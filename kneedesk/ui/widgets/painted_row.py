"""A row that is pressed as a whole, with a sign and lines of text: painted, for labels cost more than their words."""

from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPixmap, QStaticText, QTransform
from PySide6.QtWidgets import QApplication, QWidget

from kneedesk.ui.icons import pixmap
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.pressable import Pressable

_LEFT: Final = 14
_RIGHT: Final = 12
_SIGN: Final = 18
_BESIDE: Final = 10
_USUAL: Final = 240
_LEAST: Final = 96


class Look(NamedTuple):
    """How a line is written: its size at the usual size of text, its weight, and the role of its colour."""

    size: int
    weight: QFont.Weight
    role: str


class Line(NamedTuple):
    """A text that may be broken over several lines, and its look."""

    text: str
    look: Look


NAME: Final = Look(14, QFont.Weight.DemiBold, "heading")
PLAIN: Final = Look(14, QFont.Weight.Normal, "ink")
NOTE: Final = Look(13, QFont.Weight.Normal, "quiet")
BASIS: Final = Look(12, QFont.Weight.Medium, "accent")


class _Broken(NamedTuple):
    """A line broken for a width, the letters that it is written in, and its height."""

    text: QStaticText
    font: QFont
    height: int


class PaintedRow(Pressable):
    """Paint the sign and, beside it, one line below the other; as tall as its lines are at a width."""

    ABOVE: int = 9
    BELOW: int = 10
    BETWEEN: int = 2
    """Pixels around the lines."""
    LOWERED: int = 0
    """By how many pixels the sign stands lower than the lines begin."""
    GROUND: str = "paper"
    """The role of what it stands on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._sign = ("minus", "quiet")
        self._lines: tuple[Line, ...] = ()
        self._broken: dict[tuple[Line, int], _Broken] = {}
        self._heights: dict[int, int] = {}
        self._drawn: tuple[tuple[object, ...], QPixmap] | None = None
        self._measure_again()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """Return what stands on the row, line by line."""
        return "\n".join(line.text for line in self._lines)

    def write(self, sign: tuple[str, str], lines: tuple[Line, ...]) -> None:
        """Show a sign, by its icon and the role of its colour, and lines; what is around lays them out anew."""
        self._sign, self._lines = sign, tuple(line for line in lines if line.text)
        self._broken = {of: broken for of, broken in self._broken.items() if of[0] in self._lines}
        self._heights.clear()
        self._drawn = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the lines unbroken: how many there are follows from the width, and is not guessed here."""
        return self._usual

    def minimumSizeHint(self) -> QSize:
        """Return a width that any word fits into."""
        return self._least

    def heightForWidth(self, width: int) -> int:
        """Return the height of the broken lines and the room around them, measured once."""
        if width not in self._heights:
            heights = [broken.height for broken in self._lines_at(width)]
            between = self.BETWEEN * (len(heights) - 1)
            self._heights[width] = self.ABOVE + sum(heights) + between + self.BELOW
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the font may be another."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_again()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row as it was drawn last: where another one above it grows, it only moves."""
        QPainter(self).drawPixmap(0, 0, self._picture())

    def _picture(self) -> QPixmap:
        ratio, state = self.devicePixelRatioF(), (self.hasFocus(), self.isChecked(), self._fill(), self._edge)
        look = (self.size().toTuple(), ratio, self._theme.name, *state)
        if self._drawn is None or self._drawn[0] != look:
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(self._theme.colour(self.GROUND))  # letters are drawn best where nothing shines through
            painter = QPainter(picture)
            self._paint_surface(painter)
            self._paint_lines(painter)
            painter.end()
            self._drawn = (look, picture)
        return self._drawn[1]

    def _paint_lines(self, painter: QPainter) -> None:
        icon, role = self._sign
        sign = pixmap(icon, self._theme.colour(role), scaled(_SIGN), self.devicePixelRatioF())
        painter.drawPixmap(_LEFT, self.ABOVE + self.LOWERED, sign)
        top = self.ABOVE
        for line, broken in zip(self._lines, self._lines_at(self.width()), strict=True):
            painter.setFont(broken.font)
            painter.setPen(self._theme.colour(line.look.role))
            painter.drawStaticText(self._beside, top, broken.text)
            top += broken.height + self.BETWEEN

    def _measure_again(self) -> None:
        self._broken.clear()
        self._heights.clear()
        self._drawn = None
        self._beside = _LEFT + scaled(_SIGN) + _BESIDE
        around = QSize(self._beside + _RIGHT, scaled(_SIGN) + self.ABOVE + self.BELOW)
        self._least, self._usual = (around + QSize(scaled(words), 0) for words in (_LEAST, _USUAL))
        self.updateGeometry()

    def _lines_at(self, width: int) -> list[_Broken]:
        """Return the lines broken for a width of the row, each of them once."""
        room = width - self._beside - _RIGHT
        for line in self._lines:
            if (line, room) not in self._broken:
                self._broken[line, room] = _break(line, room)
        return [self._broken[line, room] for line in self._lines]


def _break(line: Line, room: int) -> _Broken:
    font = QFont(QApplication.font())
    font.setPixelSize(scaled(line.look.size))
    font.setWeight(line.look.weight)
    text = QStaticText(line.text)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setTextWidth(room)
    text.prepare(QTransform(), font)
    return _Broken(text, font, ceil(text.size().height()))
