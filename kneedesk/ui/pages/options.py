"""Options: the course that is proposed, and the patient's questions about it and about the other choices."""

from PySide6.QtWidgets import QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import value_of
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.comparison import FEWEST, MOST, courses_at_first, courses_in_order, in_order
from kneedesk.presentation.conversation import lacks_of_options
from kneedesk.ui.forms import Form
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.comparison_grid import ComparisonGrid
from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.many import Tick
from kneedesk.ui.widgets.page_column import page_column
from kneedesk.ui.widgets.words import Words

_OF_CELLS = ("proposal.cell_source", "proposal.product_status")
_PARTICULARS = ("proposal.sessions", "proposal.date", "proposal.total_cost")


class OptionsPage(Page):
    """What is proposed, beside two to four courses question by question; nothing here is a verdict."""

    STEP = "options"
    TITLE = "Options"
    HOLDS = frozenset({"proposal"})

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language = library, language
        self._consultation: Consultation | None = None
        self._at_first: tuple[object, ...] = ()
        self._sought = False
        say = language.say
        column = page_column(self, say(self.TITLE), say("What is proposed, and what the patient could choose instead."))
        self._forms = (
            Form(("proposal.treatment",), library, language, theme),
            Form(_OF_CELLS, library, language, theme, columns=2),
            Form(_PARTICULARS, library, language, theme, columns=2),
        )
        self._forms[0].field("proposal.treatment").mark.withhold()  # a proposal is made or not, never assessed
        proposal = Card(say("Proposed course"))
        for form in self._forms:
            form.amended.connect(self.amended)
            proposal.body.addWidget(form)
        column.addWidget(proposal)
        self._ticks = {course: self._tick(course) for course in courses_in_order(library)}
        self._note = Words("note")
        self.grid = ComparisonGrid(library, language)
        self.grid.explained.connect(self.explained)
        column.addWidget(self._comparison())
        column.addStretch(1)

    def _comparison(self) -> Card:
        say = self._language.say
        card = Card(say("Compare"), say("The patient’s questions, answered for each course in equal detail."))
        choice = QWidget()
        choice.setAccessibleName(say("Courses to compare"))
        flow = FlowLayout(choice)
        for tick in self._ticks.values():
            flow.addWidget(tick)
        card.body.addWidget(choice)
        card.body.addWidget(self._note)
        card.body.addWidget(self.grid)
        return card

    def _tick(self, course: Treatment) -> Tick:
        name = self._library.options[course].name.spoken(self._language.tag)
        tick = Tick(course, name)
        tick.setObjectName(f"options.compare={course}")
        tick.setAccessibleName(self._language.say("Compare: {course}").format(course=name))
        tick.toggled.connect(lambda _: self._choose(course))
        return tick

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show the proposal, and the courses to compare: those chosen here stay until the proposal is another."""
        self._consultation = consultation
        for form in self._forms:
            form.show_consultation(consultation)
        at_first = (consultation.patient, consultation.knee, consultation.proposal.treatment)
        if at_first != self._at_first:
            self._at_first, self._sought = at_first, False
            self._compare(courses_at_first(consultation, assessment, self._library))
        of_cells = consultation.proposal.treatment is Treatment.STEM_CELL
        recorded = any(value_of(consultation, path) is not None for path in _OF_CELLS)
        self._forms[1].setVisible(of_cells or recorded or self._sought)

    def go_to(self, path: str) -> bool:
        """Put the focus on the control of a finding; what is asked of the cells is shown, whatever is proposed."""
        if path in _OF_CELLS:
            self._sought = True
            self._forms[1].show()
        return super().go_to(path)

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether the proposed course is described."""
        return Progress.MISSING if lacks_of_options(consultation, assessment) else Progress.DONE

    def _choose(self, course: Treatment) -> None:
        """Take a course in or out, two to four of them."""
        chosen = tuple(each for each, tick in self._ticks.items() if tick.isChecked())
        if FEWEST <= len(chosen) <= MOST and self._consultation is not None:
            self._compare(in_order(chosen, self._consultation, self._library))
            return
        self._ticks[course].show_checked(course in self.grid.courses)
        say = self._language.say
        few = len(chosen) < FEWEST
        words = say("At least two courses are compared.") if few else say("At most four courses are compared.")
        self._note.say(words)

    def _compare(self, courses: tuple[Treatment, ...]) -> None:
        for course, tick in self._ticks.items():
            tick.show_checked(course in courses)
        self._note.say(self._language.say("Two to four courses. Press an answer to see what it rests on."))
        self.grid.show_courses(courses)
