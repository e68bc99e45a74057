"""One row of the pre-treatment table: the finding, its description, its control and why it is asked."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.knowledge.finding import Finding
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.citations import basis_words
from kneedesk.presentation.wording import speak
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.glyph import Glyph
from kneedesk.ui.widgets.text import plain_label

NAME_WIDTH = 264


class EvaluationRow(QWidget):
    """At the left what is asked, at the right the answer and its purpose; nothing moves when it is answered."""

    def __init__(
        self,
        finding: Finding,
        field: Field,
        library: Library,
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._language = language
        self._needed = 0
        self.line = QFrame()
        self.line.setProperty("tone", "line")
        self._words(finding, library, language)
        self._mark = QWidget()
        line = QHBoxLayout(self._mark)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(5)
        self._needed_for = plain_label()
        self._needed_for.setProperty("tone", "info")
        small = self._needed_for.font()
        small.setPixelSize(12)
        self._needed_for.setFont(small)
        line.addWidget(Glyph(theme, "circle-question-mark", "info", 14))
        line.addWidget(self._needed_for, 1)
        self._mark.hide()
        field.label.hide()
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._mark)
        foot.addStretch(1)
        foot.addWidget(field.mark)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.name)
        left.addWidget(self.description)
        left.addLayout(foot)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(5)
        right.addWidget(field)
        right.addWidget(self.purpose)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 11, 0, 11)
        row.setSpacing(20)
        row.addLayout(left)
        row.addLayout(right, 1)

    def _words(self, finding: Finding, library: Library, language: Language) -> None:
        self.name = plain_label(finding.name.spoken(language.tag))
        self.name.setProperty("level", "3")
        self.name.setBuddy(self.field)
        self.description = plain_label(finding.description.spoken(language.tag) if finding.description else "")
        self.description.setProperty("tone", "note")
        purpose = ""
        if finding.purpose is not None:
            said = "".join(span.text for span in speak(finding.purpose, library, language))
            kinds = basis_words(finding.purpose.basis, library, language)
            purpose = language.say("{purpose} [{kinds}]").format(purpose=said, kinds=kinds)
        self.purpose = plain_label(purpose)
        self.purpose.setProperty("tone", "note")
        for label in (self.name, self.description, self.purpose):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.name.setFixedWidth(NAME_WIDTH)
        self.description.setFixedWidth(NAME_WIDTH)

    def show_needed(self, courses: int) -> None:
        """Say for how many verdicts the finding is still needed, or nothing."""
        if courses == self._needed:
            return
        self._needed = courses
        one, many = self._language.say("Needed for 1 verdict"), self._language.say("Needed for {count} verdicts")
        words = one if courses == 1 else many.format(count=courses)
        self._needed_for.setText(words if courses else "")
        self._mark.setVisible(bool(courses))

    @property
    def needed(self) -> str:
        """Return for how many verdicts the finding is still needed, in words."""
        return self._needed_for.text()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer *not assessed* while the pointer is in the row."""
        self.field.mark.offer("row", True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Withdraw the offer again."""
        self.field.mark.offer("row", False)
        super().leaveEvent(event)
