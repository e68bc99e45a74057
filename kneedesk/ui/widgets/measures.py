"""Scores that were measured elsewhere: the instrument, the score on its scale, and the day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError
from PySide6.QtWidgets import QWidget

from kneedesk.domain.measure import RANGES, Instrument, Measure
from kneedesk.language import Language
from kneedesk.ui.widgets.buttons import Picker
from kneedesk.ui.widgets.day import DayEdit
from kneedesk.ui.widgets.field import Line, unit_label
from kneedesk.ui.widgets.reading import Misread, read_number
from kneedesk.ui.widgets.rows import Row, RowsField, named
from kneedesk.ui.widgets.text import plain_label

Instruments = Sequence[tuple[Instrument, str]]


class MeasureRow(Row):
    """One score; it counts once its score, and where needed its scale, can be taken."""

    def __init__(self, path: str, name: str, language: Language, instruments: Instruments) -> None:
        super().__init__(path, name, language)
        self._words = dict(instruments)
        self._instrument: Instrument | None = None
        self._entry: Measure | None = None
        self._written: tuple[str, str] = ("", "")
        self.kind = plain_label()
        self.kind.setWordWrap(True)
        self.kind.setMinimumWidth(90)
        self.extra = Line(letters=True)
        self.extra.setMaxLength(200)
        self.score = Line(letters=False)
        self.score.setFixedWidth(64)
        self.range = unit_label("")
        self.range.setFixedWidth(44)
        self.day = DayEdit(f"{path}.date", name, language)
        self.day.line.setPlaceholderText(language.say("Date"))
        for line in (self.extra, self.score):
            line.editingFinished.connect(self.commit)
            line.moved.connect(self.moved)
        self.day.entered.connect(lambda _: self._take())
        self.day.faulted.connect(self.faulted)
        self.day.line.moved.connect(self.moved)
        self.put(self.kind, 1)
        self.put(self.extra, 1)
        self.put(self.score)
        self.put(self.range)
        self.put(self.day)

    def value(self) -> Measure | None:
        """Return the score with all that belongs to it, once it is complete."""
        return self._entry

    def begin(self, instrument: Instrument) -> None:
        """Set the instrument of a row that is new."""
        words = self._words[instrument]
        self._instrument = instrument
        self.kind.setText(words)
        self.setAccessibleName(words)
        say = self.language.say
        self.remove.setAccessibleName(say("Remove {entry}").format(entry=words))
        named(self.score, f"{self.path}.score", say("{entry}: score").format(entry=words))
        self.day.line.setAccessibleName(say("{entry}: date").format(entry=words))
        womac, activity = instrument is Instrument.WOMAC, instrument is Instrument.ACTIVITY
        part = "scale" if womac else "label"
        named(self.extra, f"{self.path}.{part}", say("{entry}: range of the version").format(entry=words))
        self.extra.setVisible(womac or activity)
        self.extra.setMinimumWidth(80 if womac else 120)
        self.extra.setMaximumWidth(96 if womac else 16777215)
        self.line.setStretchFactor(self.extra, 3 if activity else 1)
        if activity:
            self.extra.setAccessibleName(say("{entry}: the patient’s own words").format(entry=words))
        self.extra.setPlaceholderText(say("0-96") if womac else say("In the patient’s words"))
        if instrument in RANGES:
            self.range.setText(say("of {highest}").format(highest=RANGES[instrument][1]))

    def show_entry(self, entry: Any) -> None:
        """Show a score."""
        self.begin(entry.instrument)
        self._entry = entry
        text = (entry.scale if entry.instrument is Instrument.WOMAC else entry.label) or ""
        self.extra.write(text)
        self.score.write(self.language.number(entry.score))
        self._written = (self.extra.text(), self.score.text())
        self.day.write(entry.date)
        if entry.instrument is Instrument.WOMAC:
            self.range.setText(self.language.say("of {highest}").format(highest=entry.range[1]))

    def commit(self) -> None:
        """Take what was typed, if it is complete."""
        self.day.commit()
        if (self.extra.text(), self.score.text()) != self._written:
            self._take()

    def _take(self) -> None:
        if self._instrument is None or not self.score.text().strip():
            return
        try:
            entry = self._read()
        except Misread as misread:
            self.faulted.emit(str(misread))
            return
        self.show_entry(entry)
        self.changed.emit()

    def _read(self) -> Measure:
        kept: dict[str, Any] = dict(self._entry) if self._entry else {"instrument": self._instrument}
        text = self.extra.text().strip() or None
        part = "scale" if self._instrument is Instrument.WOMAC else "label"
        if self.extra.text() != self._written[0]:
            kept[part] = text
        if self._instrument is Instrument.WOMAC and not kept.get("scale"):
            raise Misread(self.language.say("A WOMAC score needs the range of its version, such as 0-96."))
        if self.score.text() != self._written[1]:
            kept["score"] = read_number(self.score.text(), self.language)
        try:
            return Measure.model_validate({**kept, "date": self.day.day()})
        except ValidationError:
            sentence = self.language.say("The score or its range cannot be taken: a score lies within its range.")
            raise Misread(sentence) from None


class MeasuresField(RowsField):
    """Scores; an instrument that is picked becomes a row, the day of the consultation in it."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        instruments: Instruments,
        *,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._instruments = instruments
        self._around: date | None = None
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self.mark.withhold()  # scores are there or not: no file can say that they were left

    def look_around(self, day: date) -> None:
        """Offer this day for a new score."""
        self._around = day

    def _make_adder(self) -> QWidget:
        empty = self.language.say("Add a score")
        picker = Picker(
            self.language.say("{name}: add").format(name=self.name), self._instruments, empty=empty, icon="plus"
        )
        picker.setObjectName(self.path)
        picker.picked.connect(self._add)
        picker.moved.connect(self.focus_moved)
        self.picker = picker
        return picker

    def _add(self, instrument: Instrument | None) -> None:
        if instrument is not None:
            self.picker.choose(None)
            row = self.add_row()
            assert isinstance(row, MeasureRow)  # noqa: S101
            row.begin(instrument)
            row.day.write(self._around)
            next(stop for stop in row.stops() if not stop.isHidden()).setFocus()

    def _make_row(self, place: int) -> Row:
        row = MeasureRow(f"{self.path}[{place}]", self.name, self.language, self._instruments)
        row.day.around = self._around
        return row
