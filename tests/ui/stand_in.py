"""Two small pages and a keeper that stand in for the real ones where the frame is tested."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QVBoxLayout

from kneedesk.domain.finding import value_of
from kneedesk.domain.history import Diabetes
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.choice import ChoiceField
from kneedesk.ui.widgets.text import heading
from kneedesk.ui.widgets.written import TextField

SAVED_AT = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)


class StandIn(Page):
    """One card with one field."""

    PATH = ""

    def __init__(self, library, language, theme, parent=None):
        super().__init__(parent)
        self.shown = []
        lines = QVBoxLayout(self)
        lines.setContentsMargins(28, 22, 28, 28)
        lines.addWidget(heading(self.TITLE, 1))
        card = Card("What is asked here", "A page that stands in for the real one.")
        self.field = self.make(library, language)
        self.field.recorded.connect(lambda value: self._announce(self.PATH, value))
        card.body.addWidget(self.field)
        lines.addWidget(card)
        lines.addStretch(1)

    def show_consultation(self, consultation, assessment):
        self.shown.append(consultation)
        self.field.show_value(value_of(consultation, self.PATH))

    @classmethod
    def progress(cls, consultation, *_rest):
        return Progress.MISSING if value_of(consultation, cls.PATH) is None else Progress.DONE


class PatientStandIn(StandIn):
    """A field for the identifier."""

    STEP = "patient"
    TITLE = "Patient & goal"
    HOLDS = frozenset({"patient"})
    PATH = "patient.identifier"

    def make(self, _library, language):
        return TextField(self.PATH, "Patient number", language)


class EvaluationStandIn(StandIn):
    """A choice for diabetes."""

    STEP = "evaluation"
    TITLE = "Evaluation"
    HOLDS = frozenset({"history"})
    PATH = "history.diabetes"

    def make(self, _library, language):
        options = tuple((each, each.value.capitalize()) for each in Diabetes)
        return ChoiceField(self.PATH, "Diabetes", language, options)


class DocumentsStandIn(Page):
    """Nothing to fill in, and not applicable."""

    STEP = "documents"
    TITLE = "Documents"

    def __init__(self, library, language, theme, parent=None):
        super().__init__(parent)

    def show_consultation(self, consultation, assessment):
        pass

    @classmethod
    def progress(cls, *_rest):
        return Progress.NOT_APPLICABLE


PAGES = (PatientStandIn, EvaluationStandIn, DocumentsStandIn)


class KeeperStandIn:
    """Keeps in memory; the test says when it is committed, or why not."""

    def __init__(self):
        self.kept = []

    def keep(self, key, consultation, saved, failed, carried=None, shown=None):
        self.kept.append((key, consultation, saved, failed))

    def commit(self):
        for _key, _consultation, saved, _failed in self.kept:
            saved(SAVED_AT)
        self.kept.clear()

    def fail(self, why):
        for _key, _consultation, _saved, failed in self.kept:
            failed(why)
