"""Whether the patient is ready to decide: four questions to ask aloud, and what a *no* asks for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import text_of
from kneedesk.presentation.wording import speak_text, title_of
from kneedesk.ui.forms import Form
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.choice import YesNoField
from kneedesk.ui.widgets.text import body_label

_TEXT = "ready_to_decide"
_QUESTIONS = ("certain", "informed", "values_clear", "supported")
_WHY = "sure.acknowledged"


class SureCard(Card):
    """The questions stand in the words of the pack, and no answer is preset."""

    amended = Signal(object)

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(title_of(_TEXT, library, language), parent=parent)
        *questions, no = map(text_of, speak_text(_TEXT, library, language))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(14)
        self._fields = {}
        for place, (name, question) in enumerate(zip(_QUESTIONS, questions, strict=True)):
            field = YesNoField(f"sure.{name}", question, language)
            field.mark.withhold()
            field.recorded.connect(lambda value, path=field.path: self.amended.emit({path: value}))
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignBottom)
            grid.setColumnStretch(place % 2, 1)
            self._fields[name] = field
        self._why = Form((_WHY,), library, language, theme)
        self._why.amended.connect(self.amended)
        self._why.field(_WHY).mark.withhold()
        self.body.addLayout(grid)
        self.body.addWidget(body_label(no, "note"))
        self.body.addWidget(self._why)

    def show_consultation(self, consultation: Consultation) -> None:
        """Show the answers; a *no* asks why it goes ahead all the same."""
        sure = consultation.sure
        for name, field in self._fields.items():
            field.show_value(getattr(sure, name))
        self._why.show_consultation(consultation)
        self._why.setVisible(sure.has_doubt or sure.acknowledged is not None)
