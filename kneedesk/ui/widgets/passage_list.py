"""Statements under one another: reached by the keyboard or pressed, each says what it rests on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from kneedesk.presentation.content import Cell, Line, basis_of, text_of
from kneedesk.ui.widgets.glossed import Glossed

_RADIUS = 6.0
INDENT = 10
"""Where the words of a statement begin, in pixels from its edge: the ring of the focus needs the room."""
_MARK = 12
_TALLEST = 100_000
# Back in the window or from a menu, nobody asked for anything to be explained.
_QUIET = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MouseFocusReason)


class Statement(QLabel):
    """One sentence or a few with one basis: a real label that can be focused and pressed."""

    explained = Signal(object)
    """The statement as a line, which holds what it rests on."""
    pressed = Signal(object)
    """The ids of its facts and sources, when it is clicked or a key asks for more: not when the focus only passes."""
    key_pressed = Signal(object, object)
    """The statement and the key, for whoever leads from one statement to the next."""

    def __init__(self, line: Line, *, marked: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: Line = ()
        self.basis: tuple[str, ...] = ()
        self._marked = marked
        self._heights: dict[int, int] = {}
        self.glossed = Glossed(self)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setContentsMargins(INDENT + (_MARK if marked else 0), 3, INDENT, 3)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_line(line)

    def show_line(self, line: Line) -> None:
        """Say another statement in the place of this one."""
        self.line, self.basis = line, basis_of(line)
        text = text_of(line)
        if text != self.text():
            self._heights.clear()
            self.setText(text)

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width; layouts ask again and again, and a hundred statements are a page."""
        if width not in self._heights:
            edges = self.contentsMargins()
            room = QRect(0, 0, max(1, width - edges.left() - edges.right()), _TALLEST)
            lines = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
            self._heights[width] = lines.height() + edges.top() + edges.bottom()
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another type."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Explain the statement that the keyboard reaches."""
        self.glossed.search()  # a screen reader asks for it now, and it may never have been drawn
        super().focusInEvent(event)
        self.update()
        if event.reason() not in _QUIET:
            self._explain()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Explain the statement that is pressed."""
        super().mousePressEvent(event)
        self._press()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Explain on Space and Enter; arrows lead to the next statement."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press()
            return
        self.key_pressed.emit(self, event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the pointer, the mark before the text, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Shadow), 2))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self._marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Mid))
            middle = 3 + self.fontMetrics().lineSpacing() / 2
            painter.drawEllipse(QRectF(INDENT, middle - 2, 4, 4))
        painter.end()
        super().paintEvent(event)
        self.glossed.paint()

    def _press(self) -> None:
        self._explain()
        if self.basis:
            self.pressed.emit(self.basis)

    def _explain(self) -> None:
        if self.basis:
            self.explained.emit(self.line)


class Roving:
    """One stop of Tab among statements or buttons; arrows lead through rows and columns, Home and End to the ends."""

    def __init__(self) -> None:
        self._columns: list[list[list[QWidget]]] = []
        self._stop: QWidget | None = None

    def hold(self, columns: Sequence[Sequence[Sequence[QWidget]]]) -> None:
        """Lead through these statements: columns of cells of statements; a single list is one column of one cell."""
        self._columns = [[list(cell) for cell in column] for column in columns]
        statements = self._all()
        stop = next((each for each in statements if each is self._stop), next(iter(statements), None))
        for statement in statements:
            statement.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if stop is None:
            self._stop = None  # what was led through is about to go
        else:
            self._stop_at(stop)

    def lead(self, statement: QWidget, event: QKeyEvent) -> None:
        """Move the focus where a key says, and leave the key alone where it says nothing."""
        following = self._following(statement, Qt.Key(event.key()))
        event.setAccepted(following is not None)
        if following is None:
            return
        self._stop_at(following)
        following.setFocus(Qt.FocusReason.OtherFocusReason)
        _bring_in_sight(following)

    def _stop_at(self, statement: QWidget) -> None:
        if self._stop is not None and self._stop is not statement:
            self._stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stop = statement
        statement.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _following(self, statement: QWidget, key: Qt.Key) -> QWidget | None:
        column, row, place = self._place(statement)
        down = [each for cell in self._columns[column] for each in cell]
        index = down.index(statement)
        match key:
            case Qt.Key.Key_Down:
                return down[min(index + 1, len(down) - 1)]
            case Qt.Key.Key_Up:
                return down[max(index - 1, 0)]
            case Qt.Key.Key_Home:
                return down[0]
            case Qt.Key.Key_End:
                return down[-1]
            case Qt.Key.Key_Left | Qt.Key.Key_Right if len(self._columns) > 1:
                beside = column + (1 if key == Qt.Key.Key_Right else -1)
                cell = self._columns[min(max(beside, 0), len(self._columns) - 1)][row]
                return cell[min(place, len(cell) - 1)] if cell else statement
            case _:
                return None

    def _place(self, statement: QWidget) -> tuple[int, int, int]:
        return next(
            (column, row, cell.index(statement))
            for column, cells in enumerate(self._columns)
            for row, cell in enumerate(cells)
            if statement in cell
        )

    def _all(self) -> list[QWidget]:
        return [each for column in self._columns for cell in column for each in cell]


def let_go_of_focus(page: QWidget) -> None:
    """Take the focus from what is about to go, or it would go to whatever comes next, which would then be explained."""
    focused = page.focusWidget()
    if focused is not None:
        focused.clearFocus()


def _bring_in_sight(widget: QWidget) -> None:
    """Scroll to what an arrow reached; an area does so by itself only for Tab."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget, 0, 24)
            return
        area = area.parentWidget()


class PassageList(QWidget):
    """Statements as one list, and one stop of Tab."""

    explained = Signal(object)
    pressed = Signal(object)

    def __init__(self, lines: Cell = (), *, marked: bool = True, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.statements: list[Statement] = []
        self._marked, self._tone = marked, tone
        self._roving = Roving()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.show_lines(lines)

    def show_lines(self, lines: Cell) -> None:
        """Say these statements, in the places of those that were said before."""
        while len(self.statements) > len(lines):
            statement = self.statements.pop()
            statement.hide()
            statement.deleteLater()
        for statement, line in zip(self.statements, lines, strict=False):
            statement.show_line(line)
        for line in lines[len(self.statements) :]:
            statement = Statement(line, marked=self._marked)
            if self._tone:
                statement.setProperty("tone", self._tone)
            statement.explained.connect(self.explained)
            statement.pressed.connect(self.pressed)
            statement.key_pressed.connect(self._roving.lead)
            self._column.addWidget(statement)
            statement.show()
            self.statements.append(statement)
        self._roving.hold([[self.statements]])
