"""Above the pages: that this version stands or amends another, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.language import Language
from kneedesk.presentation.versions import version_lines, version_title
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.words import Words, breakable


class VersionStrip(QFrame):
    """Not there for a first draft, of which there is nothing to say."""

    amendment_asked = Signal()
    addendum_asked = Signal()

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("version")
        self._title, self._words = Words(level="3"), Words("note")
        self._amend = self._button(theme, "amend", "pencil", language.say("Amend\N{HORIZONTAL ELLIPSIS}"))
        self._amend.clicked.connect(self.amendment_asked)
        self._add = self._button(theme, "add", "plus", language.say("Add to it\N{HORIZONTAL ELLIPSIS}"))
        self._add.clicked.connect(self.addendum_asked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 20, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self._add)
        row.addWidget(self._amend)
        self.hide()

    def show_consultation(self, consultation: Consultation) -> None:
        """Say which version this is."""
        title = version_title(consultation, self._language)
        lines = "\n".join(version_lines(consultation, self._language))
        self._title.say(title)
        self._words.say(breakable(lines))
        self.setAccessibleName(title)
        self.setAccessibleDescription(lines)
        for button in (self._amend, self._add):
            button.setVisible(consultation.finalised is not None)
        self.setVisible(bool(title))

    def _button(self, theme: Theme, name: str, icon: str, words: str) -> IconButton:
        button = IconButton(theme, icon, words, kind="", role="ink")
        button.setObjectName(f"version.{name}")
        return button
