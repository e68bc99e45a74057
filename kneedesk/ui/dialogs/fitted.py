"""A dialog that is as tall as its words are at its width, also when words are added while it is open."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDialog


def room_of(dialog: QDialog) -> QSize:
    """Return how large a dialog may be: the window that it belongs to, or else the screen."""
    parent = dialog.parentWidget()
    return parent.window().size() if parent is not None else dialog.screen().availableSize()


class FittedDialog(QDialog):
    """Qt guesses the height of lines that wrap: too low, they lie over one another; too high, they stand apart."""

    def event(self, event: QEvent) -> bool:
        """Come up as tall as what is inside, and grow when that needs more."""
        done = super().event(event)
        if event.type() == QEvent.Type.Show:
            self._fit(0)
        elif event.type() == QEvent.Type.LayoutRequest:
            self._fit(self.height())
        return done

    def _fit(self, least: int) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), max(least, layout.totalHeightForWidth(self.width())))
