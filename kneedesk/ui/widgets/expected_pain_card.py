"""The question about the expected pain as a card: what is answered is recorded with the instant of the answer."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.findings import name_of
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.expected_pain import PATH, ExpectedPainField, changes_for, expected_or_why_not
from kneedesk.ui.widgets.finding_row import FindingRow
from kneedesk.ui.widgets.finding_rows import RowsCard


class ExpectedPainCard(RowsCard):
    """The same card wherever it is asked."""

    amended = Signal(object)
    """A mapping of finding paths to their new values: one step of undo."""

    def __init__(
        self,
        library: Library,
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(language.say("What the patient expects"), parent=parent)
        self._clock = clock
        self._consultation: Consultation | None = None
        self.field = ExpectedPainField(PATH, name_of(PATH, library, language), language)
        self.field.recorded.connect(self._record)
        self.add(FindingRow(library.findings[PATH], self.field, library, language, theme, self))

    def show_consultation(self, consultation: Consultation) -> None:
        """Show what is recorded; announce nothing."""
        self._consultation = consultation
        self.field.show_value(expected_or_why_not(consultation))

    def take_focus(self) -> None:
        """Put the focus on the first score."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _record(self, value: Any) -> None:
        if self._consultation is not None:
            self.amended.emit(changes_for(value, self._clock(), self._consultation))
