"""A surface that is pressed as a whole and holds labels: a real button, painted in roles of the theme."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface; what is inside paints itself."""
        self._paint_surface(QPainter(self))

    def _paint_surface(self, painter: QPainter) -> None:
        """Paint the ground, the border, the bar and, strongest, the focus."""
        fill, edge = self._fill(), self._edge or ("accent" if self.isChecked() else "")
        focused = self.hasFocus()
        line = "focus" if focused else ("accent" if self.isChecked() else self._line)
        named = self._theme.named
        colours = (named(fill), named(edge) if edge else "", named(line))
        surface = _surface(self.width(), self.height(), self.devicePixelRatioF(), *colours, 2.0 if focused else 1.0)
        painter.drawPixmap(0, 0, surface)

    def _fill(self) -> str:
        if self.isChecked() or self.isDown():
            return "accent_soft"
        return "surface" if self.underMouse() and self._fill_role != "surface" else self._fill_role


@lru_cache(maxsize=32)
def _surface(width: int, height: int, ratio: float, fill: str, edge: str, line: str, thick: float) -> QPixmap:
    """Return a surface of so many logical pixels: rows that stand below another are painted whenever it grows."""
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(1, 1, width - 2, height - 2)
    shape = QPainterPath()
    shape.addRoundedRect(box, RADIUS, RADIUS)
    painter.fillPath(shape, QColor(fill))
    if edge:
        painter.setClipPath(shape)
        painter.fillRect(QRectF(box.left(), box.top(), _EDGE, box.height()), QColor(edge))
        painter.setClipping(False)
    painter.setPen(QPen(QColor(line), thick))
    inset = 0.5 if thick == 1 else 0.0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
    painter.end()
    return picture


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
