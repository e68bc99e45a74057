"""What is known about one course for one question: statements, bars, and the sign of the unknown beside a gap."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneedesk.presentation.comparison import Answer
from kneedesk.presentation.content import Gap, Line
from kneedesk.presentation.effects import HEIGHT, Bar, bar_drawing
from kneedesk.presentation.shapes import Rectangle
from kneedesk.ui.painting import ColourOf, paint
from kneedesk.ui.widgets.drawing_view import SCALE, DrawingView
from kneedesk.ui.widgets.passage_list import Statement, let_go_of_focus

_SIDE = 10
_STRIP = 6
_APART = 4


class GapStatement(Statement):
    """A statement that nobody has a trustworthy answer, with a hatched strip at its edge."""

    def __init__(self, line: Line, colour: ColourOf, parent: QWidget | None = None) -> None:
        super().__init__(line, marked=False, parent=parent)
        self._colour = colour
        self.setContentsMargins(_SIDE + _STRIP + 4, 3, _SIDE, 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the strip, which the ground of the focus would cover."""
        super().paintEvent(event)
        painter = QPainter(self)
        strip = Rectangle(_SIDE / SCALE, 4 / SCALE, _STRIP / SCALE, (self.height() - 8) / SCALE, hatched=True)
        paint(painter, (strip,), self._colour, self.font(), SCALE)
        painter.end()


class BarView(DrawingView):
    """A bar as wide as its column."""

    def __init__(self, bar: Bar, colour: ColourOf, parent: QWidget | None = None) -> None:
        super().__init__(bar_drawing(bar, 100), colour, parent)
        self._bar = bar

    def heightForWidth(self, width: int) -> int:
        """Return the height of any bar."""
        return round(HEIGHT * self.scale)

    def fit(self, width: int) -> None:
        """Draw the bar again at another width."""
        if width != self.width():
            self.show_drawing(bar_drawing(self._bar, width / self.scale))


class ComparisonAnswer(QWidget):
    """The parts of an answer under one another; it is measured by the grid that it lies in."""

    explained = Signal(object)
    key_pressed = Signal(object, object)
    entered = Signal()
    """The focus came to one of the statements."""

    def __init__(self, name: str, answer: Answer, colour: ColourOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._colour = colour
        self._answer: Answer = ()
        self._parts: list[Statement | BarView] = []
        self.show_answer(answer)

    @property
    def statements(self) -> list[Statement]:
        """Return what the focus can come to, from top to bottom."""
        return [each for each in self._parts if isinstance(each, Statement)]

    def show_answer(self, answer: Answer) -> None:
        """Show another answer in the place of this one; its parts are kept where they are of the same kinds."""
        if answer == self._answer:
            return
        alike = [_kind(each) for each in answer] == [_kind(each) for each in self._answer]
        self._answer = answer
        if alike and not any(isinstance(each, Bar) for each in answer):
            for statement, line in zip(self.statements, _lines(answer), strict=True):
                statement.show_line(line)
            return
        let_go_of_focus(self)
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = [self._part(each) for each in answer]
        for part in self._parts:
            part.show()

    def _part(self, part: Line | Gap | Bar) -> Statement | BarView:
        if isinstance(part, Bar):
            return BarView(part, self._colour, self)
        statement = (
            GapStatement(part.line, self._colour, self)
            if isinstance(part, Gap)
            else Statement(part, marked=False, parent=self)
        )
        if _kind(part) == "head":
            statement.setProperty("tone", "strong")
        statement.ensurePolished()  # or it would be measured in another type
        statement.explained.connect(self.explained)
        statement.key_pressed.connect(self.key_pressed)
        statement.installEventFilter(self)
        return statement

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Tell that the focus came to a statement."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return False

    def height_at(self, width: int) -> int:
        """Return the height of all parts under one another at a width."""
        return sum(_APART + each.heightForWidth(width) for each in self._parts)

    def place(self, place: QRect) -> None:
        """Put the parts under one another."""
        self.setGeometry(place)
        top = 0
        for part in self._parts:
            height = part.heightForWidth(place.width())
            if isinstance(part, BarView):
                part.fit(place.width() - 2 * _SIDE)
                part.move(_SIDE, top + _APART)
            else:
                part.setGeometry(0, top + _APART, place.width(), height)
            top += _APART + height


def _kind(part: Line | Gap | Bar) -> str:
    """Return how a part looks: a statement whose first words are strong heads those below it."""
    if isinstance(part, Bar):
        return "bar"
    if isinstance(part, Gap):
        return "gap"
    return "head" if part[0].strong else "statement"


def _lines(answer: Answer) -> Iterator[Line]:
    for part in answer:
        if isinstance(part, Gap):
            yield part.line
        elif not isinstance(part, Bar):
            yield part
