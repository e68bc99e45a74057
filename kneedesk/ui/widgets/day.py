"""Type a day, or take it from a small calendar; the month is shown as a word."""

from datetime import date
from typing import Any, Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kneedesk.language import Language
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.buttons import IconOnlyButton
from kneedesk.ui.widgets.calendar import Calendar
from kneedesk.ui.widgets.field import Field, Line
from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.reading import Misread, read_day
from kneedesk.ui.widgets.segment import SegmentRow

_LONGEST: Final = date(2026, 9, 30)
"""A day in the month with the longest name."""
_WIDEST: Final = 236
_SIDES: Final = 34
"""What a line keeps free beside its text."""


class DayEdit(QWidget):
    """A line for a day with a button for the calendar; used in fields and in rows."""

    entered = Signal(object)
    """A day, or None where the line was emptied."""
    faulted = Signal(object)
    """Why what was typed is no day; None where it stands as it was again."""

    def __init__(self, path: str, name: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._written = ""
        self._day: date | None = None
        self.around: date | None = None
        self.line = Line(letters=False)
        self.line.setObjectName(path)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(language.say("e.g. 18 Nov 2026"))
        self.line.editingFinished.connect(self.commit)
        self.button = IconOnlyButton("calendar", language.say("Calendar for {name}").format(name=name))
        self.button.setObjectName(f"{path}.calendar")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down in the line does the same
        self.button.clicked.connect(self.open_calendar)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.button.setParent(self.line)
        self._limit()

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """Open the calendar by key, as a list is opened."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt_down or event.key() == Qt.Key.Key_F4:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end of the line."""
        self.button.move(self.line.width() - self.button.width() - 4, (self.line.height() - self.button.height()) // 2)

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that another size of text asks for."""
        if event.type() == QEvent.Type.FontChange:
            self._limit()
        super().changeEvent(event)

    def _limit(self) -> None:
        self.line.setTextMargins(0, 0, scaled(24), 0)
        self.setMinimumWidth(scaled(180))
        self.setMaximumWidth(scaled(_WIDEST))

    def sizeHint(self) -> QSize:
        """Return room for the longest day."""
        longest = self.line.fontMetrics().horizontalAdvance(self._language.day(_LONGEST))
        return QSize(min(longest + scaled(24) + _SIDES, scaled(_WIDEST)), super().sizeHint().height())

    def day(self) -> date | None:
        """Return the day that is shown."""
        return self._day

    def write(self, day: date | None) -> None:
        """Show a day; announce nothing."""
        self._day = day
        self._written = "" if day is None else self._language.day(day)
        self.line.write(self._written)

    def commit(self) -> None:
        """Take what was typed, or say why not."""
        text = self.line.text().strip()
        if text == self._written:
            if self.line.isModified():
                self.line.setModified(False)
                self.faulted.emit(None)
            return
        try:
            day = read_day(text, self._language) if text else None
        except Misread as misread:
            self.faulted.emit(str(misread))
            return
        self._take(day)

    def _take(self, day: date | None) -> None:
        self.write(day)
        self.entered.emit(day)

    def open_calendar(self) -> None:
        """Open the calendar at the day that is shown, else at the day of the consultation."""
        calendar = Calendar(self._day or self.around, self._language, self)
        calendar.picked.connect(self._take)
        calendar.open_below(self.mapToGlobal(QPoint(0, self.height() + 4)))


class DateField(Field):
    """A day, typed or taken from the calendar."""

    def __init__(
        self, path: str, name: str, language: Language, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self.edit = DayEdit(path, name, language)
        self.own(self.edit.line)
        self.edit.entered.connect(self.settle)
        self.edit.faulted.connect(self.show_fault)
        self.edit.line.left_out.connect(self.toggle_assessed)
        self.edit.line.moved.connect(self.focus_moved)
        self.place.addWidget(self.edit, 0)

    def commit(self) -> None:
        """Take what was typed."""
        self.edit.commit()

    def look_around(self, day: date) -> None:
        """Open the calendar at this day where none is recorded."""
        self.edit.around = day

    def _show(self, value: Any) -> None:
        self.edit.write(value)

    def _mark_fault(self, faulty: bool) -> None:
        self.edit.line.mark_fault(faulty)


class PlannedReplacementField(Field):
    """A planned operation: asked and none, or its day."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        *,
        none: str,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self.row = SegmentRow(path, name, ((False, none),))
        self.row.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.edit = DayEdit(path, language.say("{name}: day").format(name=name), language)
        self.row.chosen.connect(self._choose)
        self.row.left_out.connect(self.toggle_assessed)
        self.row.moved.connect(self.focus_moved)
        self.edit.entered.connect(self._enter)
        self.edit.faulted.connect(self.show_fault)
        self.edit.line.left_out.connect(self.toggle_assessed)
        self.edit.line.moved.connect(self.focus_moved)
        self.label.setBuddy(self.row)
        self.setFocusProxy(self.row)
        line = FlowLayout(spacing=10)
        line.addWidget(self.row)
        line.addWidget(self.edit)
        self.place.addLayout(line)

    def commit(self) -> None:
        """Take what was typed."""
        self.edit.commit()

    def look_around(self, day: date) -> None:
        """Open the calendar at this day where none is recorded."""
        self.edit.around = day

    def _choose(self, value: Any) -> None:
        self.edit.write(None)
        self.settle(value)

    def _enter(self, day: date | None) -> None:
        self.row.choose(None)
        self.settle(day)

    def _show(self, value: Any) -> None:
        self.row.choose(value if value is False else None)
        self.edit.write(value if isinstance(value, date) else None)

    def _mark_fault(self, faulty: bool) -> None:
        self.edit.line.mark_fault(faulty)
