"""A line of text that gives way: cut with an ellipsis where there is no room, said in full all the same."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

# A sign that turns the reading direction would write another name; it is shown as the documents show it.
_TURNING: Final = {code: f"[U+{code:04X}]" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def one_line(text: str) -> str:
    """Return a recorded text on one line, with the signs that would turn its reading direction shown as codes."""
    return " ".join(text.translate(_TURNING).split())


class ElidedLabel(QLabel):
    """A label of one line which may become narrower than its text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    @property
    def whole(self) -> str:
        """Return the text, cut or not."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show another text, and measure nothing for the same one."""
        whole = one_line(text)
        if whole == self._whole:
            return
        self._whole = whole
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._cut()

    def retone(self, tone: str, name: str = "tone") -> None:
        """Take another look while shown, and be styled again only where it changed."""
        if self.property(name) != tone:
            self.setProperty(name, tone)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()
            self._cut()

    def sizeHint(self) -> QSize:
        """Return room for the whole text."""
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + self._sides() + 2, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        least = self.fontMetrics().averageCharWidth() * 6 + self._sides()
        return QSize(min(least, self.sizeHint().width()), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the new width."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that another type needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width()
        metrics = self.fontMetrics()
        fits = metrics.horizontalAdvance(self._whole) <= room
        shown = self._whole if fits else metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip("" if fits else self._whole)

    def _height(self) -> int:
        """Return the height of a line; QLabel would remember the one of another look."""
        return self.fontMetrics().height() + (8 if self.property("chip") else 0)

    def _sides(self) -> int:
        """Return what is kept free at the left and the right; the style sheet makes it so for a chip."""
        return self.contentsMargins().left() + self.contentsMargins().right()
