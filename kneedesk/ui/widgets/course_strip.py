"""A course from day 0 to 12 months as a strip: five periods side by side, and what is said of the chosen one."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.timeline import Period
from kneedesk.language import Language
from kneedesk.presentation.aftercare import Stretch, period_names, strip_of
from kneedesk.presentation.content import Cell
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.passage_list import Roving, Statement
from kneedesk.ui.widgets.pressable import show_each
from kneedesk.ui.widgets.segment import Segment, SegmentRow
from kneedesk.ui.widgets.words import Words

_PARTS = 5
_LEFT = 2  # so many stand at the left: what to expect, and what to do


class CourseStrip(Card):
    """The arrows go through the periods, and what each holds is shown as the focus comes to it."""

    explained = Signal(object)

    def __init__(self, library: Library, language: Language, parent: QWidget | None = None) -> None:
        title = language.say("From day 0 to 12 months")
        super().__init__(title, parent=parent)
        self._library, self._language = library, language
        self._shown: object = None
        self._strip: dict[Period, Stretch] = {}
        self.periods = SegmentRow("timeline", title, period_names(language), required=True)
        self.periods.chosen.connect(self._show_period)
        self.periods.moved.connect(self._follow)
        self._days = Words(level="3")
        self._parts = [_Part() for _ in range(_PARTS)]
        self._roving = Roving()
        columns = QHBoxLayout()
        columns.setSpacing(16)
        for parts in (self._parts[:_LEFT], self._parts[_LEFT:]):
            column = QVBoxLayout()
            column.setSpacing(12)
            for part in parts:
                part.added.connect(self._lead)
                column.addWidget(part)
            column.addStretch(1)
            columns.addLayout(column, 1)
        for row in (self.periods, self._days):
            self.body.addWidget(row)
        self.body.addLayout(columns)

    def show_course(self, treatment: Treatment | None, start: date | None) -> None:
        """Show a course from its first day, where that is known; without a course there is nothing to show."""
        self.setVisible(treatment is not None)
        if treatment is None or self._shown == (treatment, start):
            return
        self._shown = (treatment, start)
        strip = strip_of(treatment, start, self._library, self._language)
        self._strip = {stretch.period: stretch for stretch in strip}
        chosen = self.periods.value() or strip[0].period
        self.periods.choose(chosen)
        self._show_period(chosen)

    def _follow(self, inside: bool) -> None:
        """Show the period that the focus comes to: nothing is recorded, so nothing need be confirmed."""
        focused = self.periods.focusWidget()
        if inside and self._strip and isinstance(focused, Segment) and not focused.isChecked():
            self.periods.press(focused)

    def _show_period(self, period: Period) -> None:
        stretch = self._strip[period]
        self._days.say(" \N{MIDDLE DOT} ".join(part for part in (stretch.name, stretch.days) if part))
        told = dict(stretch.parts)
        for part, (name, lines) in zip(self._parts, told.items(), strict=False):
            part.show_lines(name, lines)
        for part in self._parts[len(told) :]:
            part.hide()
        # One stop of Tab for all of it: the arrows lead from what to expect on to what to do.
        self._roving.hold([[part.shown for part in self._parts[: len(told)]]])

    def _lead(self, statement: Statement) -> None:
        statement.explained.connect(self.explained)
        statement.key_pressed.connect(self._roving.lead)


class _Part(QWidget):
    """One heading, such as *do not*, over its statements, which are made once and used again."""

    added = Signal(object)
    """A statement that is new."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Words(level="3")
        self._statements: list[Statement] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._name)

    @property
    def shown(self) -> list[QWidget]:
        """Return the statements that are said now."""
        return [each for each in self._statements if not each.isHidden()]

    def show_lines(self, name: str, lines: Cell) -> None:
        """Say these statements under this heading."""
        self._name.say(name)
        show_each(self._statements, lines, self._add, Statement.show_line)
        self.show()

    def _add(self) -> Statement:
        statement = Statement(())
        self._column.addWidget(statement)
        self.added.emit(statement)
        return statement
