"""One thing that a document still lacks: pressed, it leads to where it is supplied."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneedesk.presentation.conversation import Lack
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.glyph import Glyph
from kneedesk.ui.widgets.pressable import Pressable
from kneedesk.ui.widgets.words import Words


class LackRow(Pressable):
    """The words of the form, and an arrow."""

    sought = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._finding = ""
        self._words = Words(pressed=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 12, 10)
        row.setSpacing(10)
        row.addWidget(Glyph(theme, "circle-dashed", "caution"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(Glyph(theme, "arrow-right", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        self.clicked.connect(lambda: self.sought.emit(self._finding))

    def show_lack(self, lack: Lack) -> None:
        """Say what is lacking."""
        self._finding = lack.finding
        self._words.say(lack.words)
        self.setObjectName(f"lack={lack.finding}")
        self.setAccessibleName(lack.words)
