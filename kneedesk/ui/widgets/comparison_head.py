"""The names of the courses over their columns, which stay in sight while the page is scrolled."""

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from kneedesk.ui.widgets.words import Words

_SIDE = 10
_ABOVE, _BELOW = 8, 8


class ComparisonHead(QWidget):
    """A name for each column on a ground that covers what is scrolled below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[Words] = []
        self._shown = 0

    def show_names(self, names: tuple[str, ...]) -> None:
        """Say these names from left to right."""
        while len(self._names) < len(names):
            self._names.append(Words(level="3", parent=self))
        self._shown = len(names)
        for place, label in enumerate(self._names):
            label.setVisible(place < self._shown)
            if place < self._shown:
                label.say(names[place])

    def height_at(self, columns: list[tuple[int, int]]) -> int:
        """Return the height of the longest name in columns of these places and widths."""
        heights = [label.heightForWidth(width - 2 * _SIDE) for label, (_, width) in self._columns(columns)]
        return max(heights, default=0) + _ABOVE + _BELOW

    def place(self, width: int, height: int, columns: list[tuple[int, int]]) -> None:
        """Take the whole width, and put each name over its column."""
        self.resize(width, height)
        for label, (left, span) in self._columns(columns):
            label.setGeometry(left + _SIDE, _ABOVE, span - 2 * _SIDE, height - _ABOVE - _BELOW)

    def _columns(self, columns: list[tuple[int, int]]) -> list[tuple[Words, tuple[int, int]]]:
        return list(zip(self._names[: self._shown], columns, strict=False))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and a line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.fillRect(0, self.height() - 2, self.width(), 2, self.palette().color(QPalette.ColorRole.Mid))
        painter.end()
