"""Courses beside one another, question by question: one stop of Tab, the arrows lead from answer to answer."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.comparison import Row, course_head
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.comparison_head import ComparisonHead
from kneedesk.ui.widgets.comparison_question import ComparisonQuestion
from kneedesk.ui.widgets.comparison_row import BAR, PAD, QUESTION, Columns, ComparisonRow
from kneedesk.ui.widgets.passage_list import Roving

_GAP = 10
_NARROWEST = 118
_ROOMY = 176  # columns at least as wide as this leave room for the questions beside them
_AT_ONCE = 2


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
        self._made: dict[str, ComparisonRow] = {}
        self._shown: tuple[ComparisonRow, ...] = ()
        self._current = ""
        self._heights: dict[int, int] = {}
        self._arranged = -1
        self._area: QScrollArea | None = None
        self._roving = Roving()
        self._head = ComparisonHead(self)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self.fill_next)
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
        return frozenset(name for name, row in self._made.items() if not row.is_open)

    @property
    def is_filled(self) -> bool:
        """Tell whether every answer stands in its place."""
        return not any(row.lacks for row in self._shown)

    def course_of(self, widget: QWidget | None) -> Treatment | None:
        """Return the course whose column holds a widget."""
        found = [row.course_of(widget) for row in self._shown] if widget is not None else []
        return next((course for course in found if course is not None), None)

    def show_rows(self, courses: tuple[Treatment, ...], rows: tuple[Row, ...]) -> None:
        """Show these courses from left to right and questions from top to bottom, down to what is seen at once."""
        if (courses, rows) == (self._courses, self._rows):
            return
        self._courses, self._rows = courses, rows
        names = {course: course_head(course, self._library, self._language) for course in courses}
        self._head.show_names(tuple(names.values()))
        self._shown = tuple(self._made_for(row) for row in rows)
        for made, row in zip(self._shown, rows, strict=True):
            made.show_row(row, names)
        for made in self._down_to_sight():
            made.fill()
        self._settle()
        self._fill_later()

    def _made_for(self, row: Row) -> ComparisonRow:
        if row.name not in self._made:
            made = self._made[row.name] = ComparisonRow(row, self._language, self._theme.colour, self)
            made.explained.connect(self.explained)
            made.key_pressed.connect(self._lead)
            made.entered.connect(self._enter)
            made.folded.connect(self._settle)
        return self._made[row.name]

    def fill_next(self) -> None:
        """Build the next row that stands empty; out of sight only when it is told to, for somebody types elsewhere."""
        row = next((row for row in self._shown if row.lacks), None)
        if row is not None:
            row.fill()
            self._settle()
        self._fill_later()

    def _fill_later(self) -> None:
        if self.isVisible() and not self.is_filled:
            self._next.start()

    def _settle(self) -> None:
        """Show what is open, lead through it, and lay it out."""
        self._forget_measures()
        for row in self._made.values():
            row.set_visible(row in self._shown)
        self._head.raise_()
        cells = [[row.statements(course) for row in self._shown] for course in self._courses]
        self._roving.hold([[[row.question] for row in self._shown], *cells])
        if self.isVisible():
            self._place_all()

    # What is in sight and in focus

    def _enter(self, name: str) -> None:
        if name != self._current:
            self._current = name
            for row in self._made.values():
                row.question.show_current(row.name == name)
            self.update()
            self.row_entered.emit(name)

    def _lead(self, part: QWidget, event: QKeyEvent) -> None:
        """Move the focus by a key, and scroll so that neither names nor question lie over what it reaches."""
        self._roving.lead(part, event)
        reached = self.window().focusWidget()
        if self._area is None or reached is None or not self.isAncestorOf(reached) or reached is part:
            return
        above, below = self._sight()
        bar, row = self._area.verticalScrollBar(), self._made[self._current]
        edge = above + self._head.height()
        if isinstance(reached, ComparisonQuestion):
            if row.top < edge or row.bottom > below:
                bar.setValue(bar.value() + row.top - edge)
            return
        covered = 0 if self._is_roomy(self.width()) else row.question.height()
        hidden = edge + covered + PAD - reached.mapTo(self, QPoint(0, 0)).y()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def _sight(self) -> tuple[int, int]:
        """Return which part of the grid the page shows: its upper and its lower edge."""
        if self._area is None:
            return 0, self.height()
        port = self._area.viewport()
        top = self.mapFrom(port, QPoint(0, 0)).y()
        return top, top + port.height()

    def _down_to_sight(self) -> list[ComparisonRow]:
        """Return the rows to show at once: down to the end of what is seen, or it would move; and what has the focus.

        Of rows that never stood anywhere these are the first ones.
        """
        (_, below), top, focused = self._sight(), self._head.height(), self.focusWidget()
        fresh = [row for row in self._shown if row.height == 0][:_AT_ONCE]
        found = []
        for row in self._shown:
            standing = row.height > 0 and top < below
            if standing or row in fresh or (focused is not None and row.holds(focused)):
                found.append(row)
            top += row.height
        return found

    def _follow(self) -> None:
        """Keep the names of the courses, and the question that is being read, in sight."""
        above, _ = self._sight()
        top = min(max(0, above), max(0, self.height() - self._head.height()))
        self._head.move(0, top)
        for row in self._shown:
            row.follow(top + self._head.height() + 1)

    # How it lies

    def _is_roomy(self, width: int) -> bool:
        count = max(1, len(self._courses))
        return width >= scaled(QUESTION) + count * (scaled(_ROOMY) + _GAP)

    def _columns(self, width: int) -> Columns:
        left = scaled(QUESTION) + _GAP if self._is_roomy(width) else 0
        count = max(1, len(self._courses))
        edges = [left + round((width - left + _GAP) * place / count) for place in range(count + 1)]
        return [(start, end - start - _GAP) for start, end in pairwise(edges)]

    def _place_all(self) -> None:
        """Put every part into its place, once for each width."""
        if self._arranged != self.width():
            self._arranged = self.width()
            width, columns = self.width(), self._columns(self.width())
            top = self._head.height_at(columns)
            self._head.place(width, top, columns)
            for row in self._shown:
                row.place(top, width, columns)
                top = row.bottom
            self._heights[width] = top
            self.update()
        self._follow()

    def _forget_measures(self) -> None:
        self._heights.clear()
        self._arranged = -1
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground for the row in focus, with a bar at its edge, and a line above each row."""
        painter = QPainter(self)
        palette = self.palette()
        for row in self._shown:
            box = QRect(0, row.top, self.width(), row.bottom - row.top)
            if row.name == self._current:
                painter.fillRect(box, palette.color(QPalette.ColorRole.AlternateBase))
                painter.fillRect(QRect(0, row.top, BAR, box.height()), palette.color(QPalette.ColorRole.Accent))
            painter.fillRect(QRect(0, row.top, self.width(), 1), palette.color(QPalette.ColorRole.Midlight))
        painter.end()

    def hasHeightForWidth(self) -> bool:
        """Say that narrow columns are longer."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        if width not in self._heights:
            columns = self._columns(width)
            rows = sum(row.height_at(width, columns) for row in self._shown)
            self._heights[width] = self._head.height_at(columns) + rows
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a useful width; the height follows from the width alone."""
        return QSize(self.minimumSizeHint().width(), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the width below which words would be cut."""
        return QSize(len(self._courses) * (scaled(_NARROWEST) + _GAP), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts at the new width."""
        super().resizeEvent(event)
        self._place_all()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep in sight what the page moved."""
        super().moveEvent(event)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Find the area that scrolls the page, and follow it; go on with what is not built yet."""
        super().showEvent(event)
        self._fill_later()
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
