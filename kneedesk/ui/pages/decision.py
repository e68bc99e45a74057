"""Decision and consent: understanding, the notice, readiness, four equal endings, who is there, and the signatures."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from PySide6.QtWidgets import QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.readiness import needs_consent
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Outcome
from kneedesk.domain.finding import value_of
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import text_of
from kneedesk.presentation.conversation import lacks_of_consent, lacks_of_decision
from kneedesk.presentation.patient_view import Focus
from kneedesk.presentation.people import knee_words
from kneedesk.presentation.prescribed import prescribed
from kneedesk.presentation.signing import why_not_signed
from kneedesk.presentation.wording import speak_text
from kneedesk.ui.forms import Form
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.focus_watch import FocusWatch
from kneedesk.ui.widgets.lacks_card import LacksCard
from kneedesk.ui.widgets.money_card import MoneyCard
from kneedesk.ui.widgets.notice_card import NoticeCard
from kneedesk.ui.widgets.page_column import page_column
from kneedesk.ui.widgets.people_card import PeopleCard
from kneedesk.ui.widgets.scrolling import bring
from kneedesk.ui.widgets.signatures_card import SignaturesCard
from kneedesk.ui.widgets.signer_row import SignerRow
from kneedesk.ui.widgets.sure_card import SureCard
from kneedesk.ui.widgets.words import Words

_WORDS = ("counselling.teach_back", "counselling.questions")
_DECISION = (
    "decision.leaning",
    "decision.outcome",
    "decision.treatment",
    "decision.reason",
    "decision.decide_by",
    "decision.review_date",
)


class DecisionPage(Page):
    """To go ahead, not today, to refer, to decline: none of them is larger than the others."""

    STEP = "decision"
    TITLE = "Decision & consent"
    HOLDS = frozenset({"counselling", "decision", "sure", "notice", "consent", "signatures"})

    def __init__(
        self,
        library: Library,
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], datetime],
        languages: Mapping[str, Language],
    ) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language = library, language
        say = language.say
        column = page_column(self, say(self.TITLE), say("What the patient understood, and how the consultation ends."))
        self._understanding = _Understanding(library, language, theme)
        self._money = MoneyCard(library, language, theme)
        self._notice = NoticeCard(language, theme, clock)
        self._sure = SureCard(library, language, theme)
        self._decision = _Decision(library, language, theme)
        self._people = PeopleCard(library, language, theme)
        self._people.lead(self.line_to_say("decision-people"))
        self._lacks = LacksCard(language, theme)
        self._signatures = SignaturesCard(library, language, theme, clock, languages)
        for form in (self._understanding.form, self._decision.form):
            form.amended.connect(self.amended)
        for card in (self._money, self._notice, self._sure, self._people, self._signatures):
            card.amended.connect(self.amended)
        self._lacks.sought.connect(self.sought)
        before = (self._understanding, self._money, self._notice, self._sure)
        for each in (*before, self._decision, self._people, self._lacks, self._signatures):
            column.addWidget(each)
        column.addStretch(1)
        FocusWatch(self).entered.connect(self._enter)

    def editors(self) -> Iterable[QWidget]:
        """Return the fields, and the places to sign."""
        return (*super().editors(), *self.findChildren(SignerRow))

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show what was said and decided, and of consent what applies to this ending."""
        library, language = self._library, self._language
        self._understanding.form.show_consultation(consultation)
        self._decision.show_consultation(consultation)
        self._sure.show_consultation(consultation)
        self._lacks.show_lacks(consultation, lacks_of_consent(assessment, library, language))
        applies = needs_consent(consultation) and consultation.decision.outcome in (None, Outcome.PROCEED)
        for card in (self._money, self._people):
            card.setVisible(applies)
            card.show_consultation(consultation)
        notice = prescribed(consultation, library, language) if applies else None
        self._notice.show_notice(notice, consultation.notice)
        closed = why_not_signed(consultation, assessment, language)
        self._signatures.setVisible(not closed or bool(consultation.signatures))
        self._signatures.show_signers(consultation, closed)

    def go_to(self, path: str) -> bool:
        """Put the focus on the control of a finding, also of one that is folded away."""
        self._people.uncover(path)
        return super().go_to(path)

    def projection(self, focused: QWidget | None) -> Focus:
        """Return the part of the talk that the focus is on: the four questions, the endings, else what was agreed."""
        parts = {"sure": self._sure, "endings": self._decision}
        on = (name for name, part in parts.items() if focused is not None and part.isAncestorOf(focused))
        return Focus(self.STEP, next(on, ""))

    def _enter(self, field: Field) -> None:
        """Bring a field in sight with all that belongs to it, and let the drawer say why it is asked."""
        bring(field)
        if field.path in self._library.findings:
            self.explained.emit(field.path)

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether the consultation has its ending, with what going ahead asks for."""
        return Progress.MISSING if lacks_of_decision(consultation, assessment) else Progress.DONE


class _Understanding(Card):
    """What to ask, so that the patient tells it in his or her own words, and what the patient asks."""

    def __init__(self, library: Library, language: Language, theme: Theme) -> None:
        super().__init__(language.say("Understanding"))
        prompts = Words("note")
        prompts.say("\n".join(text_of(line) for line in speak_text("teach_back", library, language)))
        self.form = _form(_WORDS, library, language, theme)
        self.body.addWidget(prompts)
        self.body.addWidget(self.form)


class _Decision(Card):
    """First where the patient leans to, then how it ends, then what that ending asks for."""

    def __init__(self, library: Library, language: Language, theme: Theme) -> None:
        super().__init__(language.say("Decision"))
        self._library, self._language = library, language
        self._proposed = Words("note")
        self.form = _form(_DECISION, library, language, theme)
        self.body.addWidget(self._proposed)
        self.body.addWidget(self.form)

    def show_consultation(self, consultation: Consultation) -> None:
        """Show what was decided; a field comes up where the ending asks for it, or where it is recorded."""
        self._proposed.say(self._proposal(consultation))
        self.form.show_consultation(consultation)
        outcome = consultation.decision.outcome
        otherwise = outcome not in (None, Outcome.PROCEED)  # going ahead is going ahead with what is proposed
        another = outcome in (Outcome.REFER, Outcome.DECLINE)  # who puts it off chooses nothing yet
        asked = {
            "decision.treatment": another and consultation.proposal.treatment is not None,
            "decision.reason": otherwise,
            "decision.decide_by": outcome is Outcome.NOT_TODAY,
        }
        for path, is_asked in asked.items():
            self.form.field(path).setVisible(is_asked or value_of(consultation, path) is not None)

    def _proposal(self, consultation: Consultation) -> str:
        treatment = consultation.proposal.treatment
        if treatment is None:
            return self._language.say("No course is proposed yet.")
        name = self._library.options[treatment].name.spoken(self._language.tag)
        knee = knee_words(consultation, self._language)
        return self._language.say("Proposed: {course}, {knee}.").format(course=name, knee=knee)


def _form(paths: tuple[str, ...], library: Library, language: Language, theme: Theme) -> Form:
    """Return fields of which none can be *not assessed*: that is said of findings, not of a decision."""
    form = Form(paths, library, language, theme)
    for field in form.fields().values():
        field.mark.withhold()
    return form
