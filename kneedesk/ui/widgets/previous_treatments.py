"""What this knee has had: the kind of treatment, how much it helped, and when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from kneedesk.domain.treatment import PreviousKind, PreviousTreatment, Response
from kneedesk.language import Language
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.buttons import Picker
from kneedesk.ui.widgets.day import DayEdit
from kneedesk.ui.widgets.offers import OfferTable
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
        self.kind.setWordWrap(True)
        self._limit()
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

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that another size of text asks for."""
        if event.type() == QEvent.Type.FontChange:
            self._limit()
        super().changeEvent(event)

    def _limit(self) -> None:
        self.kind.setMinimumWidth(scaled(120))

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
    """Treatments of this knee; how much one helped is pressed in its line of a table, and becomes a row."""

    GROWS_DOWN = True

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
        words = self.language.say("{name}: add").format(name=self.name)
        self.table = OfferTable(self.path, words, self._kinds, self._responses)
        self.table.setToolTip(self.language.say("Press how much it helped, or the name where that is not known"))
        self.table.taken.connect(lambda offered: self._add(*offered))
        self.table.left_out.connect(self.toggle_assessed)
        self.table.moved.connect(self.focus_moved)
        return self.table

    def _add(self, kind: PreviousKind, response: Response | None) -> None:
        """Add a treatment, and go to the first part of it that is not known."""
        row = self.add_row()
        assert isinstance(row, TreatmentRow)  # noqa: S101
        row.show_entry(PreviousTreatment(treatment=kind, response=response))
        self._announce()
        (row.response if response is None else row.day).setFocus()

    def _make_row(self, place: int) -> Row:
        row = TreatmentRow(f"{self.path}[{place}]", self.name, self.language, self._kinds, self._responses)
        row.day.around = self._around
        return row
