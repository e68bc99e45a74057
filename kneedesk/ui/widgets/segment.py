"""A row of buttons of which one is chosen: real checkable buttons, drawn as one control that wraps when narrow."""

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from kneedesk.ui.theme import scaled

_RADIUS = 8.0
_HEIGHT = 40
_SIDE = 12
_GRADE_LINE = 24
_WIDEST = 190  # a segment of few; yes and no need not fill the page
_FEW = 3
_TALLEST = 100_000
_GRADE = re.compile(r"(\d+) [(（](.+)[)）]")
_NEXT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Segment(QAbstractButton):
    """One choice of a row; a grade stands large above its words."""

    def __init__(self, value: Any, words: str, parent: "SegmentRow") -> None:
        super().__init__(parent)
        self.value = value
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # says *radio button* to a screen reader; the row may still choose nothing
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        grade = _GRADE.fullmatch(words)
        self._grade, self._words = (grade[1], grade[2]) if grade else ("", words)
        self._widths: tuple[int, int] | None = None
        self._heights: dict[int, int] = {}

    def widest(self) -> int:
        """Return the width on one line."""
        return self._measure()[0]

    def narrowest(self) -> int:
        """Return the width below which a word would be cut."""
        return self._measure()[1]

    def height_at(self, width: int) -> int:
        """Return the height at a width, with the words on as many lines as they need."""
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def _height(self, width: int) -> int:
        above, least = scaled(_GRADE_LINE) if self._grade else 0, scaled(_HEIGHT)
        if self.widest() <= width:
            return max(least, self.fontMetrics().height() + above + 14)
        room = QRect(0, 0, width - 2 * _SIDE + 8, _TALLEST)
        lines = QFontMetrics(self._font(strong=True)).boundingRect(room, Qt.TextFlag.TextWordWrap, self._words)
        return max(least, lines.height() + above + 14)

    def _measure(self) -> tuple[int, int]:
        """Return the widths on one line and with a line a word, measured in bold: choosing must not move anything."""
        if self._widths is None:
            metrics = QFontMetrics(self._font(strong=True))
            words = max(metrics.horizontalAdvance(word) for word in self._words.split() or [""])
            side = _SIDE if not self._words.isdigit() else _SIDE // 2
            self._widths = metrics.horizontalAdvance(self._words) + 2 * _SIDE, words + 2 * side - 8
        return self._widths

    def forget_measures(self) -> None:
        """Measure again: the type is another one."""
        self._widths = None
        self._heights.clear()

    def _font(self, *, strong: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
        if self._grade:
            font.setPixelSize(scaled(12))
        return font

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        return QSize(self.widest(), self.height_at(self.widest()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the choice, its words, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: SegmentRow = self.parentWidget()  # type: ignore[assignment]
        palette = self.palette()
        outline = row.outline().translated(-QPoint(self.x(), self.y()))
        cell = QPainterPath()
        cell.addRect(QRectF(self.rect()))
        shape = outline.intersected(cell)
        if self.isChecked():
            painter.fillPath(shape, palette.color(QPalette.ColorRole.Accent))
        elif self.underMouse() and self.isEnabled():
            painter.fillPath(shape, palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Midlight), 1))
        if self.x() > 0:
            painter.drawLine(0, 1, 0, self.height() - 2)
        if self.y() > 0:
            painter.drawLine(1, 0, self.width() - 2, 0)
        painter.strokePath(outline, row.border())
        if self.hasFocus():
            role = QPalette.ColorRole.BrightText if self.isChecked() else QPalette.ColorRole.Shadow
            painter.setPen(QPen(palette.color(role), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 5, 5)
        ink = QPalette.ColorRole.Dark if row.left_alone() else QPalette.ColorRole.Text
        painter.setPen(palette.color(QPalette.ColorRole.BrightText if self.isChecked() else ink))
        self._write(painter)
        painter.end()

    def _write(self, painter: QPainter) -> None:
        box = self.rect().adjusted(_SIDE - 4, 0, -_SIDE + 4, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        if self._grade:
            large = QFont(self.font())
            large.setPixelSize(scaled(17))
            large.setWeight(QFont.Weight.DemiBold)
            painter.setFont(large)
            painter.drawText(QRect(0, 7, self.width(), scaled(22)), Qt.AlignmentFlag.AlignCenter, self._grade)
            box.setTop(scaled(21) + 7)
            box.setBottom(self.height() - 6)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setFont(self._font(strong=self.isChecked()))
        painter.drawText(box, int(flags), self._words)

    def nextCheckState(self) -> None:
        """Leave the state to the row: a choice that is pressed again is taken back."""
        row: SegmentRow = self.parentWidget()  # type: ignore[assignment]
        row.press(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the row decide; what it does not know goes on to the page."""
        row: SegmentRow = self.parentWidget()  # type: ignore[assignment]
        if not row.take_key(self, event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Press by key on the way down only."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the one stop of Tab in the row."""
        row: SegmentRow = self.parentWidget()  # type: ignore[assignment]
        row.stop_at(self)
        row.moved.emit(True)
        self.update()
        row.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the row that the focus went."""
        row: SegmentRow = self.parentWidget()  # type: ignore[assignment]
        row.moved.emit(False)
        self.update()
        row.update()


class SegmentRow(QWidget):
    """Choices side by side, at most one of them chosen."""

    chosen = Signal(object)
    """The value that was chosen, or None where the choice was taken back."""
    left_out = Signal()
    """N was pressed: not assessed."""
    moved = Signal(bool)
    """Whether the focus came or went."""

    def __init__(
        self,
        path: str,
        name: str,
        options: Sequence[tuple[Any, str]],
        *,
        required: bool = False,
        columns: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._required = required
        self._most_columns = columns or len(options)
        self._typed = ""
        self._height = 0
        self._loose = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.group = QButtonGroup(self)
        self.group.setExclusive(False)
        self.group.buttonToggled.connect(self._toggle)  # a screen reader toggles without a click
        self.segments: list[Segment] = []
        for value, words in options:
            segment = Segment(value, words, self)
            segment.setObjectName(f"{path}={str(value).lower()}")
            segment.setAccessibleName(f"{name}: {words}")
            self.group.addButton(segment)
            self.segments.append(segment)
        self._limit()
        self.stop_at(self.segments[0])

    # What is chosen

    def value(self) -> Any:
        """Return the chosen value, or None."""
        return next((segment.value for segment in self.segments if segment.isChecked()), None)

    def choose(self, value: Any) -> None:
        """Show a value as chosen, or none; announce nothing."""
        blocked = self.group.blockSignals(True)
        for segment in self.segments:
            same = segment.value == value and type(segment.value) is type(value)
            segment.setChecked(same)
            if same:
                self.stop_at(segment)
        self.group.blockSignals(blocked)
        self.update()

    def _toggle(self, segment: Segment, checked: bool) -> None:
        value = segment.value if checked or self._required else None
        self.choose(value)
        self.chosen.emit(value)

    def show_left_out(self, left_out: bool) -> None:
        """Draw the border of a question that was left."""
        if left_out != self._loose:
            self._loose = left_out
            self.update()

    def left_alone(self) -> bool:
        """Tell whether the question was left."""
        return self._loose

    def press(self, segment: Segment) -> None:
        """Choose a segment, or take the choice back where it is chosen already."""
        if segment.isChecked() and self._required:
            return
        value = None if segment.isChecked() else segment.value
        self.choose(value)
        self.stop_at(segment)
        self.chosen.emit(value)

    def take_key(self, segment: Segment, event: QKeyEvent) -> bool:
        """Act on a key; tell whether it meant anything here."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        if key in _NEXT:
            place = (self.segments.index(segment) + _NEXT[key]) % len(self.segments)
            self.segments[place].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not (segment.isChecked() and key != Qt.Key.Key_Space):
                self.press(segment)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            if not self._required:
                self.choose(None)
                self.chosen.emit(None)
        elif key == Qt.Key.Key_N:
            self.left_out.emit()
        else:
            return self._take_digit(event.text())
        return True

    def _take_digit(self, text: str) -> bool:
        if not (len(text) == 1 and text.isdigit() and text.isascii()):
            return False
        numbers = {str(segment.value): segment for segment in self.segments if type(segment.value) is int}
        for typed in (self._typed + text, text):
            if typed in numbers:
                segment = numbers[typed]
                segment.setFocus(Qt.FocusReason.OtherFocusReason)
                if not segment.isChecked():
                    self.press(segment)
                self._typed = typed
                return True
        return False

    def stop_at(self, segment: Segment) -> None:
        """Make one segment the stop of Tab; arrows reach the others."""
        self._typed = ""
        for each in self.segments:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is segment else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(segment)

    # How it lies

    def _lay_out(self, width: int) -> tuple[list[QRect], int]:
        """Return the cells at a width and the height of all: one line if the words fit, else as many as they need."""
        count = len(self.segments)
        narrowest = [segment.narrowest() for segment in self.segments]
        for rows in range(1, count + 1):
            columns = -(-count // rows)
            fits = max(narrowest) * columns <= width and columns <= self._most_columns
            if fits or columns == 1:
                break
        cells: list[QRect] = []
        top = 0
        rows = -(-count // columns)
        base, extra = divmod(count, rows)
        start = 0
        for row in range(rows):
            size = base + (1 if row < extra else 0)
            edges = [round(width * place / size) for place in range(size + 1)]
            members = self.segments[start : start + size]
            height = max(segment.height_at(edges[place + 1] - edges[place]) for place, segment in enumerate(members))
            cells += [QRect(edges[p], top, edges[p + 1] - edges[p], height) for p in range(size)]
            top += height
            start += size
        return cells, top

    def sizeHint(self) -> QSize:
        """Return the size with all words on one line."""
        width = max(segment.widest() for segment in self.segments) * len(self.segments)
        return QSize(min(width, scaled(_WIDEST) * len(self.segments)), max(self._height, scaled(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Return the size below which a word would be cut; the height follows from the width that is given."""
        return QSize(max(segment.narrowest() for segment in self.segments), max(self._height, scaled(_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the segments out again, and ask for the height that they need."""
        self._arrange()

    def _arrange(self) -> None:
        cells, height = self._lay_out(self.width())
        for segment, cell in zip(self.segments, cells, strict=True):
            segment.setGeometry(cell)
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        if event.type() == QEvent.Type.FontChange:
            for segment in self.segments:
                segment.forget_measures()
            self._limit()
            self._arrange()
        super().changeEvent(event)

    def _limit(self) -> None:
        if len(self.segments) <= _FEW:
            self.setMaximumWidth(scaled(_WIDEST) * len(self.segments))

    def outline(self) -> QPainterPath:
        """Return the rounded outline of the whole row."""
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        return path

    def border(self) -> QPen:
        """Return the pen of the outline: broken where the question was left, strong while the focus is here."""
        if any(segment.hasFocus() for segment in self.segments):
            return QPen(self.palette().color(QPalette.ColorRole.Shadow), 2)
        pen = QPen(self.palette().color(QPalette.ColorRole.Mid), 1)
        if self._loose:
            pen.setDashPattern([4, 3])
        return pen

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground; the segments draw on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self.outline(), self.palette().color(QPalette.ColorRole.Base))
        painter.end()
