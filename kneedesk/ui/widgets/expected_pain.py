"""The pain that the patient expects at 3, 6 and 12 months, asked before any evidence is shown."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from kneedesk.domain.preferences import ExpectedPain
from kneedesk.language import Language
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.many import Tick
from kneedesk.ui.widgets.segment import SegmentRow
from kneedesk.ui.widgets.text import plain_label

MONTHS = (3, 6, 12)


class ExpectedPainField(Field):
    """Three rows from 0 to 10, and *rather not say*; what a file holds besides is kept."""

    def __init__(
        self, path: str, name: str, language: Language, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self._entries: tuple[ExpectedPain, ...] = ()
        self.rows: dict[int, SegmentRow] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, months in enumerate(MONTHS):
            words = language.say("In {months} months").format(months=months)
            options = tuple((score, str(score)) for score in range(11))
            row = SegmentRow(f"{path}.{months}", f"{name}, {words}", options)
            row.setObjectName(f"{path}.{months}")
            row.chosen.connect(lambda score, months=months: self._choose(months, score))
            row.left_out.connect(self.toggle_assessed)
            row.moved.connect(self.focus_moved)
            label = plain_label(words)
            label.setBuddy(row)
            grid.addWidget(label, line, 0)
            grid.addWidget(row, line, 1)
            self.rows[months] = row
        self.silent = Tick((), language.say("Rather not say"))
        self.silent.setObjectName(f"{path}=none")
        self.silent.setAccessibleName(f"{name}: {self.silent.text()}")
        self.silent.toggled.connect(self._press_silent)
        self.silent.moved.connect(self.focus_moved)
        self.silent.keyed.connect(self._take_key)
        self.besides = plain_label()
        self.besides.setProperty("tone", "note")
        self.besides.setWordWrap(True)
        self.besides.hide()
        self.label.setBuddy(self.rows[3])
        self.setFocusProxy(self.rows[3])
        self.place.addLayout(grid)
        self.place.addWidget(self.besides)
        self.place.addWidget(self.silent)

    def _choose(self, months: int, score: int | None) -> None:
        others = tuple(entry for entry in self._entries if entry.months != months)
        added = () if score is None else (ExpectedPain(months=months, score=float(score)),)
        self._entries = tuple(sorted((*others, *added), key=lambda entry: entry.months))
        value = self._entries or None
        self._show(value)
        self.settle(value)

    def _press_silent(self) -> None:
        value: tuple[ExpectedPain, ...] | None = () if self.silent.isChecked() else None
        self._show(value)
        self.settle(value)

    def _take_key(self, event: Any) -> None:
        if event.text().lower() == "n":
            self.toggle_assessed()
            event.accept()

    def _show(self, value: Any) -> None:
        self._entries = value or ()
        self.silent.show_checked(value == ())
        shown = set()
        for months, row in self.rows.items():
            entry = next((each for each in self._entries if each.months == months), None)
            whole = entry is not None and float(entry.score).is_integer()
            row.choose(int(entry.score) if entry is not None and whole else None)
            if whole:
                shown.add(id(entry))
        others = [entry for entry in self._entries if id(entry) not in shown]
        self.besides.setText("; ".join(self._words(entry) for entry in others))
        self.besides.setVisible(bool(others))

    def _words(self, entry: ExpectedPain) -> str:
        return self.language.say("{score} in {months} months").format(
            score=self.language.number(entry.score), months=entry.months
        )
