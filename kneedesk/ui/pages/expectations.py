"""Expectations: what the patient expects beside what studies found, what happens anyway, and when it is looked at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.conversation import lacks_of_expectations
from kneedesk.presentation.talk import aftercare, expected_words
from kneedesk.presentation.wording import speak_all, speak_text, title_of
from kneedesk.ui.forms import Form
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.asking import NothingProposed
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.page_column import page_column
from kneedesk.ui.widgets.passage_list import PassageList, let_go_of_focus
from kneedesk.ui.widgets.statement_card import StatementCard
from kneedesk.ui.widgets.text import body_label, heading
from kneedesk.ui.widgets.words import Words

_REVIEW = "decision.review_date"
_EXPECTED_WIDTH = 210


class ExpectationsPage(Page):
    """What was expected before any evidence was shown stands beside the evidence, in words."""

    STEP = "expectations"
    TITLE = "Expectations"
    HOLDS = frozenset({"stop_rule"})

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language = library, language
        self._shown: tuple[object, ...] = ()
        say = language.say
        column = page_column(
            self, say(self.TITLE), say("What the patient expects, what studies found, and when it is looked at again.")
        )
        self._nothing = NothingProposed(say("What studies found of it stands here once it is chosen."), language, theme)
        self._nothing.sought.connect(self.sought)
        self._beside = _Beside(language)
        self._beside.found.explained.connect(self.explained)
        self._salt_water = StatementCard(say("What a salt-water injection does"))
        self._natural = StatementCard(title_of("natural_course", library, language))
        self._natural.show_lines(speak_text("natural_course", library, language))
        self._afterwards = StatementCard(say("Afterwards"))
        self._review = _Review(library, language, theme)
        self._review.explained.connect(self.explained)
        self._review.form.amended.connect(self.amended)
        column.addWidget(self._nothing)
        column.addWidget(self._beside)
        for card in (self._salt_water, self._natural, self._afterwards):
            card.explained.connect(self.explained)
            column.addWidget(card)
        column.addWidget(self._review)
        column.addStretch(1)

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show what is expected, what is known of the proposed course, and the day of review."""
        treatment = consultation.proposal.treatment
        if self._shown != (treatment,):
            self._shown = (treatment,)
            self._show_course(treatment)
        self._beside.show_expected(expected_words(consultation, self._library, self._language))
        self._review.form.show_consultation(consultation)

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether a day is set on which the result is looked at."""
        return Progress.MISSING if lacks_of_expectations(consultation) else Progress.DONE

    def _show_course(self, treatment: Treatment | None) -> None:
        library, language = self._library, self._language
        let_go_of_focus(self)
        self._nothing.setVisible(treatment is None)
        self._beside.setVisible(treatment is not None)
        name = aftercare(treatment) if treatment else None
        self._afterwards.show_lines(speak_text(name, library, language) if name else ())
        if treatment is None:
            self._salt_water.show_lines(())
            return
        option = library.options[treatment]
        self._beside.show_course(option.name.spoken(language.tag))
        self._beside.found.show_lines(speak_all(option.rows.what_it_may_do, library, language))
        self._salt_water.show_lines(speak_all(option.rows.salt_water or (), library, language))


class _Beside(Card):
    """The patient's expectation on the left, what studies found on the right."""

    def __init__(self, language: Language) -> None:
        super().__init__(language.say("Expected, and found in studies"))
        self._language = language
        self._expected = Words()
        self._course = Words(level="3")
        self.found = PassageList()
        self.found.setAccessibleName(language.say("Found in studies"))
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(6)
        left.addWidget(heading(language.say("The patient expects"), 3))
        left.addWidget(body_label(language.say("Pain from 0 to 10"), "note"))
        left.addWidget(self._expected)
        left.addStretch(1)
        right.addWidget(self._course)
        right.addWidget(self.found)
        right.addStretch(1)
        self._course.setContentsMargins(10, 0, 10, 0)
        holder = QWidget()
        holder.setLayout(left)
        holder.setFixedWidth(_EXPECTED_WIDTH)
        left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        self.body.addLayout(row)

    def show_expected(self, lines: tuple[str, ...]) -> None:
        """Say what the patient expects, a line a time."""
        self._expected.say("\n".join(lines))

    def show_course(self, name: str) -> None:
        """Say of which course the studies are."""
        self._course.say(self._language.say("{course}: what it may do").format(course=name))


class _Review(StatementCard):
    """When to stop, and the day on which the result is looked at."""

    def __init__(self, library: Library, language: Language, theme: Theme) -> None:
        super().__init__(title_of("stop_rule", library, language))
        self.show_lines(speak_text("stop_rule", library, language))
        self.form = Form((_REVIEW,), library, language, theme)
        self.form.field(_REVIEW).mark.withhold()
        self.form.setMaximumWidth(320)
        self.body.addWidget(self.form)
