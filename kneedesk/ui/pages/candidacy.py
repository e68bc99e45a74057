"""Candidacy: the seven courses with their verdicts, and one of them in detail; red flags above all."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Override
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.course import Course, Summary, course_of, red_flag_lines, red_flag_names, summary_of
from kneedesk.presentation.progress import open_verdicts
from kneedesk.presentation.register import OVERDUE
from kneedesk.presentation.review import overdue_words
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.session import NOT_TO_DECIDE
from kneedesk.ui.settling import announce
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.block import Block
from kneedesk.ui.widgets.departure_form import DepartureForm, DepartureNote
from kneedesk.ui.widgets.page_column import page_head
from kneedesk.ui.widgets.painted_row import NAME, NOTE, PLAIN, Line, PaintedRow
from kneedesk.ui.widgets.red_flag_panel import RedFlagPanel
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.verdict_card import VerdictCard
from kneedesk.ui.widgets.verdict_panel import ROLES, VERDICT_ICONS

_LIST_WIDTH = 262
_COLOURED = ("open", "caution", "stop")


class CourseRow(PaintedRow):
    """One of the seven courses in the list: its name, its verdict in words, and what was done with it."""

    ABOVE, BELOW, BETWEEN, LOWERED = 8, 8, 1, 1
    GROUND = "window"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._summary: Summary | None = None

    def show_summary(self, summary: Summary) -> None:
        """Show a course, and change only what is another."""
        if summary == self._summary:
            return
        self._summary = summary
        role = ROLES[summary.tone]
        verdict = PLAIN._replace(role=role if summary.tone in _COLOURED else "ink")
        lines = (Line(summary.name, NAME), Line(summary.verdict, verdict), Line(summary.note, NOTE))
        self.write((VERDICT_ICONS[summary.kind], role), lines)
        self.setAccessibleName(f"{summary.name}: {summary.verdict}")
        self.setAccessibleDescription(summary.note)


class CandidacyPage(Page):
    """What the rules advise for each course, and why; the physician decides."""

    STEP = "candidacy"
    TITLE = "Candidacy"
    HOLDS = frozenset({"overrides"})

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
        self._library, self._language, self._clock = library, language, clock
        self._shown: tuple[Consultation, Assessment] | None = None
        self._summaries: dict[Treatment, Summary] = {}
        self._course: Course | None = None
        self._selected = Treatment.STEM_CELL
        self._rows = {treatment: CourseRow(theme) for treatment in Treatment}
        self._flag = RedFlagPanel(language, theme)
        self._card = VerdictCard(language, theme)
        self._lay_out()
        for treatment, row in self._rows.items():
            row.setObjectName(f"candidacy.{treatment}")
            row.toggled.connect(lambda checked, treatment=treatment: self._select(treatment, checked=checked))
        self._rows[self._selected].setChecked(True)
        self._stop_tab()
        self._flag.explained.connect(self.explained)
        self._card.explained.connect(self.explained)
        self._card.sought.connect(self.sought)
        self._card.decided.connect(self._override)
        self._card.withdrawn.connect(self._withdraw)

    def _lay_out(self) -> None:
        say = self._language.say
        note = say("Seven courses against the rules of the pack. The verdicts advise; the physician decides.")
        title = page_head(self, say(self.TITLE), note)
        overdue = overdue_words(self._library.overdue(self._clock().date()), self._language)
        if overdue:
            title.addWidget(self._overdue(overdue), 0, Qt.AlignmentFlag.AlignLeft)
        self._courses = Block()
        column = QVBoxLayout(self._courses)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        for row in self._rows.values():
            column.addWidget(row)
        column.addStretch(1)
        left = ScrollColumn(self._courses, say("Courses"), wide=_LIST_WIDTH)
        lower = QHBoxLayout()
        lower.setSpacing(8)
        lower.addWidget(left)
        self._detail = ScrollColumn(self._card, say("Course in detail"))
        lower.addWidget(self._detail, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 10, 0)
        outer.setSpacing(12)
        outer.addLayout(title)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 10, 0)  # the card below ends there
        above.addWidget(self._flag)
        outer.addLayout(above)
        outer.addLayout(lower, 1)

    def _overdue(self, words: str) -> QPushButton:
        """Return what is past its day of review in one line, which leads to all of it in the evidence."""
        line = QPushButton(f"{words}\N{HORIZONTAL ELLIPSIS}")
        line.setProperty("kind", "link")
        line.setObjectName("candidacy.overdue")
        line.clicked.connect(lambda: self.evidence_asked.emit(OVERDUE))
        return line

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show the verdicts."""
        self._shown = (consultation, assessment)
        self._refresh()

    def go_to(self, path: str) -> bool:
        """Open the form for deciding otherwise where that is wanted."""
        if path != "overrides":
            return False
        if self._shown is not None and self._shown[0].proposal.treatment is not None:
            self._rows[self._shown[0].proposal.treatment].setChecked(True)
        self._card.form.unfold()
        self._detail.bring(self._card.form)
        return True

    def editors(self) -> Iterable[QWidget]:
        """Return what decides otherwise, and what takes that back."""
        return (*self.findChildren(DepartureForm), *self.findChildren(DepartureNote))

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether every verdict can be said."""
        return Progress.MISSING if open_verdicts(assessment) else Progress.DONE

    def _refresh(self) -> None:
        if self._shown is None:
            return
        consultation, assessment = self._shown
        candidacies = assessment.candidacies
        said = (consultation, self._library, self._language)
        self._flag.show_flags(red_flag_names(*said), red_flag_lines(*said))
        summaries = {treatment: summary_of(candidacies[treatment], *said) for treatment in self._rows}
        if summaries != self._summaries:
            self._summaries = summaries
            announce(self._courses)
            for treatment, row in self._rows.items():
                row.show_summary(summaries[treatment])
        self._course = course_of(candidacies[self._selected], *said, self._course)
        self._card.show_course(self._course)

    def _select(self, treatment: Treatment, *, checked: bool) -> None:
        if checked and treatment is not self._selected:
            self._selected = treatment
            self._stop_tab()
            self._refresh()
            self._detail.verticalScrollBar().setValue(0)

    def _stop_tab(self) -> None:
        """Let Tab stop at the chosen course only; arrows lead to the others."""
        for treatment, row in self._rows.items():
            chosen = treatment is self._selected
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._rows[self._selected])

    def forgo_deciding(self) -> None:
        """Offer no reason to decide otherwise."""
        for form in self.findChildren(DepartureForm):
            form.forbid(self._language.say(NOT_TO_DECIDE))

    def _override(self, reason: str) -> None:
        if self._shown is None or self._course is None:
            return
        consultation, _ = self._shown
        decisive = self._course.decisive
        override = Override(
            treatment=self._selected,
            rule=decisive.reason.rule.id if decisive else None,
            reason=reason,
            clinician=consultation.clinician.name,
            at=self._clock(),
        )
        self.amended.emit({"overrides": (*(consultation.overrides or ()), override)})

    def _withdraw(self, override: Override) -> None:
        if self._shown is not None:
            kept = tuple(each for each in self._shown[0].overrides or () if each is not override)
            self.amended.emit({"overrides": kept or None})
