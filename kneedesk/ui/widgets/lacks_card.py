"""What the consent form lacks, each a way to where it is supplied; or that it lacks nothing, or that none applies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneedesk.assessment.readiness import needs_consent
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Outcome
from kneedesk.language import Language
from kneedesk.presentation.conversation import Lack
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.lack_row import LackRow
from kneedesk.ui.widgets.pressable import show_each
from kneedesk.ui.widgets.words import Words


class LacksCard(Card):
    """It says in one sentence how the form stands, and lists what is missing beneath."""

    sought = Signal(str)

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(language.say("Consent form"), parent=parent)
        self._language, self._theme = language, theme
        self._lacks: tuple[Lack, ...] | None = None
        self._rows: list[LackRow] = []
        self._state = Words()
        self.body.setSpacing(8)
        self.body.addWidget(self._state)

    def show_lacks(self, consultation: Consultation, lacks: tuple[Lack, ...]) -> None:
        """Show what is lacking, and change only what is another."""
        outcome = consultation.decision.outcome
        stands = consultation.finalised is not None  # what is known now says nothing of what was complete then
        if stands:
            lacks = ()
        if outcome not in (None, Outcome.PROCEED):
            lacks = ()
            self._state.say(self._language.say("There is nothing to sign: this consultation ends without going ahead."))
        else:
            self._state.say(self._words(needs=needs_consent(consultation), lacks=lacks, stands=stands))
        if lacks == self._lacks:
            return
        self._lacks = lacks
        show_each(self._rows, lacks, self._add, LackRow.show_lack)

    def _add(self) -> LackRow:
        row = LackRow(self._theme)
        row.sought.connect(self.sought)
        self.body.addWidget(row)
        return row

    def _words(self, *, needs: bool, lacks: tuple[Lack, ...], stands: bool) -> str:
        say = self._language.say
        if not needs:
            return say("No consent form of KneeDesk applies to what is proposed; Documents says why.")
        if stands:
            return say("This version is final. To change something, amend it.")
        if not lacks:
            return say("Nothing is missing. The form can be printed for signature.")
        return say("Until this is supplied the form prints as a draft, not for signature:")
