"""Type a height or a weight in either system; kept in centimetres and kilograms."""

from typing import Any

from PySide6.QtWidgets import QSizePolicy, QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.number import BoundedField
from kneedesk.ui.widgets.reading import INCH, POUND, read_height, read_weight
from kneedesk.ui.widgets.segment import SegmentRow
from kneedesk.ui.widgets.text import plain_label


class BodySizeField(BoundedField):
    """A size with its unit chosen beside it; a unit that is typed is understood as well."""

    WIDE = 130
    UNITS: tuple[str, str] = ("", "")
    """The metric unit and the other."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        bounds: tuple[float, float],
        *,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, name, language, bounds, help_text=help_text, unit=self.UNITS[0], parent=parent)
        self._value: float | None = None
        self._other = False
        unit_name = language.say("Unit of {name}").format(name=name)
        self.units = SegmentRow(f"{path}.unit", unit_name, tuple((u, u) for u in self.UNITS), required=True)
        self.units.choose(self.UNITS[0])
        self.units.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.units.chosen.connect(self._choose_unit)
        self.units.moved.connect(self.focus_moved)
        self.converted = plain_label()
        self.converted.setProperty("tone", "note")
        self.row.addWidget(self.units)
        self.row.addWidget(self.converted, 1)

    def _choose_unit(self, unit: str) -> None:
        self.commit()
        self._other = unit == self.UNITS[1]
        self._show(self._value)

    def _show(self, value: Any) -> None:
        self._value = value
        self._write("" if value is None else self._bare(value, self._other))
        self.converted.setText("" if value is None else f"= {self._words(value, not self._other)}")

    def _limit(self, value: float) -> str:
        return self._words(value, self._other)

    def _bare(self, value: float, other: bool) -> str:
        """Return a value as it stands in the line, the unit beside it."""
        raise NotImplementedError

    def _words(self, value: float, other: bool) -> str:
        """Return a value with its unit."""
        raise NotImplementedError


class WeightField(BodySizeField):
    """A weight in kilograms or pounds."""

    UNITS = ("kg", "lb")

    def _read(self, text: str) -> float:
        return read_weight(text, self.language, pounds=self._other)

    def _bare(self, value: float, other: bool) -> str:
        return self.language.number(round(value / POUND, 1) if other else value)

    def _words(self, value: float, other: bool) -> str:
        return f"{self._bare(value, other)} {self.UNITS[1] if other else self.UNITS[0]}"


class HeightField(BodySizeField):
    """A height in centimetres, or in feet and inches."""

    UNITS = ("cm", "ft in")

    def _read(self, text: str) -> float:
        return read_height(text, self.language, feet=self._other)

    def _bare(self, value: float, other: bool) -> str:
        return self._words(value, other) if other else self.language.number(value)

    def _words(self, value: float, other: bool) -> str:
        if not other:
            return f"{self.language.number(value)} {self.UNITS[0]}"
        feet, inches = divmod(round(value / INCH, 1), 12)
        return f"{self.language.number(feet)} ft {self.language.number(round(inches, 1))} in"
