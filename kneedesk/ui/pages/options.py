"""Options: what matters most to the patient, the courses question by question beside one another, what is proposed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import value_of
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.comparison import FEWEST, MOST, Comparison, courses_at_first, courses_in_order, in_order
from kneedesk.presentation.conversation import lacks_of_options
from kneedesk.presentation.findings import OF_CELLS
from kneedesk.presentation.patient_view import Focus
from kneedesk.ui.forms import Form
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.comparison_grid import ComparisonGrid
from kneedesk.ui.widgets.many import Tick
from kneedesk.ui.widgets.page_column import page_column
from kneedesk.ui.widgets.scrolling import bring
from kneedesk.ui.widgets.tick_row import TickRow
from kneedesk.ui.widgets.words import Words

_MATTERS = "preferences.priorities"
_PARTICULARS = ("proposal.sessions", "proposal.date", "proposal.total_cost")


class OptionsPage(Page):
    """The patient's matters order the questions; nothing here is a verdict."""

    STEP = "options"
    TITLE = "Options"
    HOLDS = frozenset({"proposal"})
    row_entered = Signal(str)
    """The question of the comparison that is talked about now."""

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language = library, language
        self._consultation: Consultation | None = None
        self._at_first: tuple[object, ...] = ()
        self._courses: tuple[Treatment, ...] = ()
        self._sought = False
        self._row = ""
        say = language.say
        column = page_column(
            self, say(self.TITLE), say("What matters most, what there is to choose, what is proposed.")
        )
        self._matters = Form((_MATTERS,), library, language, theme)
        self._forms = (
            Form(("proposal.treatment",), library, language, theme),
            Form(OF_CELLS, library, language, theme, columns=2),
            Form(_PARTICULARS, library, language, theme, columns=2),
        )
        self._forms[0].field("proposal.treatment").mark.withhold()  # a proposal is made or not, never assessed
        for form in (self._matters, *self._forms):
            form.amended.connect(self.amended)
        self._ticks = {course: self._tick(course) for course in courses_in_order(library)}
        self._only_picked = Tick(None, say("Only what I picked"))
        self._only_picked.setObjectName("options.only_picked")
        self._only_picked.toggled.connect(self._refresh)
        self._note = Words("note")
        self._compared = Comparison(library, language)
        self.grid = ComparisonGrid(library, language, theme)
        self.grid.explained.connect(self.explained)
        self.grid.row_entered.connect(self.row_entered)
        self.grid.row_entered.connect(self._enter)
        column.addWidget(self._matter_card())
        column.addWidget(self._comparison())
        self._proposed = self._proposal()
        column.addWidget(self._proposed)
        column.addStretch(1)

    def _matter_card(self) -> Card:
        say = self._language.say
        card = Card(say("What matters most to you?"))
        label = self._matters.field(_MATTERS).label  # the card says its name
        label.setText(say("Up to three, the first one first: they order the questions."))
        label.setProperty("level", "")
        label.setProperty("tone", "note")
        card.body.addWidget(self._matters)
        return card

    def _comparison(self) -> Card:
        say = self._language.say
        card = Card(say("Compare"))
        card.lead(self.line_to_say("options-compare"))
        card.body.addWidget(TickRow(say("Courses to compare"), tuple(self._ticks.values())))
        below = QPushButton(say("Go to the proposed course"))
        below.setProperty("kind", "link")
        below.setObjectName("options.proposal")
        below.clicked.connect(self._go_to_proposal)
        line = QHBoxLayout()
        line.addWidget(self._note, 1)
        line.addWidget(below)
        line.addWidget(self._only_picked)
        card.body.addLayout(line)
        card.body.addWidget(self.grid)
        return card

    def _proposal(self) -> Card:
        card = Card(self._language.say("Proposed course"))
        card.lead(self.line_to_say("options-proposal"))
        for form in self._forms:
            card.body.addWidget(form)
        return card

    def _tick(self, course: Treatment) -> Tick:
        name = self._library.options[course].name.spoken(self._language.tag)
        tick = Tick(course, name)
        tick.setObjectName(f"options.compare={course}")
        tick.setAccessibleName(self._language.say("Compare: {course}").format(course=name))
        tick.toggled.connect(lambda _: self._choose(course))
        return tick

    @property
    def unfinished(self) -> bool:
        """Tell whether rows of the comparison are not built yet."""
        return not self.grid.is_filled

    def build_on(self) -> None:
        """Build the next row of the comparison."""
        self.grid.fill_next()

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show what matters, and the courses to compare: those chosen here stay until the proposal is another."""
        self._consultation = consultation
        for form in (self._matters, *self._forms):
            form.show_consultation(consultation)
        at_first = (consultation.patient, consultation.knee, consultation.proposal.treatment)
        if at_first != self._at_first:
            self._at_first, self._sought = at_first, False
            self._courses = courses_at_first(consultation, assessment, self._library)
        self._refresh()
        of_cells = consultation.proposal.treatment is Treatment.STEM_CELL
        recorded = any(value_of(consultation, path) is not None for path in OF_CELLS)
        self._forms[1].setVisible(of_cells or recorded or self._sought)

    def go_to(self, path: str) -> bool:
        """Put the focus on the control of a finding; what is asked of the cells is shown, whatever is proposed."""
        if path in OF_CELLS:
            self._sought = True
            self._forms[1].show()
        return super().go_to(path)

    def projection(self, focused: QWidget | None) -> Focus:
        """Return the question that was entered last, the courses that are compared, and the one in focus."""
        return Focus(self.STEP, self._row, self._courses, self.grid.course_of(focused))

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether the proposed course is described."""
        return Progress.MISSING if lacks_of_options(consultation, assessment) else Progress.DONE

    def _enter(self, row: str) -> None:
        self._row = row
        self.projected.emit()

    def _go_to_proposal(self) -> None:
        self._forms[0].field("proposal.treatment").setFocus(Qt.FocusReason.OtherFocusReason)
        bring(self._proposed)

    def _choose(self, course: Treatment) -> None:
        """Take a course in or out, two to five of them."""
        chosen = tuple(each for each, tick in self._ticks.items() if tick.isChecked())
        if FEWEST <= len(chosen) <= MOST and self._consultation is not None:
            self._courses = in_order(chosen, self._consultation, self._library)
            self._refresh()
            return
        self._ticks[course].show_checked(course in self._courses)
        say = self._language.say
        few = len(chosen) < FEWEST
        self._note.say(say("At least two courses are compared.") if few else say("At most five courses are compared."))

    def _refresh(self) -> None:
        """Show the chosen courses, the questions in the order of what matters."""
        if self._consultation is None:
            return
        picked = self._consultation.preferences.priorities
        self._only_picked.setEnabled(bool(picked))
        only = bool(picked) and self._only_picked.isChecked()
        for course, tick in self._ticks.items():
            tick.show_checked(course in self._courses)
        say = self._language.say
        self._note.say(
            say("Only the questions on what was picked, on cost and on interest are shown.")
            if only
            else say("Two to five courses. Press an answer to see what it rests on; arrows lead through the questions.")
        )
        rows = self._compared.rows(self._courses, self._consultation, only_picked=only)
        self.grid.show_rows(self._courses, rows)
