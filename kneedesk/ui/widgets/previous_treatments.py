"""What this knee has had: the kind of treatment, how much it helped, and when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from kneedesk.domain.treatment import PreviousKind, PreviousTreatment, Response
from kneedesk.language import Language
from kneedesk.ui.widgets.buttons import Picker
from kneedesk.ui.widgets.day import DayEdit
from kneedesk.ui.widgets.rows import Row, RowsField
from kneedesk.ui.widgets.text import plain_label

Kinds = Sequence[tuple[PreviousKind, str]]
Responses = Sequence[tuple[Response, str]]


class TreatmentRow(Row):
    """One treatment; its kind is given when the row is added."""

    def __init__(self, path: str, name: str, language: Language, kinds: Kinds, responses: Responses) -> None:
        super().__init__(path, name, language)
        self._words = dict(kinds)
        self._entry: PreviousTreatment | None = None
        self.kind = plain_label()
        self.kind.setMinimumWidth(120)
        self.kind.setWordWrap(True)
        self.response = Picker(
            language.say("{entry}: response").format(entry=name), responses, empty=language.say("Response?")
        )
        self.response.setObjectName(f"{path}.response")
        self.day = DayEdit(f"{path}.date", language.say("{entry}: date").format(entry=name), language)
        self.day.line.setPlaceholderText(language.say("Date"))
        self.response.picked.connect(lambda value: self._amend(response=value))
        self.day.entered.connect(lambda value: self._amend(date=value))
        self.day.faulted.connect(self.faulted)
        self.response.moved.connect(self.moved)
        self.day.line.moved.connect(self.moved)
        self.put(self.kind, 1)
        self.put(self.response)
        self.put(self.day)

    def value(self) -> PreviousTreatment | None:
        """Return the treatment."""
        return self._entry

    def show_entry(self, entry: Any) -> None:
        """Show a treatment."""
        self._entry = entry
        words = self._words[entry.treatment]
        self.kind.setText(words)
        self.setAccessibleName(words)
        self.remove.setAccessibleName(self.language.say("Remove {entry}").format(entry=words))
        self.response.setAccessibleName(self.language.say("{entry}: response").format(entry=words))
        self.day.line.setAccessibleName(self.language.say("{entry}: date").format(entry=words))
        self.response.choose(entry.response)
        self.day.write(entry.date)

    def commit(self) -> None:
        """Take a day that was typed."""
        self.day.commit()

    def look_around(self, day: date) -> None:
        """Open the calendar at this day."""
        self.day.around = day

    def _amend(self, **changes: Any) -> None:
        if self._entry is not None:
            self._entry = PreviousTreatment.model_validate({**dict(self._entry), **changes})
            self.changed.emit()


class PreviousTreatmentsField(RowsField):
    """Treatments of this knee; a kind that is picked becomes a row."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        kinds: Kinds,
        responses: Responses,
        *,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._kinds, self._responses = kinds, responses
        self._around: date | None = None
        super().__init__(path, name, language, help_text=help_text, parent=parent)

    def look_around(self, day: date) -> None:
        """Open calendars at this day where none is recorded."""
        self._around = day

    def _make_adder(self) -> QWidget:
        empty = self.language.say("Add a treatment")
        picker = Picker(self.language.say("{name}: add").format(name=self.name), self._kinds, empty=empty, icon="plus")
        picker.setObjectName(self.path)
        picker.picked.connect(self._add)
        picker.moved.connect(self.focus_moved)
        self.picker = picker
        return picker

    def _add(self, kind: PreviousKind | None) -> None:
        if kind is not None:
            self.picker.choose(None)
            row = self.add_row()
            row.show_entry(PreviousTreatment(treatment=kind))
            self._announce()
            row.stops()[0].setFocus()

    def _make_row(self, place: int) -> Row:
        row = TreatmentRow(f"{self.path}[{place}]", self.name, self.language, self._kinds, self._responses)
        row.day.around = self._around
        return row
