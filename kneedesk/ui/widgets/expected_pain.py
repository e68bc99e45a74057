"""The pain that the patient expects at 3, 6 and 12 months, asked before any evidence is shown."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.preferences import Answer, Asked, ExpectedPain
from kneedesk.language import Language
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.many import Tick
from kneedesk.ui.widgets.segment import SegmentRow
from kneedesk.ui.widgets.text import plain_label

PATH = "preferences.expected_pain"
ASKED = "preferences.expected_pain_asked"
MONTHS = (3, 6, 12)
_SILENT = {Answer.NOT_ASKED: "Not asked", Answer.RATHER_NOT_SAY: "Rather not say"}


def expected_or_why_not(consultation: Consultation) -> Any:
    """Return what is recorded: the scores, why there are none, or nothing while the question is open.

    Older files say *rather not say* by an empty list, and *not asked* by a mark among what was not assessed.
    """
    expected, asked = consultation.preferences.expected_pain, consultation.preferences.expected_pain_asked
    if expected:
        return expected
    if asked is not None:
        return asked.answer
    if PATH in (consultation.not_assessed or ()):
        return Answer.NOT_ASKED
    return None if expected is None else Answer.RATHER_NOT_SAY


def changes_for(value: Any, at: datetime, consultation: Consultation) -> Mapping[str, Any]:
    """Return what to record for an answer, with the instant at which it was given."""
    silent = isinstance(value, Answer)
    answer = value if silent else Answer.ANSWERED
    changes: dict[str, Any] = {
        PATH: None if silent else value,
        ASKED: None if value is None else Asked(at=at, answer=answer),
    }
    left = consultation.not_assessed or ()
    if PATH in left:
        changes["not_assessed"] = tuple(each for each in left if each != PATH) or None
    return changes


class ExpectedPainField(Field):
    """Three rows from 0 to 10, *not asked* and *rather not say*; what a file holds besides is kept.

    A value is a list of scores, an :class:`Answer` where there are none, or nothing.
    """

    def __init__(
        self, path: str, name: str, language: Language, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self._entries: tuple[ExpectedPain, ...] = ()
        self.mark.withhold()  # *not asked* says it
        self.rows: dict[int, SegmentRow] = {}
        self.silent: dict[Answer, Tick] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, months in enumerate(MONTHS):
            words = language.say("In {months} months").format(months=months)
            label = plain_label(words)
            label.setBuddy(self._add_row(months, words))
            grid.addWidget(label, line, 0)
            grid.addWidget(self.rows[months], line, 1)
        self.besides = plain_label()
        self.besides.setProperty("tone", "note")
        self.besides.setWordWrap(True)
        self.besides.hide()
        self.label.setBuddy(self.rows[3])
        self.setFocusProxy(self.rows[3])
        self.place.addLayout(grid)
        self.place.addWidget(self.besides)
        self.place.addWidget(self._without())

    def _add_row(self, months: int, words: str) -> SegmentRow:
        options = tuple((score, str(score)) for score in range(11))
        row = SegmentRow(f"{self.path}.{months}", f"{self.name}, {words}", options)
        row.setObjectName(f"{self.path}.{months}")
        row.chosen.connect(lambda score: self._choose(months, score))
        row.left_out.connect(lambda: self._toggle(Answer.NOT_ASKED))
        row.moved.connect(self.focus_moved)
        self.rows[months] = row
        return row

    def _without(self) -> QWidget:
        """Return the boxes for why there is no score: one stop of Tab, and arrows between them."""
        holder = QWidget()
        holder.setAccessibleName(self.name)
        flow = FlowLayout(holder)
        for answer, words in _SILENT.items():
            tick = Tick(answer, self.language.say(words))
            tick.setObjectName(f"{self.path}={answer}")
            tick.setAccessibleName(f"{self.name}: {tick.text()}")
            tick.toggled.connect(lambda checked, answer=answer: self._say(answer if checked else None))
            tick.moved.connect(self.focus_moved)
            tick.keyed.connect(self._take_key)
            flow.addWidget(tick)
            self.silent[answer] = tick
        self._stop_at(self.silent[Answer.NOT_ASKED])
        return holder

    def _choose(self, months: int, score: int | None) -> None:
        others = tuple(entry for entry in self._entries if entry.months != months)
        added = () if score is None else (ExpectedPain(months=months, score=float(score)),)
        self._say(tuple(sorted((*others, *added), key=lambda entry: entry.months)) or None)

    def _toggle(self, answer: Answer) -> None:
        self._say(None if self.silent[answer].isChecked() else answer)

    def _say(self, value: Any) -> None:
        self._show(value)
        self.settle(value)

    def _take_key(self, event: QKeyEvent) -> None:
        ticks = list(self.silent.values())
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() in step:
            here = next((place for place, tick in enumerate(ticks) if tick.hasFocus()), 0)
            following = ticks[(here + step[Qt.Key(event.key())]) % len(ticks)]
            self._stop_at(following)
            following.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.text().lower() == "n":
            self._toggle(Answer.NOT_ASKED)
        else:
            return
        event.accept()

    def _stop_at(self, tick: Tick) -> None:
        for each in self.silent.values():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is tick else Qt.FocusPolicy.ClickFocus)

    def _show(self, value: Any) -> None:
        silent = value if isinstance(value, Answer) else None
        self._entries = () if silent else value or ()
        for answer, tick in self.silent.items():
            tick.show_checked(answer is silent)
        if silent:
            self._stop_at(self.silent[silent])
        others = list(self._without_row())
        self.besides.setText("; ".join(self._words(entry) for entry in others))
        self.besides.setVisible(bool(others))

    def _without_row(self) -> Iterator[ExpectedPain]:
        """Show the scores that have a place in the rows, and yield those that have none."""
        left = list(self._entries)
        for months, row in self.rows.items():
            shown = next((each for each in left if each.months == months and float(each.score).is_integer()), None)
            row.choose(None if shown is None else int(shown.score))
            left = [each for each in left if each is not shown]
        yield from left

    def _words(self, entry: ExpectedPain) -> str:
        return self.language.say("{score} in {months} months").format(
            score=self.language.number(entry.score), months=entry.months
        )
