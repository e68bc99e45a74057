"""Type a number within its bounds."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.field import Field, Line, unit_label
from kneedesk.ui.widgets.reading import Misread, read_number


class BoundedField(Field):
    """A line that is taken on Enter or on leaving; what is out of bounds stays, with its fault."""

    WIDE = 150

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        bounds: tuple[float, float],
        *,
        help_text: str = "",
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, unit=unit, parent=parent)
        self._bounds = bounds
        self._written = ""
        self.edit = Line(letters=False, wide=self.WIDE)
        self.own(self.edit)
        self.edit.editingFinished.connect(self.commit)
        self.edit.left_out.connect(self.toggle_assessed)
        self.edit.moved.connect(self.focus_moved)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addWidget(self.edit)
        self.place.addLayout(self.row)

    def commit(self) -> None:
        """Take what was typed, or say why not."""
        text = self.edit.text().strip()
        if text == self._written:
            self.forgive(self.edit)
            return
        try:
            value = self._checked(self._read(text)) if text else None
        except Misread as misread:
            self.show_fault(str(misread))
            return
        self._show(value)
        self.settle(value)

    def _checked(self, value: float) -> float:
        lowest, highest = self._bounds
        if not lowest <= value <= highest:
            allowed = self.language.say("Allowed is {lowest} to {highest}.")
            raise Misread(allowed.format(lowest=self._limit(lowest), highest=self._limit(highest)))
        return value

    def _write(self, words: str) -> None:
        self._written = words
        self.edit.write(words)

    def _mark_fault(self, faulty: bool) -> None:
        self.edit.mark_fault(faulty)

    def _read(self, text: str) -> float:
        raise NotImplementedError

    def _limit(self, value: float) -> str:
        """Return a bound as a sentence names it."""
        raise NotImplementedError


class NumberField(BoundedField):
    """A number with point or comma."""

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
        super().__init__(path, name, language, bounds, help_text=help_text, unit=unit, parent=parent)
        self._whole = whole
        if unit:
            self.row.addWidget(unit_label(unit))
        self.row.addStretch(1)

    def _read(self, text: str) -> float:
        return read_number(text, self.language)

    def _checked(self, value: float) -> float:
        number = super()._checked(value)
        if not self._whole:
            return number
        if not number.is_integer():
            raise Misread(self.language.say("Write a whole number."))
        return int(number)

    def _limit(self, value: float) -> str:
        return self.language.number(value)

    def _show(self, value: Any) -> None:
        self._write("" if value is None else self.language.number(value))
