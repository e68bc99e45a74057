"""Expectations: what the patient expects over what studies saw, what happens when, and until when it is tried."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.conversation import lacks_of_expectations
from kneedesk.presentation.outlook import natural_course
from kneedesk.presentation.patient_view import Focus
from kneedesk.presentation.progress import is_open
from kneedesk.presentation.wording import speak_all, speak_text, title_of
from kneedesk.ui.calendar_saving import CalendarSaving
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.asking import NothingProposed
from kneedesk.ui.widgets.course_strip import CourseStrip
from kneedesk.ui.widgets.expected_pain import MONTHS, PATH
from kneedesk.ui.widgets.expected_pain_card import ExpectedPainCard
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.focus_watch import FocusWatch
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.looks_card import LooksCard
from kneedesk.ui.widgets.outlook_card import OutlookCard
from kneedesk.ui.widgets.page_column import GAP, page_column
from kneedesk.ui.widgets.passage_list import let_go_of_focus
from kneedesk.ui.widgets.statement_card import StatementCard
from kneedesk.ui.widgets.stop_rule_card import StopRuleCard


class ExpectationsPage(Page):
    """As long as the patient was not asked what to expect, the evidence stays covered."""

    STEP = "expectations"
    TITLE = "Expectations"
    HOLDS = frozenset({"stop_rule", "decision.review_date"})

    def __init__(
        self,
        library: Library,
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language = library, language
        self._shown: tuple[Treatment | None, ...] = ()
        self._covered = False
        say = language.say
        self._nothing = NothingProposed(say("What studies found of it stands here once it is chosen."), language, theme)
        self._ask = _Ask(library, language, theme, clock)
        self._ask.hide()
        self._outlook = OutlookCard(library, language, theme)
        self._salt_water = StatementCard(say("What a salt-water injection does"))
        self._found = StatementCard(say("What it may do"))
        self._natural = StatementCard(title_of("natural_course", library, language))
        self._strip = CourseStrip(library, language)
        self._stop = StopRuleCard(library, language, theme)
        self._stop.lead(self.line_to_say("expectations-stop"))
        self._looks = LooksCard(library, language, theme)
        self._saving = CalendarSaving(language, clock, self)
        self._evidence = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        say = self._language.say
        column = page_column(
            self, say(self.TITLE), say("What the patient expects, what studies found, and when it is looked at again.")
        )
        evidence = QVBoxLayout(self._evidence)
        evidence.setContentsMargins(0, 0, 0, 0)
        evidence.setSpacing(GAP)
        for card in (self._outlook, self._found, self._salt_water, self._natural, self._strip):
            evidence.addWidget(card)
        for widget in (self._nothing, self._ask, self._evidence, self._stop, self._looks):
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        for card in (self._outlook, self._found, self._salt_water, self._natural, self._strip, self._stop):
            card.explained.connect(self.explained)
        for source in (self._ask, self._stop):
            source.amended.connect(self.amended)
        for asking in (self._nothing, self._looks):
            asking.sought.connect(self.sought)
        self._ask.uncover.clicked.connect(self._uncover)
        self._looks.save_asked.connect(self._saving.save)
        self._saving.told.connect(self._looks.tell)
        self._saving.saved.connect(lambda: self.exported.emit(self.STEP))
        FocusWatch(self).entered.connect(self._enter)

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show what is expected, what is known of the proposed course, and what was agreed."""
        treatment = consultation.proposal.treatment
        if self._shown != (treatment,):
            self._shown = (treatment,)
            self._show_course(treatment)
        self._cover(consultation)
        self._natural.show_lines(speak_text(natural_course(consultation), self._library, self._language))
        self._outlook.show_consultation(consultation)
        self._strip.show_course(treatment, consultation.proposal.date)
        self._stop.show_consultation(consultation)
        self._looks.show_consultation(consultation)

    def projection(self, focused: QWidget | None) -> Focus:
        """Return the period on which the focus is, else the page as a whole."""
        on_strip = focused is not None and self._strip.isAncestorOf(focused)
        return Focus(self.STEP, self._strip.periods.value() or "" if on_strip else "")

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether a day is set on which the result is looked at."""
        return Progress.MISSING if lacks_of_expectations(consultation) else Progress.DONE

    def _enter(self, field: Field) -> None:
        if field.path in self._library.findings:
            self.explained.emit(field.path)

    def _cover(self, consultation: Consultation) -> None:
        """Cover the evidence while the question is open, and until all of it is answered or shown by hand."""
        expected = consultation.preferences.expected_pain or ()
        unasked = is_open(PATH, consultation)
        answered = {each.months for each in expected}
        if unasked:
            self._covered = True
        elif not expected or answered.issuperset(MONTHS):
            self._covered = False
        if unasked or not self.isVisible():
            self._ask.setVisible(self._covered)  # what was just answered stays in sight, so that it can be mended
        self._ask.show_consultation(consultation)
        self._ask.uncover.setVisible(self._covered and not unasked)
        if self._covered and self._evidence.isAncestorOf(self.focusWidget() or self):
            let_go_of_focus(self)
        self._evidence.setVisible(not self._covered)

    def _uncover(self) -> None:
        self._covered = False
        self._ask.take_focus()  # the button goes
        self._ask.uncover.hide()
        self._evidence.show()

    def _show_course(self, treatment: Treatment | None) -> None:
        let_go_of_focus(self)
        self._nothing.setVisible(treatment is None)
        rows = self._library.options[treatment].rows if treatment is not None else None
        for card, passages in (
            (self._found, rows.what_it_may_do if rows else ()),
            (self._salt_water, (rows.salt_water if rows else None) or ()),
        ):
            card.show_lines(speak_all(passages, self._library, self._language))


class _Ask(ExpectedPainCard):
    """The question, with the way on for who cannot say it of every month."""

    def __init__(self, library: Library, language: Language, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__(library, language, theme, clock)
        self.uncover = IconButton(theme, "eye", language.say("Now show what studies found"))
        self.uncover.setObjectName("expectations.uncover")
        self.body.addWidget(self.uncover, 0, Qt.AlignmentFlag.AlignLeft)
