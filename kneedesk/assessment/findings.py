"""The recorded findings of one consultation as the rules see them: a path, and a value or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import finding_types
from kneedesk.domain.patient import Sex
from kneedesk.domain.record import Day

_PATHS = tuple(finding_types())
_READ = attrgetter(*_PATHS)


@dataclass(frozen=True, slots=True)
class Findings:
    """Values by finding path on one day; ``None`` is not recorded, and unknown to every rule."""

    date: Day
    values: Mapping[str, Any]

    def changed(self, path: str, value: Any) -> "Findings":
        """Return the findings with one of them changed."""
        return Findings(self.date, {**self.values, path: value})

    def differing(self, before: "Findings") -> frozenset[str]:
        """Return the paths whose value is not what it was before; on another day, all of them."""
        kept = self.values if self.date == before.date else {}
        return frozenset(path for path, value in before.values.items() if path not in kept or kept[path] != value)


def findings_of(consultation: Consultation) -> Findings:
    """Return the findings of a consultation; a sex of ``unknown`` is not recorded."""
    values = dict(zip(_PATHS, _READ(consultation), strict=True))
    if values["patient.sex"] is Sex.UNKNOWN:
        values["patient.sex"] = None
    return Findings(consultation.date, values)
