"""A box to draw a signature in with mouse, pen or finger; its lines are kept in thousandths of its width."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneedesk.domain.signature import MOST_POINTS, Lines

_SIZE: Final = QSize(480, 150)
_STEP: Final = 6
"""Thousandths between two points: a hand is not seen to draw finer."""
_BASE: Final = 0.74
"""Where the line to sign on lies, as a share of the height."""


class SignaturePad(QWidget):
    """It takes no focus: who has no pointer types the name, or signs on paper."""

    drawn = Signal()
    """A line was ended."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[tuple[int, int]]] = []
        self._pen_down = False
        self.setObjectName("signature_pad")
        self.setAccessibleName(name)
        self.setFixedSize(_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def strokes(self) -> Lines:
        """Return what was drawn."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def clear(self) -> None:
        """Take away what was drawn."""
        self._strokes.clear()
        self._pen_down = False
        self.update()

    # Mouse, pen and finger do the same three things

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a line."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        self._draw_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the line."""
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen, whose place is known finer than that of the mouse."""
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position())
            case QEvent.Type.TabletMove:
                self._draw_on(event.position())
            case QEvent.Type.TabletRelease:
                self._end()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Draw with the first finger; a second one is a hand that rests."""
        if isinstance(event, QTouchEvent) and event.points():
            place = event.points()[0].position()
            match event.type():
                case QEvent.Type.TouchBegin:
                    self._begin(place)
                case QEvent.Type.TouchUpdate:
                    self._draw_on(place)
                case QEvent.Type.TouchEnd:
                    self._end()
            event.accept()
            return True
        if event.type() == QEvent.Type.TouchCancel:
            self._end()
        return super().event(event)

    def _begin(self, place: QPointF) -> None:
        if self._has_room():
            self._pen_down = True
            self._strokes.append([self._thousandths(place)])
            self.update()

    def _draw_on(self, place: QPointF) -> None:
        if not (self._pen_down and self._has_room()):
            return
        stroke, point = self._strokes[-1], self._thousandths(place)
        if max(abs(point[0] - stroke[-1][0]), abs(point[1] - stroke[-1][1])) >= _STEP:
            stroke.append(point)
            self.update(self._between(*stroke[-2:]).toAlignedRect())

    def _end(self) -> None:
        if self._pen_down:
            self._pen_down = False
            self.drawn.emit()

    def _has_room(self) -> bool:
        return sum(map(len, self._strokes)) < MOST_POINTS

    def _thousandths(self, place: QPointF) -> tuple[int, int]:
        scale = 1000 / self.width()
        right, bottom = 1000, int(scale * self.height())
        return min(max(round(place.x() * scale), 0), right), min(max(round(place.y() * scale), 0), bottom)

    def _point(self, point: tuple[int, int]) -> QPointF:
        return QPointF(*point) * (self.width() / 1000)

    def _between(self, one: tuple[int, int], other: tuple[int, int]) -> QRectF:
        return QRectF(self._point(one), self._point(other)).normalized().adjusted(-4, -4, 4, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, the line to sign on, and what was drawn."""
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        base = _BASE * self.height()
        painter.drawLine(QPointF(20, base), QPointF(self.width() - 20, base))
        ink = QPen(palette.color(QPalette.ColorRole.Text), 2.2)
        ink.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(ink)
        for stroke in self._strokes:
            for one, other in pairwise(stroke):
                painter.drawLine(self._point(one), self._point(other))
        painter.end()
