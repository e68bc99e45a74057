"""A surface that is pressed as a whole and holds labels: a real button, painted in roles of the theme."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.block import room_of

Row = TypeVar("Row", bound=QWidget)
Value = TypeVar("Value")

RADIUS = 8.0
_EDGE = 4.0


class Pressable(QPushButton):
    """Lay out labels inside it as in any widget; where it may be checked, it shows so by a ground and a bar."""

    def __init__(self, theme: Theme, ground: str = "paper", line: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fill_role = ground
        self._line = line
        self._edge = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_edge(self, role: str) -> None:
        """Give the left edge a bar in the colour of a role, or none."""
        if role != self._edge:
            self._edge = role
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for a line of each label inside: how many there are follows from the width."""
        return room_of(self) if self.layout() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the labels inside need at least."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the border, the bar and, strongest, the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS, RADIUS)
        painter.fillPath(shape, self._theme.colour(self._fill()))
        edge = self._edge or ("accent" if self.isChecked() else "")
        if edge:
            painter.save()
            painter.setClipPath(shape)
            painter.fillRect(QRectF(box.left(), box.top(), _EDGE, box.height()), self._theme.colour(edge))
            painter.restore()
        focused = self.hasFocus()
        line = "focus" if focused else ("accent" if self.isChecked() else self._line)
        painter.setPen(QPen(self._theme.colour(line), 2.0 if focused else 1.0))
        inset = 0.0 if focused else 0.5
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _fill(self) -> str:
        if self.isChecked() or self.isDown():
            return "accent_soft"
        return "surface" if self.underMouse() and self._fill_role != "surface" else self._fill_role


def show_each(
    rows: list[Row], values: Sequence[Value], add: Callable[[], Row], show: Callable[[Row, Value], None]
) -> None:
    """Show each value in a row of its own; rows are added once, kept, and hidden where there is nothing to show."""
    while len(rows) < len(values):
        rows.append(add())
    for row, value in zip(rows, values, strict=False):
        show(row, value)
    for place, row in enumerate(rows):
        if row.isHidden() is (place < len(values)):
            row.setVisible(place < len(values))
