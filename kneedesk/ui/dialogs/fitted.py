"""A dialog that is as tall as its words are at its width, also when words are added while it is open."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDialog


def room_of(dialog: QDialog) -> QSize:
    """Return how large a dialog may be: the window that it belongs to, or else the screen."""
    parent = dialog.parentWidget()
    return parent.window().size() if parent is not None else dialog.screen().availableSize()


class FittedDialog(QDialog):
    """Qt asks a dialog only for its least height, and lays lines that wrap over one another."""

    def event(self, event: QEvent) -> bool:
        """Grow when what is inside needs more height than there is."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
        return done

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
