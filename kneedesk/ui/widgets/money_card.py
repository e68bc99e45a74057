"""What it costs, who earns from it and who pays if something goes wrong: told before it is decided."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.findings import name_of
from kneedesk.presentation.people import recorded_or
from kneedesk.presentation.wording import title_of
from kneedesk.ui.forms import Form
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.words import Words, breakable

_COST = "proposal.total_cost"
_PATHS = ("counselling.interest_disclosed", "counselling.complication_costs")


class MoneyCard(Card):
    """What is recorded of money stands above the two questions."""

    amended = Signal(object)

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(title_of("money_and_interest", library, language), parent=parent)
        self._library, self._language = library, language
        self._words = Words()
        self._form = Form(_PATHS, library, language, theme, columns=2)
        self._form.amended.connect(self.amended)
        for field in self._form.fields().values():
            field.mark.withhold()
        self.body.addWidget(self._words)
        self.body.addWidget(self._form)

    def show_consultation(self, consultation: Consultation) -> None:
        """Show the price, what the practice earns, and what was said of it."""
        say = self._language.say
        none = say("Not recorded")
        lines = (
            (name_of(_COST, self._library, self._language), consultation.proposal.total_cost),
            (say("What the practice earns"), consultation.practice.financial_interest),
        )
        self._words.say(breakable("\n".join(f"{name}: {recorded_or(text, none)}" for name, text in lines)))
        self._form.show_consultation(consultation)
