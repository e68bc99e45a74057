"""A recorded red flag above all courses: what it may be, what to do and how soon."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.presentation.content import Cell
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.glyph import Glyph
from kneedesk.ui.widgets.passage_list import PassageList
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.words import Words

_SHARE = 4
"""The part of the window's height that the words take at most; more are scrolled, and the courses stay in sight."""


class RedFlagPanel(QFrame):
    """The words of the pack for each red flag; each statement says what it rests on."""

    explained = Signal(object)

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "stop")
        self._language = language
        self._said: tuple[str, Cell] = ("", ())
        self._title, self._note = Words("stop", "3"), Words("note")
        self._note.say(language.say("In words for the patient:"))
        self._list = PassageList()
        self._list.explained.connect(self.explained)
        self._area = _Area(self._list, language.say("What to do about the red flag"))
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self._title, self._note, self._area):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 8)
        row.setSpacing(12)
        row.addWidget(Glyph(theme, "octagon-alert", "stop", 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    def show_flags(self, names: str, lines: Cell) -> None:
        """Show what is recorded and what the pack says of it, or nothing."""
        if (names, lines) == self._said:
            return
        self._said = (names, lines)
        self._title.say(self._language.say("Red flag: {names}").format(names=names))
        self.setAccessibleName(self._title.text())
        self._list.show_lines(lines)
        for widget in (self._note, self._area):
            widget.setVisible(bool(lines))
        self._area.fit()
        self.setVisible(bool(names))


class _Area(ScrollColumn):
    """As high as its words at its width, up to its share of the window."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height into the new width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height that the words need."""
        words = max(0, self._content.heightForWidth(self.viewport().width()))
        self.setFixedHeight(min(words, self.window().height() // _SHARE))
