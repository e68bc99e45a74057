"""What holds running text: as tall as its width lets it be, which is asked for the width that it gets."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


def room_of(widget: QWidget) -> QSize:
    """Return room for one line of each text within a widget.

    Qt would break all lines again for the width that it likes best, each time that a word changes, and never use it.
    """
    layout = widget.layout()
    return layout.sizeHint() if layout is not None else QSize()


class Block(QWidget):
    """A plain widget around running text."""

    def sizeHint(self) -> QSize:
        """Return room for one line of each text; how many there are follows from the width."""
        return room_of(self)
