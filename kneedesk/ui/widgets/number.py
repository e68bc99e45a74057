"""Type a number within its bounds."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.field import Field, Line, unit_label
from kneedesk.ui.widgets.reading import Misread, read_number


class NumberField(Field):
    """A number with point or comma, taken on Enter or on leaving; what is out of bounds stays, with its fault."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        bounds: tuple[float, float],
        *,
        whole: bool = False,
        help_text: str = "",
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, unit=unit, parent=parent)
        self._bounds = bounds
        self._whole = whole
        self._written = ""
        self.edit = Line(letters=False, wide=150)
        self.own(self.edit)
        self.edit.editingFinished.connect(self.commit)
        self.edit.left_out.connect(self.toggle_assessed)
        self.edit.moved.connect(self.focus_moved)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit)
        if unit:
            row.addWidget(unit_label(unit))
        row.addStretch(1)
        self.place.addLayout(row)

    def commit(self) -> None:
        """Take what was typed, or say why not."""
        text = self.edit.text().strip()
        if text == self._written:
            self.forgive(self.edit)
            return
        try:
            value = self._read(text) if text else None
        except Misread as misread:
            self.show_fault(str(misread))
            return
        self._write(value)
        self.settle(value)

    def _read(self, text: str) -> float | int:
        number = read_number(text, self.language)
        lowest, highest = self._bounds
        if not lowest <= number <= highest:
            raise Misread(
                self.language.say("Allowed is {lowest} to {highest}.").format(
                    lowest=self.language.number(lowest), highest=self.language.number(highest)
                )
            )
        if self._whole:
            if not number.is_integer():
                raise Misread(self.language.say("Write a whole number."))
            return int(number)
        return number

    def _write(self, value: Any) -> None:
        self._written = "" if value is None else self.language.number(value)
        self.edit.write(self._written)

    def _show(self, value: Any) -> None:
        self._write(value)

    def _mark_fault(self, faulty: bool) -> None:
        self.edit.mark_fault(faulty)
