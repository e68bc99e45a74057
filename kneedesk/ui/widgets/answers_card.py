"""A text of the pack over the fields in which what it asks for is recorded."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import value_of
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.wording import speak_text, title_of
from kneedesk.ui.forms import Form
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.passage_list import PassageList


class AnswersCard(Card):
    """It stands where it applies, and wherever something of it is recorded."""

    amended = Signal(object)
    explained = Signal(object)

    def __init__(
        self,
        text: str,
        paths: tuple[str, ...],
        library: Library,
        language: Language,
        theme: Theme,
        *,
        columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title_of(text, library, language), parent=parent)
        passages = PassageList(speak_text(text, library, language))
        passages.explained.connect(self.explained)
        self.form = Form(paths, library, language, theme, columns=columns)
        self.form.amended.connect(self.amended)
        for field in self.form.fields().values():
            field.mark.withhold()
        self.body.addWidget(passages)
        self.body.addWidget(self.form)

    def show_consultation(self, consultation: Consultation, *, applies: bool) -> None:
        """Show what is recorded."""
        recorded = any(value_of(consultation, path) is not None for path in self.form.fields())
        self.setVisible(applies or recorded)
        self.form.show_consultation(consultation)
