"""What the physician can say aloud under a heading, and the small speech mark that hides it everywhere."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kneedesk.presentation.content import Cell
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.passage_list import PassageList

_MARK = 24
_APART = 8


class SpeechMark(QAbstractButton):
    """A speech bubble, filled while the lines are shown; the key does the same, so that it is no stop of Tab.

    Its name says what a press does: a box to tick would have to say what it is as well.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("say.mark")
        self.filled = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fill(self, filled: bool) -> None:
        """Look as while the lines are shown, or as while they are hidden."""
        self.filled = filled
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        return QSize(scaled(_MARK), scaled(_MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bubble with its tail, and a ground under the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _MARK, self.height() / _MARK)
        palette = self.palette()
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(QRectF(0, 0, _MARK, _MARK), 6, 6)
        role = QPalette.ColorRole.Link if self.filled else QPalette.ColorRole.Dark
        painter.setPen(QPen(palette.color(role), 1.6, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(palette.color(QPalette.ColorRole.Light) if self.filled else Qt.BrushStyle.NoBrush)
        painter.drawPath(_bubble())
        for top in (10.0, 13.5):
            painter.drawLine(QPointF(8.5, top), QPointF(15.5, top))
        painter.end()


class SayLine(PassageList):
    """One thing to say in the patient's words; where the two speak different languages, in both."""

    def __init__(self, of: str, mark: SpeechMark | None = None, parent: QWidget | None = None) -> None:
        super().__init__(marked=False, tone="quiet", parent=parent)
        self.of, self.mark = of, mark
        self.setObjectName(f"say.{of}")
        self._lines: Cell = ()
        if mark is None:  # in a card, whose rows may follow at once
            self.setContentsMargins(0, 0, 0, _APART)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a bar at the edge, as beside what is quoted."""
        painter = QPainter(self)
        place = self.contentsRect().adjusted(0, 3, 0, -3)
        place.setWidth(2)
        painter.fillRect(place, self.palette().color(QPalette.ColorRole.Link))
        painter.end()

    def show_said(self, lines: Cell, *, shown: bool) -> None:
        """Say these lines, while they are wanted; the mark stays, so that they come back."""
        if shown and lines != self._lines:
            self._lines = lines
            self.show_lines(lines)
        self.setVisible(shown and bool(lines))
        if self.mark is not None:
            self.mark.setVisible(bool(lines))
            self.mark.fill(shown)


def _bubble() -> QPainterPath:
    box, tail = QPainterPath(), QPainterPath()
    box.addRoundedRect(QRectF(4, 5.5, 16, 12), 3.5, 3.5)
    tail.addPolygon(QPolygonF([QPointF(8, 15), QPointF(8, 21), QPointF(14, 16)]))
    tail.closeSubpath()
    return box.united(tail)
