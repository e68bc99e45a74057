"""What two desks recorded of one consultation, side by side in words: the finding, ours, theirs, and who changed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from kneedesk.domain.consultation import Consultation, Knee
from kneedesk.domain.finding import value_of
from kneedesk.domain.merging import By, Collision
from kneedesk.domain.record import Record
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.findings import name_of, value_words

# Messages of the application.
_NAMES: Final = {
    "patient.family_name": "Family name",
    "patient.given_name": "Given name",
    "patient.identifier": "Identifier",
    "patient.language": "Language",
    "date": "Date",
    "knee": "Knee",
    "jurisdiction": "Jurisdiction",
    "decision.outcome": "Decision",
    "decision.treatment": "Treatment",
    "decision.reason": "Reason",
    "decision.review_date": "Review date",
    "counselling.discussed": "Discussed",
    "counselling.teach_back": "In the patient's words",
    "counselling.questions": "Questions",
    "overrides": "Decided otherwise than a verdict",
    "not_assessed": "Not assessed",
}


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One finding that differs, in words."""

    path: str
    name: str
    ours: str
    theirs: str
    by: By


def side_by_side(
    collisions: Sequence[Collision], ours: Consultation, theirs: Consultation, library: Library, language: Language
) -> Sequence[SideBySide]:
    """Return what differs, in the order in which it is recorded."""
    rows = []
    for path, by in collisions:
        left, right = (_value(path, value_of(state, path), library, language) for state in (ours, theirs))
        rows.append(SideBySide(path, _name(path, library, language), left, right, by))
    return rows


def _name(path: str, library: Library, language: Language) -> str:
    if path in library.findings:
        return name_of(path, library, language)
    if path in _NAMES:
        return language.say(_NAMES[path])
    return language.say("The practice and the clinician")  # what is copied from the settings


def _value(path: str, value: Any, library: Library, language: Language) -> str:
    if path in library.findings or value is None:
        return value_words(path, value, library, language)
    if isinstance(value, Knee):
        return language.say("Right knee") if value is Knee.RIGHT else language.say("Left knee")
    if isinstance(value, tuple):
        return "; ".join(_entry(each, library, language) for each in value)
    return _entry(value, library, language)


def _entry(value: Any, library: Library, language: Language) -> str:
    if isinstance(value, Record):
        return ", ".join(_entry(each, library, language) for _, each in value if each is not None)
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    if isinstance(value, str) and value in library.findings:
        return name_of(value, library, language)
    return str(value)
