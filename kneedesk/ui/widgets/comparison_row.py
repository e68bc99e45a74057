"""One row of the comparison: a question that folds it, a note, and an answer for each course or one for all."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from kneedesk.domain.treatment import Treatment
from kneedesk.language import Language
from kneedesk.presentation.comparison import Row
from kneedesk.ui.painting import ColourOf
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.comparison_answer import ComparisonAnswer
from kneedesk.ui.widgets.comparison_question import ComparisonQuestion
from kneedesk.ui.widgets.passage_list import Statement
from kneedesk.ui.widgets.words import Words

PAD: Final = 8
BAR: Final = 3
"""At the edge of the row in focus."""
QUESTION: Final = 148
"""The width of a question beside its answers, at the usual size of text."""
_SIDE = 10
Columns = list[tuple[int, int]]
"""The left edge and the width of each course."""


class ComparisonRow(QObject):
    """Places its parts, which lie in the grid; an answer is built once for each course and kept."""

    explained = Signal(object)
    key_pressed = Signal(object, object)
    entered = Signal(str)
    """The focus came to a part of the row of this name."""
    folded = Signal()

    def __init__(self, row: Row, language: Language, colour: ColourOf, grid: QWidget) -> None:
        super().__init__(grid)
        self._grid, self._colour = grid, colour
        self._row = row
        self._names: Mapping[Treatment, str] = {}
        self._answers: dict[Treatment | None, ComparisonAnswer] = {}
        self._tall = 0
        self.lacks = True
        """Whether an answer is not built yet, or is another one by now: then none of them is shown."""
        self.top, self.bottom = 0, 0
        self.question = ComparisonQuestion(row, language, grid)
        self.question.key_pressed.connect(self.key_pressed)
        self.question.entered.connect(self._enter)
        self.question.toggled.connect(self.folded)
        self._note = Words("note", parent=grid)
        self._note.say(row.note)

    @property
    def name(self) -> str:
        """Return the name of the question."""
        return self._row.name

    @property
    def is_open(self) -> bool:
        """Tell whether the answers are shown."""
        return self.question.isChecked()

    def show_row(self, row: Row, names: Mapping[Treatment, str]) -> None:
        """Take other answers, for the courses of these names from left to right; ``fill`` shows them."""
        if (row, list(names)) != (self._row, list(self._names)):
            self._row, self._names = row, names
            self.lacks = True
            self.question.show_row(row)

    def fill(self) -> None:
        """Show the answers; those that are lacking are built."""
        self.lacks = False
        for key, answer in zip(self._keys(), self._row.answers, strict=True):
            if key in self._answers:
                self._answers[key].show_answer(answer)
            else:
                name = self._row.question if key is None else f"{self._row.question}: {self._names[key]}"
                built = self._answers[key] = ComparisonAnswer(name, answer, self._colour, self._grid)
                built.explained.connect(self.explained)
                built.key_pressed.connect(self.key_pressed)
                built.entered.connect(self._enter)
        self.question.raise_()  # it lies over what is scrolled below it

    def set_visible(self, visible: bool) -> None:
        """Show or hide the question, and with it what is open of its answers."""
        self.question.setVisible(visible)
        opened, keys = visible and self.is_open, self._keys()
        self._note.setVisible(opened and bool(self._row.note))
        for key, answer in self._answers.items():
            answer.setVisible(opened and key in keys and not self.lacks)

    def statements(self, course: Treatment) -> list[Statement]:
        """Return what the column of a course holds of the row; what holds for all is held by the first column."""
        key = course if course in self._keys() else None
        if not self.is_open or key not in self._answers or (key is None and course is not next(iter(self._names))):
            return []
        return self._answers[key].statements

    @property
    def height(self) -> int:
        """Return the height where it stands now, 0 where it never stood."""
        return self.bottom - self.top

    def holds(self, widget: QWidget) -> bool:
        """Tell whether a widget is part of an answer."""
        return any(answer.isAncestorOf(widget) for answer in self._answers.values())

    def course_of(self, widget: QWidget) -> Treatment | None:
        """Return the course whose answer holds a widget, nothing where none does or the answer holds for all."""
        return next((course for course, answer in self._answers.items() if answer.isAncestorOf(widget)), None)

    def height_at(self, width: int, columns: Columns) -> int:
        """Return the height in a grid of a width; the question stands above where the columns begin at its edge."""
        return self._arrange(0, width, columns, move=False)

    def place(self, top: int, width: int, columns: Columns) -> None:
        """Put every part into its place."""
        self.top, self.bottom = top, top + self._arrange(top, width, columns, move=True)

    def follow(self, edge: int) -> None:
        """Keep the question in sight: below an edge, and within the row."""
        lowest = self.bottom - self.question.height() - PAD
        self.question.move(BAR, max(self.top + PAD, min(edge, lowest)))

    def _enter(self) -> None:
        self.entered.emit(self.name)

    def _keys(self) -> tuple[Treatment | None, ...]:
        """Return for whom the answers are: for each course, or for all."""
        return tuple(self._names) if len(self._row.answers) == len(self._names) else (None,)

    def _arrange(self, top: int, width: int, columns: Columns, *, move: bool) -> int:
        left = columns[0][0]
        across = (scaled(QUESTION) if left else width) - BAR
        lead = self.question.height_at(across)
        if move:
            self.question.setGeometry(BAR, top + PAD, across, lead)
        if not self.is_open:
            return lead + 2 * PAD
        below = top + PAD + (0 if left else lead)
        if self._row.note:
            room = width - left - 2 * _SIDE
            height = self._note.heightForWidth(room)
            if move:
                self._note.setGeometry(left + _SIDE, below + 4, room, height)
            below += height + 4
        return max(below + self._tall_at(below, width, columns, move=move) - top, lead + PAD) + PAD

    def _tall_at(self, top: int, width: int, columns: Columns, *, move: bool) -> int:
        """Return the height of the answers; while they are lacking they keep the room that they had."""
        if self.lacks:
            return self._tall
        left = columns[0][0]
        spans = columns if len(self._keys()) == len(columns) else [(left, width - left)]
        answers = [(self._answers[key], span) for key, span in zip(self._keys(), spans, strict=True)]
        tall = max(answer.height_at(span) for answer, (_, span) in answers)
        if move:
            self._tall = tall
            for answer, (start, span) in answers:
                answer.place(QRect(start, top, span, tall))
        return tall
