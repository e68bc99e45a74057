"""A drawing of presentation as a picture on a page that also says its content to who cannot see it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kneedesk.presentation.shapes import Drawing
from kneedesk.ui.painting import ColourOf, picture_of, size_of
from kneedesk.ui.theme import growth

SCALE = 1.5
"""Pixels a point at the usual size of text: a label of 8.5 points then has about the size of the other small words."""
_LEAST = 240
_FIXED = QSizePolicy.Policy.Fixed
_LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange)


class DrawingView(QLabel):
    """A label with a picture, which a screen reader announces as a graphic with the drawing's description.

    It is drawn when it is first scrolled into sight, and again when the theme, the font or the screen is another.
    """

    def __init__(
        self,
        drawing: Drawing,
        colour: ColourOf,
        parent: QWidget | None = None,
        *,
        scale: float = 0,
        shrinks: bool = False,
    ) -> None:
        """Show a drawing at so many pixels a point, or without any at a scale that grows with the text.

        One that ``shrinks`` becomes smaller where there is less room.
        """
        super().__init__(parent)
        self._colour, self._fixed_scale, self._shrinks = colour, scale, shrinks
        self._picture: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Maximum if shrinks else QSizePolicy.Policy.Fixed, _FIXED)
        policy.setHeightForWidth(shrinks)
        self.setSizePolicy(policy)
        self.show_drawing(drawing)
        # A label with a picture is a graphic; what it shows is painted below.
        sign = QPixmap(1, 1)
        sign.fill(Qt.GlobalColor.transparent)
        self.setPixmap(sign)

    @property
    def scale(self) -> float:
        """Return how many pixels a point takes."""
        most = self._fixed_scale or SCALE * growth()
        return min(most, self.width() / self._drawing.width) if self._shrinks else most

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another drawing in the place of this one."""
        self._drawing, self._picture = drawing, None
        if self._shrinks:
            self.updateGeometry()
        else:
            self.setFixedSize(size_of(drawing, self.scale))
        self.setAccessibleName(drawing.description)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at the usual scale."""
        return size_of(self._drawing, self._fixed_scale or SCALE * growth())

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the drawing can still be read."""
        return QSize(min(_LEAST, self.sizeHint().width()), 0) if self._shrinks else self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the height that goes with a width."""
        most = self.sizeHint()
        return most.height() * min(width, most.width()) // most.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again in the room that there is now."""
        super().resizeEvent(event)
        self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, drawn at its first sight."""
        if self._picture is None:
            self._picture = picture_of(self._drawing, self._colour, self.font(), self.scale, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours and the size of text that were chosen."""
        if event.type() == QEvent.Type.FontChange:
            self.show_drawing(self._drawing)
        elif event.type() in _LOOKS:
            self._picture = None
            self.update()
        super().changeEvent(event)
