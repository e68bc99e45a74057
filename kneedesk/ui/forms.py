"""Forms are tables of findings: the kind of field follows from what a finding may be."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from math import isqrt
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from annotated_types import MaxLen
from pydantic.fields import FieldInfo
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import bounds, finding_types, value_of
from kneedesk.domain.measure import Instrument, Measure
from kneedesk.domain.preferences import ExpectedPain
from kneedesk.domain.treatment import PreviousKind, PreviousTreatment, Response
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.asked import ANSWERS, NAMES
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.body_size import HeightField, WeightField
from kneedesk.ui.widgets.choice import ChoiceField, YesNoField
from kneedesk.ui.widgets.day import DateField, PlannedReplacementField
from kneedesk.ui.widgets.declined import DeclinedField
from kneedesk.ui.widgets.entries import EntriesField
from kneedesk.ui.widgets.expected_pain import ExpectedPainField
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.many import ManyField, PrioritiesField
from kneedesk.ui.widgets.measures import MeasuresField
from kneedesk.ui.widgets.number import NumberField
from kneedesk.ui.widgets.pick import PickField
from kneedesk.ui.widgets.previous_treatments import PreviousTreatmentsField
from kneedesk.ui.widgets.written import LongTextField, TextField

_MOST_IN_A_ROW: Final = 8
_NAME: Final = 200  # the longest name that a record takes; what is longer is somebody's own words
_REQUIRED: Final = frozenset({"date", "knee", "jurisdiction", "patient.family_name"})


class Form(QWidget):
    """Fields under one another, in one or two columns; what is amended goes to the page as one change."""

    amended = Signal(object)
    """A mapping of finding paths to their new values: one step of undo."""

    def __init__(
        self,
        paths: Sequence[str],
        library: Library,
        language: Language,
        theme: Theme,
        columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._not_assessed: tuple[str, ...] = ()
        self._fields = {path: build_field(path, library, language, theme) for path in paths}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(16)
        for place, (path, field) in enumerate(self._fields.items()):
            grid.addWidget(field, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
            field.recorded.connect(lambda value, path=path: self._record(path, value))
            field.not_assessed.connect(lambda path=path: self._leave_out(path))
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def field(self, path: str) -> Field:
        """Return the field of a finding."""
        return self._fields[path]

    def fields(self) -> Mapping[str, Field]:
        """Return all fields by their paths, in the order of the form."""
        return self._fields

    def show_consultation(self, consultation: Consultation) -> None:
        """Show what is recorded; announce nothing."""
        self._not_assessed = consultation.not_assessed or ()
        for path, field in self._fields.items():
            field.look_around(consultation.date)
            field.show_value(value_of(consultation, path), assessed=path not in self._not_assessed)

    def show_fault(self, path: str, sentence: str | None) -> bool:
        """Say at a field why its value was not taken; tell whether the form has it."""
        field = self._fields.get(path)
        if field is not None:
            field.show_fault(sentence)
        return field is not None

    def commit(self) -> None:
        """Take what was typed and not yet confirmed."""
        for field in self._fields.values():
            field.commit()

    def _record(self, path: str, value: Any) -> None:
        changes: dict[str, Any] = {path: value}
        if path in self._not_assessed and value is None:
            changes["not_assessed"] = tuple(other for other in self._not_assessed if other != path) or None
        self.amended.emit(changes)

    def _leave_out(self, path: str) -> None:
        left = (*(other for other in self._not_assessed if other != path), path)
        self.amended.emit({path: None, "not_assessed": left})


def build_field(path: str, library: Library, language: Language, theme: Theme) -> Field:
    """Return the field for a finding, by what its value may be.

    :raises KeyError: where a finding is not entered by hand.
    """
    return _Builder(path, library, language).build()


class _Builder:
    """Chooses the kind of field by the types that a finding may have, never by its path."""

    def __init__(self, path: str, library: Library, language: Language) -> None:
        self.path, self.language, self.library = path, language, library
        self.finding = library.findings.get(path)
        self.name = self.finding.name.spoken(language.tag) if self.finding else language.say(NAMES[path])
        self.unit = self.finding.unit.spoken(language.tag) if self.finding and self.finding.unit else ""
        self.kinds = tuple(_plain(kind) for kind in finding_types()[path])
        self.required = path in _REQUIRED

    def build(self) -> Field:
        """Return the field."""
        path, name, language = self.path, self.name, self.language
        match self.kinds:
            case (kind, none) if kind is date and get_origin(none) is Literal:
                return PlannedReplacementField(path, name, language, none=self.word(False))
            case (kind, none) if kind is str and get_origin(none) is Literal:
                return DeclinedField(path, name, language, declined=self.word(False))
            case (kind, unsure) if _is_list(kind) and _is_list(unsure):
                return self.leaning(tuple(kind), tuple(unsure))
            case (kind,) if kind is date:
                return DateField(path, name, language)
            case (kind,) if kind is bool:
                return YesNoField(path, name, language, yes=self.word(True), no=self.word(False))
            case (kind,) if get_origin(kind) is tuple:
                return self.many(get_args(kind)[0])
            case (kind,) if kind in (float, int):
                return self.number(whole=kind is int)
            case kinds if all(isinstance(kind, type) and issubclass(kind, StrEnum) for kind in kinds):
                return self.choice(tuple(value for kind in kinds for value in kind))
        longest = _longest(finding_types()[path]) or 200
        if longest > 200:
            return LongTextField(path, name, language, longest=longest, lines=3)
        return TextField(path, name, language, longest=longest, required=self.required)

    def choice(self, values: tuple[Any, ...]) -> Field:
        """Return one choice of a closed list: a row, or a list to open where there are many."""
        kind = ChoiceField if len(values) <= _MOST_IN_A_ROW else PickField
        return kind(self.path, self.name, self.language, self.options(values), required=self.required)

    def leaning(self, values: tuple[Any, ...], unsure: tuple[Any, ...]) -> Field:
        """Return a choice with the answer of who is unsure in the middle, as far from each of the others."""
        half = (len(values) + 1) // 2
        options = self.options((*values[:half], *unsure, *values[half:]))
        return ChoiceField(self.path, self.name, self.language, options, columns=isqrt(len(options)) + 1)

    def number(self, *, whole: bool) -> Field:
        """Return a number, a grade whose digits have names, or a size of the body."""
        limits = bounds(self.path)
        if whole and self.finding and self.finding.values:
            return self.choice(tuple(range(int(limits[0]), int(limits[1]) + 1)))
        size = {"cm": HeightField, "kg": WeightField}.get(self.path.rpartition("_")[2])
        if size is not None:
            return size(self.path, self.name, self.language, limits)
        return NumberField(self.path, self.name, self.language, limits, whole=whole, unit=self.unit)

    def many(self, entry: Any) -> Field:
        """Return a list, by what its entries are."""
        path, name, language = self.path, self.name, self.language
        entry, longest = _plain(entry), _longest((entry,))
        if entry is PreviousTreatment:
            kinds, responses = self.options(tuple(PreviousKind)), self.options(tuple(Response))
            return PreviousTreatmentsField(path, name, language, kinds, responses)
        if entry is Measure:
            return MeasuresField(path, name, language, self.options(tuple(Instrument)))
        if entry is ExpectedPain:
            return ExpectedPainField(path, name, language)
        if entry is str:
            return EntriesField(path, name, language, longest=longest or 200, names=longest == _NAME)
        most = _longest(finding_types()[path])
        kind = PrioritiesField if most == PrioritiesField.MOST else ManyField
        return kind(path, name, language, self.options(tuple(entry)))

    def options(self, values: tuple[Any, ...]) -> tuple[tuple[Any, str], ...]:
        """Return values with their words."""
        return tuple((value, self.word(value)) for value in values)

    def word(self, value: Any) -> str:
        """Return what a value is called: as the pack says, else as the window does."""
        key = str(value).lower()
        if self.finding is not None and key in self.finding.values:
            return self.finding.values[key].spoken(self.language.tag)
        if self.path == "decision.treatment":
            return self.library.findings["proposal.treatment"].values[key].spoken(self.language.tag)
        return self.language.say(ANSWERS[self.path][key])


def _is_list(kind: Any) -> bool:
    """Tell whether a type is a closed list of values."""
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _plain(kind: Any) -> Any:
    """Return a type without the conditions that are annotated."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _longest(kinds: tuple[Any, ...]) -> int | None:
    """Return the highest number of characters or entries that is allowed, where one is."""
    limits = [
        limit.max_length
        for kind in kinds
        for field in get_args(kind)
        if isinstance(field, FieldInfo)
        for limit in field.metadata
        if isinstance(limit, MaxLen)
    ]
    return min(limits, default=None)
