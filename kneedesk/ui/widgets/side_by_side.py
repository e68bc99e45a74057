"""The risks of the proposed course beside those of others: of 100 each, in the same order and at the same height."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.comparison import courses_in_order
from kneedesk.presentation.risk_rows import Row, against_comparing, is_shared, risk_rows
from kneedesk.presentation.risks import frequency_drawing, risks_of
from kneedesk.presentation.talk import frequency_line
from kneedesk.presentation.wording import speak
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.many import Tick
from kneedesk.ui.widgets.passage_list import INDENT, Roving, Statement, let_go_of_focus
from kneedesk.ui.widgets.text import body_label, heading
from kneedesk.ui.widgets.tick_row import TickRow

_GAP = 10
_BETWEEN = 20
_COLUMN = 300
_FEWEST = 2
_AT_ONCE = 3  # the names, a heading, the first risk


class SideBySide(Card):
    """Nothing is drawn before somebody asks for another course; which ones are shown is not recorded.

    As many stand beside the proposed course as there is room for, the rest beneath, beside the proposed course again.
    The first risk stands at once, the others follow row by row, so that no frame is lost.
    """

    explained = Signal(object)

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(language.say("Beside other courses"), against_comparing(language), parent)
        self._library, self._language, self._theme = library, language, theme
        self._consultation: Consultation | None = None
        self._others: tuple[Treatment, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._offered: Treatment | None = None
        self._row: TickRow | None = None
        self._place: QWidget | None = None
        self._courses: tuple[Treatment, ...] = ()
        self._risks: dict[Statement, str] = {}
        self._roving = Roving()
        self._statements: list[Statement] = []
        self._waiting: list[Callable[[], None]] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._fill_next)

    @property
    def is_filled(self) -> bool:
        """Tell whether every risk stands in its place."""
        return not self._waiting

    @property
    def courses(self) -> tuple[Treatment, ...]:
        """Return the proposed course and those beside it, none before another is chosen."""
        return self._courses

    def risk_of(self, widget: QWidget | None) -> str:
        """Return the risk that a statement here speaks of, empty where it is none of them."""
        return next((risk for statement, risk in self._risks.items() if statement is widget), "")

    def show_consultation(self, consultation: Consultation) -> None:
        """Show the proposed course, and beside it those that were chosen."""
        self._consultation = consultation
        ours = consultation.proposal.treatment
        self.setVisible(ours is not None)
        if ours is not None and ours is not self._offered:
            self._offer(ours)
        self._draw()

    def minimumSizeHint(self) -> QSize:
        """Return room for two columns: what stands in three now may stand in two."""
        narrowest = _FEWEST * (scaled(_COLUMN) + _BETWEEN) + _BETWEEN
        return QSize(min(narrowest, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room again."""
        super().resizeEvent(event)
        self._draw()

    def _offer(self, ours: Treatment) -> None:
        """Offer every course but the proposed one; those chosen before stay chosen."""
        if self._row is not None:
            let_go_of_focus(self._row)
            self.body.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
        self._offered = ours
        self._others = tuple(each for each in self._others if each is not ours)
        ticks = [self._tick(each) for each in courses_in_order(self._library) if each is not ours]
        self._row = TickRow(self._language.say("The other courses"), ticks)
        self.body.insertWidget(0, self._row)
        self._row.show()

    def _tick(self, course: Treatment) -> Tick:
        tick = Tick(course, self._name(course))
        tick.setObjectName(f"risks.beside={course}")
        tick.show_checked(course in self._others)
        tick.toggled.connect(lambda checked: self._choose(course, chosen=checked))
        return tick

    def _choose(self, course: Treatment, *, chosen: bool) -> None:
        others = tuple(each for each in self._others if each is not course)
        self._others = (*others, course) if chosen else others
        self._draw()

    def _draw(self) -> None:
        consultation = self._consultation
        if consultation is None:
            return
        ours, cells = consultation.proposal.treatment, consultation.proposal.cell_source
        columns = max(_FEWEST, (self.contentsRect().width() - 2 * _BETWEEN) // (scaled(_COLUMN) + _BETWEEN))
        shown = (ours, cells, self._others, min(columns, len(self._others) + 1))
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        self._courses = (ours, *self._others) if ours is not None and self._others else ()
        if ours is None or not self._others:
            return
        self._place = QWidget()
        blocks = QVBoxLayout(self._place)
        blocks.setContentsMargins(0, 0, 0, 0)
        blocks.setSpacing(2 * _BETWEEN)
        for first in range(0, len(self._others), columns - 1):
            courses = (ours, *self._others[first : first + columns - 1])
            grid = _grid(len(courses))
            blocks.addLayout(grid)
            self._waiting += self._parts(grid, consultation, courses)
        self._fill(_AT_ONCE)
        self.body.addWidget(self._place)
        self._place.show()

    def _parts(
        self, grid: QGridLayout, consultation: Consultation, courses: tuple[Treatment, ...]
    ) -> list[Callable[[], None]]:
        """Return what adds the names of the courses, then each heading and each row, from top to bottom."""
        parts: list[Callable[[], None]] = [partial(self._add_names, grid, courses)]
        listed = risk_rows([risks_of(consultation, each, self._library) for each in courses], self._language)
        for title, rows in listed.items():
            parts.append(partial(self._add_heading, grid, title))
            parts += [partial(self._add, grid, row) for row in rows]
        return parts

    def _fill(self, count: int) -> None:
        """Add so many of the parts that wait, and lead through what stands; the rest is added later."""
        now, self._waiting = self._waiting[:count], self._waiting[count:]
        for add in now:
            add()
        self._roving.hold([[self._statements]])
        if self._waiting:
            self._next.start()

    def _fill_next(self) -> None:
        if self._waiting:
            self._fill(1)

    def _add_names(self, grid: QGridLayout, courses: tuple[Treatment, ...]) -> None:
        for column, course in enumerate(courses):
            grid.addWidget(_indented(heading(self._name(course), 2)), 0, column)

    def _add_heading(self, grid: QGridLayout, title: str) -> None:
        grid.addWidget(_indented(heading(title, 3)), grid.rowCount(), 0, 1, grid.columnCount())

    def _add(self, grid: QGridLayout, row: Row) -> None:
        """Add a row: the names, under them the drawings, under these in whom it was counted."""
        top = grid.rowCount()
        grid.setRowMinimumHeight(top + 3, _GAP)
        none = "This risk is not listed for this course." if is_shared(row) else "Nothing more is listed here."
        for column, risk in enumerate(row):
            if risk is None:
                label = _indented(body_label(self._language.say(none), "note"))
                grid.addWidget(label, top, column, Qt.AlignmentFlag.AlignTop)
            else:
                self._statements.append(self._put(grid, risk, top, column))

    def _put(self, grid: QGridLayout, risk: Risk, top: int, column: int) -> Statement:
        name = _indented(body_label(risk.name.spoken(self._language.tag)))
        name.setProperty("level", "label")
        drawing = DrawingView(frequency_drawing(risk, self._library, self._language), self._theme.colour)
        # What nobody counted says what it is: the sign of the unknown alone would say less than is known.
        line = frequency_line(risk, self._library, self._language)
        statement = Statement(line or speak(risk.explanation, self._library, self._language), marked=False)
        self._risks[statement] = risk.id
        statement.explained.connect(self.explained)
        statement.key_pressed.connect(self._roving.lead)
        grid.addWidget(name, top, column, Qt.AlignmentFlag.AlignBottom)
        beside = QHBoxLayout()
        beside.setContentsMargins(INDENT, 0, 0, 0)
        beside.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.addLayout(beside, top + 1, column)
        grid.addWidget(statement, top + 2, column, Qt.AlignmentFlag.AlignTop)
        return statement

    def _clear(self) -> None:
        if self._place is None:
            return
        let_go_of_focus(self._place)
        self._waiting, self._statements, self._risks = [], [], {}
        self._roving.hold([])
        self.body.removeWidget(self._place)
        self._place.hide()
        self._place.deleteLater()
        self._place = None

    def _name(self, course: Treatment) -> str:
        return self._library.options[course].name.spoken(self._language.tag)


def _indented(label: QLabel) -> QLabel:
    """Let a label begin where the words of a statement begin."""
    label.setContentsMargins(INDENT, 0, 0, 0)
    return label


def _grid(columns: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(_BETWEEN)
    grid.setVerticalSpacing(6)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, _COLUMN)
    return grid
