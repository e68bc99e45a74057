"""Decision and consent: the patient's own words, four equal endings, and what the consent form still lacks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.readiness import needs_consent
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Outcome
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.conversation import Lack, lacks_of_consent, lacks_of_decision
from kneedesk.presentation.people import knee_words
from kneedesk.ui.forms import Form
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.lack_row import LackRow
from kneedesk.ui.widgets.page_column import page_column
from kneedesk.ui.widgets.pressable import show_each
from kneedesk.ui.widgets.words import Words

_WORDS = ("counselling.teach_back", "counselling.questions")
_DECISION = ("decision.outcome", "decision.treatment", "decision.reason", "decision.review_date")


class DecisionPage(Page):
    """To go ahead, not today, to refer, to decline: none of them is larger than the others."""

    STEP = "decision"
    TITLE = "Decision & consent"
    HOLDS = frozenset({"counselling", "decision", "sure", "notice", "consent", "signatures"})

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language = library, language
        say = language.say
        column = page_column(self, say(self.TITLE), say("What the patient understood, and how the consultation ends."))
        words = Card(
            say("Understanding"),
            say("“To see whether I explained it well: tell me what this can and cannot do for you.”"),
        )
        self._proposed = Words("note")
        decision = Card(say("Decision"))
        decision.body.addWidget(self._proposed)
        self._forms = (Form(_WORDS, library, language, theme), Form(_DECISION, library, language, theme))
        for form, card in zip(self._forms, (words, decision), strict=True):
            form.amended.connect(self.amended)
            for field in form.fields().values():
                field.mark.withhold()  # not assessed is said of findings, not of a decision
            card.body.addWidget(form)
        self._consent = _Consent(library, language, theme)
        self._consent.sought.connect(self.sought)
        for card in (words, decision, self._consent):
            column.addWidget(card)
        column.addStretch(1)

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show what was said and decided, and what the consent form still lacks."""
        for form in self._forms:
            form.show_consultation(consultation)
        self._proposed.say(self._proposal(consultation))
        chosen = consultation.proposal.treatment or consultation.decision.treatment
        self._forms[1].field("decision.treatment").setVisible(chosen is not None)
        self._consent.show_lacks(consultation, lacks_of_consent(assessment, self._library, self._language))

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether the consultation has its ending."""
        return Progress.MISSING if lacks_of_decision(consultation) else Progress.DONE

    def _proposal(self, consultation: Consultation) -> str:
        treatment = consultation.proposal.treatment
        if treatment is None:
            return self._language.say("No course is proposed yet.")
        name = self._library.options[treatment].name.spoken(self._language.tag)
        knee = knee_words(consultation, self._language)
        return self._language.say("Proposed: {course}, {knee}.").format(course=name, knee=knee)


class _Consent(Card):
    """What the form lacks, each a way to where it is supplied; or that it lacks nothing, or that none applies."""

    sought = Signal(str)

    def __init__(self, library: Library, language: Language, theme: Theme) -> None:
        super().__init__(language.say("Consent form"))
        self._language, self._theme = language, theme
        self._lacks: tuple[Lack, ...] | None = None
        self._rows: list[LackRow] = []
        self._state = Words()
        self.body.setSpacing(8)
        self.body.addWidget(self._state)

    def show_lacks(self, consultation: Consultation, lacks: tuple[Lack, ...]) -> None:
        """Show what is lacking, and change only what is another."""
        outcome = consultation.decision.outcome
        if outcome not in (None, Outcome.PROCEED):
            lacks = ()
            self._state.say(self._language.say("There is nothing to sign: this consultation ends without going ahead."))
        else:
            self._state.say(self._words(needs=needs_consent(consultation), lacks=lacks))
        if lacks == self._lacks:
            return
        self._lacks = lacks
        show_each(self._rows, lacks, self._add, LackRow.show_lack)

    def _add(self) -> LackRow:
        row = LackRow(self._theme)
        row.sought.connect(self.sought)
        self.body.addWidget(row)
        return row

    def _words(self, *, needs: bool, lacks: tuple[Lack, ...]) -> str:
        say = self._language.say
        if not needs:
            return say("No consent form of KneeDesk applies to what is proposed; Documents says why.")
        if not lacks:
            return say("Nothing is missing. The form can be printed for signature.")
        return say("Until this is supplied the form prints as a draft, not for signature:")
