"""Courses beside one another, question by question: one stop of Tab, the arrows lead from answer to answer."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.comparison import Row, compare, course_head
from kneedesk.presentation.content import Cell
from kneedesk.ui.widgets.passage_list import Roving, Statement
from kneedesk.ui.widgets.text import heading, plain_label

_GAP = 12
_NARROWEST = 150
_SIDE = 10
_AT_ONCE = 2
_ABOVE, _BELOW, _BETWEEN = 13, 6, 18


class _Answer(QWidget):
    """What is known about one course for one question, under the name of the course."""

    def __init__(self, question: str, course: str, answer: Cell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{question}: {course}")
        self._caption = plain_label(course)
        self._caption.setParent(self)
        self._caption.setProperty("tone", "note")
        self._caption.setWordWrap(True)
        self._caption.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.statements = [Statement(line, marked=False, parent=self) for line in answer]

    def caption_height(self, width: int) -> int:
        """Return the height of the name of the course at a width."""
        return self._caption.heightForWidth(width)

    def height_at(self, width: int) -> int:
        """Return the height of all statements under one another at a width, without the name of the course."""
        return sum(4 + each.heightForWidth(width) for each in self.statements)

    def place(self, place: QRect, caption: int) -> None:
        """Put the statements under one another, all answers of a row at the same height below the names."""
        self.setGeometry(place)
        self._caption.setGeometry(0, 0, place.width(), caption)
        top = caption
        for statement in self.statements:
            height = statement.heightForWidth(place.width())
            statement.setGeometry(0, top + 4, place.width(), height)
            top += 4 + height


class _Question(QWidget):
    """One question over the whole width, with a line above it."""

    def __init__(self, question: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._line, self._label = QFrame(self), heading(question, 3)
        self._line.setProperty("tone", "line")
        self._label.setParent(self)
        self._label.setContentsMargins(_SIDE, 0, _SIDE, 0)

    def height_at(self, width: int) -> int:
        """Return the height of the line and the words at a width."""
        return _ABOVE + self._label.heightForWidth(width)

    def show_line(self, shown: bool) -> None:
        """Show the line above the words, which the first question does without."""
        self._line.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the line above the words."""
        super().resizeEvent(event)
        self._line.setGeometry(0, 0, self.width(), 1)
        self._label.setGeometry(0, _ABOVE, self.width(), self.height() - _ABOVE)


class ComparisonGrid(QWidget):
    """A row for every question of the patient, a column for every course; what was built once is kept.

    It places its parts itself, for layouts of Qt would measure a hundred wrapped statements several times over; and
    it builds what lies below the window row by row, so that no frame is lost.
    """

    explained = Signal(object)

    def __init__(self, library: Library, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._language = library, language
        self._courses: tuple[Treatment, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._answers: dict[tuple[str, Treatment], _Answer] = {}
        self._questions: dict[str, _Question] = {}
        self._heights: dict[int, int] = {}
        self._roving = Roving()
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
    def is_filled(self) -> bool:
        """Tell whether every answer stands in its place."""
        return not any(self._lacks(row) for row in self._rows)

    def show_courses(self, courses: tuple[Treatment, ...]) -> None:
        """Show these courses from left to right, the first questions at once."""
        if courses == self._courses:
            return
        self._courses = courses
        self._rows = compare(courses, self._library, self._language)
        names = [row.name for row in self._rows]
        for place, row in enumerate(self._rows):
            self._question(row).show_line(place > 0)
        for name, question in self._questions.items():
            question.setVisible(name in names)
        for (name, course), answer in self._answers.items():
            answer.setVisible(name in names and course in courses)
        for row in self._rows[:_AT_ONCE]:
            self._fill(row)
        self._settle()
        self._fill_later()

    def _fill_later(self) -> None:
        if not self.is_filled:
            self._next.start()

    def _fill_next(self) -> None:
        row = next((row for row in self._rows if self._lacks(row)), None)
        if row is not None:
            self._fill(row)
            self._settle()
        self._fill_later()

    def _lacks(self, row: Row) -> bool:
        return any((row.name, course) not in self._answers for course in self._courses)

    def _fill(self, row: Row) -> None:
        for place, course in enumerate(self._courses):
            self._answer(row, course, row.answers[place]).show()

    def _settle(self) -> None:
        """Lead through the answers that stand, and lay them out."""
        self._heights.clear()
        self._roving.hold(
            [[self._statements(row, course) for row in self._rows] for course in self._courses],
        )
        self.updateGeometry()
        if self.isVisible():
            self._arrange(self.width(), move=True)

    def _statements(self, row: Row, course: Treatment) -> list[Statement]:
        answer = self._answers.get((row.name, course))
        return answer.statements if answer is not None else []

    def _question(self, row: Row) -> _Question:
        if row.name not in self._questions:
            self._questions[row.name] = _Question(row.question, self)
        return self._questions[row.name]

    def _answer(self, row: Row, course: Treatment, answer: Cell) -> _Answer:
        key = (row.name, course)
        if key not in self._answers:
            name = course_head(course, self._library, self._language)
            built = _Answer(row.question, name, answer, self)
            for statement in built.statements:
                statement.explained.connect(self.explained)
                statement.key_pressed.connect(self._roving.lead)
            self._answers[key] = built
        return self._answers[key]

    def _arrange(self, width: int, *, move: bool) -> int:
        """Return the height of all rows at a width, and put every part into its place."""
        count = max(1, len(self._courses))
        edges = [round((width + _GAP) * place / count) for place in range(count + 1)]
        widths = [end - start - _GAP for start, end in pairwise(edges)]
        top = 0
        for row in self._rows:
            question = self._questions[row.name]
            answers = [self._answers.get((row.name, course)) for course in self._courses]
            columns = [each for each in zip(answers, edges, widths, strict=False) if each[0] is not None]
            lead = question.height_at(width)
            caption = max((answer.caption_height(each) for answer, _, each in columns if answer), default=0)
            height = caption + max((answer.height_at(each) for answer, _, each in columns if answer), default=0)
            if move:
                question.setGeometry(0, top, width, lead)
                for answer, left, each in columns:
                    if answer is not None:
                        answer.place(QRect(left, top + lead + _BELOW, each, height), caption)
            top += lead + _BELOW + height + _BETWEEN
        return max(0, top - _BETWEEN)

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
        self._arrange(self.width(), move=True)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another type."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
            self.updateGeometry()
        super().changeEvent(event)
