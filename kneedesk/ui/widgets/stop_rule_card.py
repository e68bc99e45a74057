"""When to stop, agreed now: the least gain, the days, and the sentence as the paper will print it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.stop_rule import stop_sentence
from kneedesk.presentation.wording import speak_text, title_of
from kneedesk.ui.forms import Form
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.statement_card import StatementCard
from kneedesk.ui.widgets.text import plain_label
from kneedesk.ui.widgets.words import Words

PATHS = ("stop_rule.amount", "stop_rule.date", "decision.review_date")


class StopRuleCard(StatementCard):
    """Nothing is proposed: amount and days are those that the two agree on."""

    amended = Signal(object)
    """A mapping of finding paths to their new values: one step of undo."""

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(title_of("stop_rule", library, language), parent=parent)
        self._language = language
        self.show_lines(speak_text("stop_rule", library, language))
        self.form = Form(PATHS, library, language, theme, len(PATHS))
        self.form.amended.connect(self.amended)
        for path in PATHS:
            self.form.field(path).mark.withhold()
        label = plain_label(language.say("As it is printed"))
        label.setProperty("tone", "note")
        self.sentence = Words(level="3")
        self.sentence.setAccessibleName(label.text())
        for widget in (self.form, label, self.sentence):
            self.body.addWidget(widget)

    def show_consultation(self, consultation: Consultation) -> None:
        """Show what is agreed; announce nothing."""
        self.form.show_consultation(consultation)
        self.sentence.say(stop_sentence(consultation, self._language))
