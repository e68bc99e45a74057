"""Above the pages: that this version stands or amends another, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.domain.addendum import Addendum
from kneedesk.domain.consultation import Consultation
from kneedesk.language import Language
from kneedesk.presentation.versions import additions_line, version_lines, version_title, withdrawal_line
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.words import Words, breakable


class VersionStrip(QFrame):
    """Not there for a first draft, of which there is nothing to say."""

    amendment_asked = Signal()
    addendum_asked = Signal()
    versions_asked = Signal()
    additions_wanted = Signal()
    """A version that stands is shown: what was added to it is to be told."""

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("version")
        self._title, self._alert, self._words = Words(level="3"), Words("fault"), Words("note")
        self._amend = self._button(theme, "amend", "pencil", language.say("Amend\N{HORIZONTAL ELLIPSIS}"))
        self._amend.clicked.connect(self.amendment_asked)
        self._add = self._button(theme, "add", "plus", language.say("Add an addendum\N{HORIZONTAL ELLIPSIS}"))
        self._add.clicked.connect(self.addendum_asked)
        self._earlier = self._button(theme, "earlier", "clock", language.say("Versions\N{HORIZONTAL ELLIPSIS}"))
        self._earlier.clicked.connect(self.versions_asked)
        self._shown: Consultation | None = None
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._alert)
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 20, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self._earlier)
        row.addWidget(self._add)
        row.addWidget(self._amend)
        self.hide()

    def show_consultation(self, consultation: Consultation) -> None:
        """Say which version this is."""
        self._shown = consultation
        title = version_title(consultation, self._language)
        self._title.say(title)
        self._say(())
        self.setAccessibleName(title)
        for button in (self._amend, self._add):
            button.setVisible(consultation.finalised is not None)
        self._earlier.setVisible(consultation.amends is not None)
        self.setVisible(bool(title))
        if consultation.finalised is not None:
            self.additions_wanted.emit()

    def show_additions(self, addenda: Sequence[Addendum]) -> None:
        """Say how many were added, and whether consent was taken back."""
        self._say(addenda)

    def _say(self, addenda: Sequence[Addendum]) -> None:
        if self._shown is None:
            return
        alert = withdrawal_line(addenda, self._shown, self._language)
        lines = (additions_line(addenda, self._language), *version_lines(self._shown, self._language))
        said = "\n".join(filter(None, lines))
        self._alert.say(alert)
        self._alert.setVisible(bool(alert))
        self._words.say(breakable(said))
        self.setAccessibleDescription("\n".join(filter(None, (alert, said))))

    def _button(self, theme: Theme, name: str, icon: str, words: str) -> IconButton:
        button = IconButton(theme, icon, words, kind="", role="ink")
        button.setObjectName(f"version.{name}")
        return button
