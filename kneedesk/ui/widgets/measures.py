"""Scores that were measured elsewhere: the instrument, the score on its scale, and the day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from kneedesk.domain.measure import RANGES, Instrument, Measure
from kneedesk.language import Language
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.day import DayEdit
from kneedesk.ui.widgets.field import Line, unit_label
from kneedesk.ui.widgets.offers import Offer, Offers
from kneedesk.ui.widgets.reading import Misread, read_score
from kneedesk.ui.widgets.rows import Row, RowsField, named
from kneedesk.ui.widgets.text import plain_label

_LONGEST = 200

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
        self.extra = Line(letters=True)
        self.extra.setMaxLength(200)
        self.score = Line(letters=False, wide=96)
        self.range = unit_label("")
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
        self._limit()

    def value(self) -> Measure | None:
        """Return the score with all that belongs to it, once it is complete."""
        return self._entry

    def begin(self, instrument: Instrument, label: str = "") -> None:
        """Set the instrument of a row that is new, and of an activity the patient's words where they are known."""
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
        self._limit()
        self.line.setStretchFactor(self.extra, 3 if activity else 1)
        if activity:
            self.extra.setAccessibleName(say("{entry}: the patient’s own words").format(entry=words))
        self.extra.setPlaceholderText(say("0-96") if womac else say("In the patient’s words"))
        if instrument in RANGES:
            self.range.setText(say("of {highest}").format(highest=RANGES[instrument][1]))
        if womac:
            self.score.setPlaceholderText(say("e.g. 51/96"))
        if label:
            self.extra.setText(label)

    def first_stop(self) -> QWidget:
        """Return what is to be typed first: the patient's words where they are not known, else the score."""
        return self.extra if self._instrument is Instrument.ACTIVITY and not self.extra.text() else self.score

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that another size of text asks for."""
        if event.type() == QEvent.Type.FontChange:
            self._limit()
        super().changeEvent(event)

    def _limit(self) -> None:
        womac = self._instrument is Instrument.WOMAC
        self.kind.setMinimumWidth(scaled(90))
        self.range.setFixedWidth(scaled(44))
        self.extra.setMinimumWidth(scaled(80 if womac else 120))
        self.extra.setMaximumWidth(scaled(96) if womac else 16777215)

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
        womac = self._instrument is Instrument.WOMAC
        if self.extra.text() != self._written[0]:
            kept["scale" if womac else "label"] = text
        if self.score.text() != self._written[1]:
            kept["score"], highest = read_score(self.score.text(), self.language)
            if womac and highest is not None:
                kept["scale"] = f"0-{highest}"
            elif highest not in (None, RANGES.get(kept["instrument"], (0, None))[1]):
                raise Misread(
                    self.language.say("The score or its range cannot be taken: a score lies within its range.")
                )
        if womac and not kept.get("scale"):
            raise Misread(
                self.language.say("A WOMAC score needs the range of its version: write 51/96, or 0-96 as the range.")
            )
        try:
            return Measure.model_validate({**kept, "date": self.day.day()})
        except ValidationError:
            sentence = self.language.say("The score or its range cannot be taken: a score lies within its range.")
            raise Misread(sentence) from None


class MeasuresField(RowsField):
    """Scores; an instrument that is pressed becomes a row, the day of the consultation in it."""

    GROWS_DOWN = True

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
        self._goals: list[Offer] = []
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self.mark.withhold()  # scores are there or not: no file can say that they were left

    def look_around(self, day: date) -> None:
        """Offer this day for a new score."""
        self._around = day

    def suggest(self, words: Sequence[str]) -> None:
        """Offer a score of each activity that the patient named already."""
        for place, goal in enumerate(words):
            if place == len(self._goals):
                key = f"{Instrument.ACTIVITY}[{place}]"
                self._goals.append(self.offers.add(key, None, goal))
            self._goals[place].say((Instrument.ACTIVITY, goal), goal, f"{self.offers.accessibleName()}: {goal}")
        for place, offer in enumerate(self._goals):
            offer.setVisible(place < len(words) and len(words[place]) <= _LONGEST)

    def _make_adder(self) -> QWidget:
        self.offers = Offers(self.path, self.language.say("{name}: add").format(name=self.name))
        for instrument, words in self._instruments:
            self.offers.add(str(instrument), (instrument, ""), words)
        self.offers.taken.connect(lambda offered: self._add(*offered))
        self.offers.moved.connect(self.focus_moved)
        return self.offers

    def _add(self, instrument: Instrument, label: str) -> None:
        row = self.add_row()
        assert isinstance(row, MeasureRow)  # noqa: S101
        row.begin(instrument, label)
        row.day.write(self._around)
        row.first_stop().setFocus()

    def _make_row(self, place: int) -> Row:
        row = MeasureRow(f"{self.path}[{place}]", self.name, self.language, self._instruments)
        row.day.around = self._around
        return row
