"""One finding as a row: its name and description, its control, and why it is asked."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.knowledge.finding import Finding
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.citations import basis_words
from kneedesk.presentation.wording import speak
from kneedesk.ui.settling import held
from kneedesk.ui.theme import SIDEWAYS, Theme, scaled
from kneedesk.ui.widgets.block import Block
from kneedesk.ui.widgets.elided_label import ElidedLabel
from kneedesk.ui.widgets.expected_pain import ExpectedPainField
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.glyph import Glyph, IconButton
from kneedesk.ui.widgets.measures import MeasuresField
from kneedesk.ui.widgets.previous_treatments import PreviousTreatmentsField
from kneedesk.ui.widgets.words import Words

NAME_WIDTH = 264
# A table within the row: it takes the whole width, under the words.
_WIDE = (PreviousTreatmentsField, MeasuresField, ExpectedPainField)


class FindingRow(Block):
    """At the left what is asked, at the right the answer and its purpose; nothing moves when it is answered."""

    confirmed = Signal()
    """What was taken over still holds."""

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
        self._theme = theme
        self._needed = 0
        self._sign: Glyph | None = None
        self._needed_for: ElidedLabel | None = None
        self._carried: IconButton | None = None
        self._notes = QVBoxLayout()
        self.line = QFrame()
        self.line.setProperty("tone", "line")
        self._words(finding, library, language)
        field.label.hide()
        self._foot = QHBoxLayout()
        self._foot.setSpacing(5)
        self._foot.addStretch(1)
        self._foot.addWidget(field.mark)
        answered = QVBoxLayout()
        answered.setSpacing(5)
        answered.addWidget(field)
        answered.addWidget(self.purpose)
        answered.addStretch(1)
        if isinstance(field, _WIDE):
            self._set_under_one_another(answered)
        else:
            self._set_side_by_side(answered)

    def _set_side_by_side(self, answered: QVBoxLayout) -> None:
        asked = QVBoxLayout()
        asked.setSpacing(2)
        asked.addWidget(self.name)
        asked.addWidget(self.description)
        asked.addLayout(self._notes)
        asked.addLayout(self._foot)
        asked.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 11, 0, 11)
        row.setSpacing(16)
        row.addLayout(asked)
        row.addLayout(answered, 1)

    def _set_under_one_another(self, answered: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addLayout(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 11, 0, 11)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.description)
        column.addLayout(self._notes)
        column.addSpacing(6)
        column.addLayout(answered)

    def _words(self, finding: Finding, library: Library, language: Language) -> None:
        wide = 0 if isinstance(self.field, _WIDE) else NAME_WIDTH
        self.name, self.description = Words(level="3", wide=wide), Words("note", wide=wide)
        self.purpose = Words("note")
        self.name.say(finding.name.spoken(language.tag))
        self.name.setBuddy(self.field)
        self.description.say(finding.description.spoken(language.tag) if finding.description else "")
        purpose = ""
        if finding.purpose is not None:
            said = "".join(span.text for span in speak(finding.purpose, library, language))
            kinds = basis_words(finding.purpose.basis, library, language)
            purpose = language.say("{purpose} [{kinds}]").format(purpose=said, kinds=kinds)
        self.purpose.say(purpose)
        for label in (self.name, self.description, self.purpose):
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def stand_first(self) -> None:
        """Move up to the heading of the card; no line stands above."""
        self.line.setParent(self)  # by itself it would be a window
        self.line.hide()
        margins = self.layout()
        if margins is not None:
            margins.setContentsMargins(0, 2, 0, 11)

    def show_carried(self, day: date | None) -> None:
        """Say from which day the answer was taken over, with the way to confirm it, or nothing."""
        if self._carried is None:
            if day is None:
                return
            self._carried = IconButton(self._theme, "circle-question-mark", "", role="caution")
            self._carried.setObjectName(f"{self.field.path}=confirmed")
            self._carried.setProperty("level", "small")
            self._carried.clicked.connect(self._confirm)
            self._notes.addWidget(self._carried, 0, Qt.AlignmentFlag.AlignLeft)
            self._limit()
        if day is not None:
            words = self._language.say("From {day}: confirm").format(day=self._language.day(day))
            self._carried.setText(words)
            self._carried.setAccessibleName(f"{self.field.name}: {words}")
        self._carried.setVisible(day is not None)

    def _confirm(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self.confirmed.emit()

    def show_needed(self, courses: int) -> None:
        """Say for how many verdicts the finding is still needed, or nothing."""
        if courses == self._needed:
            return
        self._needed = courses
        if self._sign is None or self._needed_for is None:
            self._sign, self._needed_for = self._mark_needed()
            self._limit()
        self._needed_for.show_text(self.needed)
        with held(self):
            self._sign.setVisible(bool(courses))
            self._needed_for.setVisible(bool(courses))

    @property
    def needed(self) -> str:
        """Return for how many verdicts the finding is still needed, in words."""
        match self._needed:
            case 0:
                return ""
            case 1:
                return self._language.say("Needed for 1 verdict")
        return self._language.say("Needed for {count} verdicts").format(count=self._needed)

    def _mark_needed(self) -> tuple[Glyph, ElidedLabel]:
        """Make the mark only where it is needed: most rows of most consultations are answered."""
        sign = Glyph(self._theme, "circle-question-mark", "info", 14, self)
        words = ElidedLabel(parent=self)
        words.setProperty("tone", "info")
        words.setProperty("level", "small")
        self._foot.insertWidget(0, sign)
        self._foot.insertWidget(1, words)
        return sign, words

    def _limit(self) -> None:
        """Keep what stands under the name within its width, so that every control begins at the same place."""
        beside = scaled(14) + 3 * self._foot.spacing() + self.field.mark.sizeHint().width()
        if self._needed_for is not None:
            self._needed_for.setMaximumWidth(scaled(NAME_WIDTH, SIDEWAYS) - beside)
        if self._carried is not None:
            self._carried.setMaximumWidth(scaled(NAME_WIDTH, SIDEWAYS))

    def changeEvent(self, event: QEvent) -> None:
        """Take the width that another size of text asks for."""
        if event.type() == QEvent.Type.FontChange:
            self._limit()
        super().changeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer *not assessed* while the pointer is in the row."""
        self.field.mark.offer("row", True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Withdraw the offer again."""
        self.field.mark.offer("row", False)
        super().leaveEvent(event)
