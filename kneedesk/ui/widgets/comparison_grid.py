"""Courses beside one another, question by question: one stop of Tab, the arrows lead from answer to answer."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.comparison import Row, course_head
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.comparison_answer import ComparisonAnswer
from kneedesk.ui.widgets.comparison_head import ComparisonHead
from kneedesk.ui.widgets.comparison_question import ComparisonQuestion
from kneedesk.ui.widgets.passage_list import Roving, Statement
from kneedesk.ui.widgets.words import Words

_GAP = 10
_NARROWEST = 118
_QUESTION = 148  # the column of the questions
_ROOMY = 176  # columns at least as wide as this leave room for the questions beside them
_AT_ONCE = 2
_PAD = 8
_BAR = 3  # at the edge of the row in focus


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row lies; its question may follow the eye within it."""

    name: str
    top: int
    bottom: int


class ComparisonGrid(QWidget):
    """A row for every question, a column for every course; what was built once is kept.

    It places its parts itself, for layouts of Qt would measure a hundred wrapped statements several times over; it
    builds what lies below the window row by row, so that no frame is lost; and it keeps the names of the courses and
    the question that is being read in sight while the page is scrolled.
    """

    explained = Signal(object)
    row_entered = Signal(str)
    """The question whose row has the focus now: one at a time."""

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._language, self._theme = library, language, theme
        self._courses: tuple[Treatment, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._current = ""
        self._answers: dict[tuple[str, Treatment | None], ComparisonAnswer] = {}
        self._questions: dict[str, ComparisonQuestion] = {}
        self._notes: dict[str, Words] = {}
        self._places: tuple[_Place, ...] = ()
        self._heights: dict[int, int] = {}
        self._arranged = -1
        self._area: QScrollArea | None = None
        self._roving = Roving()
        self._head = ComparisonHead(self)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._fill_next)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def courses(self) -> tuple[Treatment, ...]:
        """Return the courses that are shown, from left to right."""
        return self._courses

    @property
    def rows(self) -> tuple[str, ...]:
        """Return the questions that are shown, from top to bottom."""
        return tuple(row.name for row in self._rows)

    @property
    def folded(self) -> frozenset[str]:
        """Return the questions whose answers are folded away."""
        return frozenset(name for name, question in self._questions.items() if not question.isChecked())

    @property
    def is_filled(self) -> bool:
        """Tell whether every answer stands in its place."""
        return not any(self._lacks(row) for row in self._rows)

    def show_rows(self, courses: tuple[Treatment, ...], rows: tuple[Row, ...]) -> None:
        """Show these courses from left to right and these questions from top to bottom, the first ones at once."""
        if (courses, rows) == (self._courses, self._rows):
            return
        self._courses, self._rows = courses, rows
        self._head.show_names(tuple(course_head(each, self._library, self._language) for each in courses))
        for row in rows:
            self._question(row).show_row(row)
            self._note(row)
        for row in rows:
            for key, answer in zip(self._keys(row), row.answers, strict=True):
                if key in self._answers:
                    self._answers[key].show_answer(answer)
        for row in rows[:_AT_ONCE]:
            self._fill(row)
        self._settle()
        self._fill_later()

    # What is built when

    def _fill_later(self) -> None:
        if not self.is_filled:
            self._next.start()

    def _fill_next(self) -> None:
        row = next((row for row in self._rows if self._lacks(row)), None)
        if row is not None:
            self._fill(row)
            self._settle()
        self._fill_later()

    def _keys(self, row: Row) -> tuple[tuple[str, Treatment | None], ...]:
        """Return the places of the answers of a row: one per course, or one for all."""
        if len(row.answers) < len(self._courses):
            return ((row.name, None),)
        return tuple((row.name, course) for course in self._courses)

    def _lacks(self, row: Row) -> bool:
        return any(key not in self._answers for key in self._keys(row))

    def _fill(self, row: Row) -> None:
        for key, answer in zip(self._keys(row), row.answers, strict=True):
            if key not in self._answers:
                _, course = key
                name = row.question if course is None else f"{row.question}: {self._name(course)}"
                built = ComparisonAnswer(name, answer, self._theme.colour, self)
                built.explained.connect(self.explained)
                built.key_pressed.connect(self._lead)
                built.entered.connect(lambda name=row.name: self._enter(name))
                self._answers[key] = built
        self._stack()

    def _name(self, course: Treatment) -> str:
        return course_head(course, self._library, self._language)

    def _question(self, row: Row) -> ComparisonQuestion:
        if row.name not in self._questions:
            question = ComparisonQuestion(row, self._language, self)
            question.key_pressed.connect(self._lead)
            question.entered.connect(lambda: self._enter(row.name))
            question.toggled.connect(self._settle)
            self._questions[row.name] = question
        return self._questions[row.name]

    def _note(self, row: Row) -> None:
        if row.note and row.name not in self._notes:
            note = Words("note", parent=self)
            note.say(row.note)
            self._notes[row.name] = note

    # What is in sight and in focus

    def _settle(self) -> None:
        """Show what is open, lead through it, and lay it out."""
        self._forget_measures()
        names = self.rows
        opened = {name for name in names if self._questions[name].isChecked()}
        keys = {key for row in self._rows for key in self._keys(row)}
        for name, question in self._questions.items():
            question.setVisible(name in names)
        for name, note in self._notes.items():
            note.setVisible(name in opened)
        for key, answer in self._answers.items():
            answer.setVisible(key in keys and key[0] in opened)
        cells = [[self._statements(row, course, opened) for row in self._rows] for course in self._courses]
        self._roving.hold([[[self._questions[name]] for name in names], *cells])
        if self.isVisible():
            self._place_all()

    def _statements(self, row: Row, course: Treatment, opened: set[str]) -> list[Statement]:
        """Return what a column holds of a row; what holds for all courses is held by the first."""
        if row.name not in opened:
            return []
        keys = self._keys(row)
        key = keys[self._courses.index(course)] if len(keys) == len(self._courses) else keys[0]
        if key[1] is None and course is not self._courses[0]:
            return []
        answer = self._answers.get(key)
        return answer.statements if answer is not None else []

    def _enter(self, name: str) -> None:
        if name != self._current:
            self._current = name
            for each, question in self._questions.items():
                question.show_current(each == name)
            self.update()
            self.row_entered.emit(name)

    def _lead(self, part: QWidget, event: QKeyEvent) -> None:
        """Move the focus by a key, and scroll so that neither names nor question lie over what it reaches."""
        self._roving.lead(part, event)
        reached = self.window().focusWidget()
        if self._area is None or reached is None or not self.isAncestorOf(reached) or reached is part:
            return
        above, _ = self._sight()
        bar, place = self._area.verticalScrollBar(), self._place_of(self._current)
        if isinstance(reached, ComparisonQuestion):
            if place is not None and not self._is_seen(place):
                bar.setValue(bar.value() + place.top - self._head.height() - above)
            return
        covered = self._head.height() + (0 if self._is_roomy(self.width()) else self._question_height(self._current))
        hidden = above + covered + _PAD - reached.mapTo(self, QPoint(0, 0)).y()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def _is_seen(self, place: _Place) -> bool:
        above, below = self._sight()
        return place.top >= above + self._head.height() and place.bottom <= below

    def _place_of(self, name: str) -> _Place | None:
        return next((place for place in self._places if place.name == name), None)

    def _sight(self) -> tuple[int, int]:
        """Return which part of the grid the page shows: its upper and its lower edge."""
        if self._area is None:
            return 0, self.height()
        port = self._area.viewport()
        top = self.mapFrom(port, QPoint(0, 0)).y()
        return top, top + port.height()

    def _follow(self) -> None:
        """Keep the names of the courses, and the question that is being read, in sight."""
        above, _ = self._sight()
        top = min(max(0, above), max(0, self.height() - self._head.height()))
        self._head.move(0, top)
        edge = top + self._head.height()
        for place in self._places:
            question = self._questions[place.name]
            lowest = place.bottom - question.height() - _PAD
            question.move(_BAR, max(place.top + _PAD, min(edge + 1, lowest)) if above > 0 else place.top + _PAD)

    # How it lies

    def _is_roomy(self, width: int) -> bool:
        count = max(1, len(self._courses))
        return width >= _QUESTION + _GAP + count * (_ROOMY + _GAP) - _GAP

    def _question_height(self, name: str) -> int:
        width = _QUESTION if self._is_roomy(self.width()) else self.width()
        return self._questions[name].height_at(width - _BAR) if name in self._questions else 0

    def _arrange(self, width: int, *, move: bool) -> int:
        """Return the height of all rows at a width, and put every part into its place."""
        roomy = self._is_roomy(width)
        left = _QUESTION + _GAP if roomy else 0
        count = max(1, len(self._courses))
        edges = [left + round((width - left + _GAP) * place / count) for place in range(count + 1)]
        columns = [(start, end - start - _GAP) for start, end in pairwise(edges)]
        top = self._head.height_at(columns)
        if move:
            self._head.place(width, top, columns)
        places = []
        for row in self._rows:
            height = self._arrange_row(row, top, width, columns, roomy=roomy, move=move)
            places.append(_Place(row.name, top, top + height))
            top += height
        if move:
            self._places = tuple(places)
        return top

    def _place_all(self) -> None:
        """Put every part into its place, once for each width."""
        if self._arranged != self.width():
            self._arranged = self.width()
            self._heights[self.width()] = self._arrange(self.width(), move=True)
            self.update()
        self._follow()

    def _forget_measures(self) -> None:
        self._heights.clear()
        self._arranged = -1
        self.updateGeometry()

    def _arrange_row(
        self, row: Row, top: int, width: int, columns: list[tuple[int, int]], *, roomy: bool, move: bool
    ) -> int:
        """Return the height of one row, and put its parts into their places."""
        question = self._questions[row.name]
        left = columns[0][0]
        across = _QUESTION if roomy else width
        lead = question.height_at(across - _BAR)
        if move:
            question.setGeometry(_BAR, top + _PAD, across - _BAR, lead)
        if not question.isChecked():
            return lead + 2 * _PAD
        below = top + _PAD + (0 if roomy else lead)
        note = self._notes.get(row.name)
        if note is not None:
            height = note.heightForWidth(width - left - 20)
            if move:
                note.setGeometry(left + 10, below + 4, width - left - 20, height)
            below += height + 4
        spans = columns if len(row.answers) == len(columns) else [(left, width - left)]
        answers = [(self._answers.get(key), span) for key, span in zip(self._keys(row), spans, strict=True)]
        tall = max((answer.height_at(span) for answer, (_, span) in answers if answer is not None), default=0)
        if move:
            for answer, (start, span) in answers:
                if answer is not None:
                    answer.place(QRect(start, below, span, tall))
        return max(below + tall - top, lead + _PAD) + _PAD

    def _stack(self) -> None:
        """Let questions lie over answers, and the names of the courses over all."""
        for question in self._questions.values():
            question.raise_()
        self._head.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground for the row in focus, with a bar at its edge, and a line above each row."""
        painter = QPainter(self)
        palette = self.palette()
        for place in self._places:
            box = QRect(0, place.top, self.width(), place.bottom - place.top)
            if place.name == self._current:
                painter.fillRect(box, palette.color(QPalette.ColorRole.AlternateBase))
                painter.fillRect(QRect(0, place.top, _BAR, box.height()), palette.color(QPalette.ColorRole.Accent))
            painter.fillRect(QRect(0, place.top, self.width(), 1), palette.color(QPalette.ColorRole.Midlight))
        painter.end()

    def hasHeightForWidth(self) -> bool:
        """Say that narrow columns are longer."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(width, move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a useful width; the height follows from the width alone."""
        return QSize(self.minimumSizeHint().width(), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the width below which words would be cut."""
        return QSize(len(self._courses) * (_NARROWEST + _GAP), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts at the new width."""
        super().resizeEvent(event)
        self._place_all()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep in sight what the page moved."""
        super().moveEvent(event)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Find the area that scrolls the page, and follow it."""
        super().showEvent(event)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and area is not self._area:
            self._area = area
            area.verticalScrollBar().valueChanged.connect(self._follow)
        self._place_all()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another type."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget_measures()
        super().changeEvent(event)
