"""Tell whether a criterion is met, unmet or unknown, after Kleene's logic of three values."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from kneedesk.assessment.findings import Findings
from kneedesk.domain.record import Day, whole_years
from kneedesk.domain.treatment import PreviousTreatment
from kneedesk.knowledge.criterion import (
    Age,
    AllOf,
    AnyOf,
    Criterion,
    Is,
    NamesAny,
    Not,
    PlannedWithin,
    Previous,
    Threshold,
)


class Status(StrEnum):
    """What the findings say of a criterion; *unknown* is never *unmet*."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


def evaluate(criterion: Criterion, findings: Findings) -> Status:
    """Return the status of a criterion."""
    return _EVALUATORS[type(criterion)](criterion, findings)


def unrecorded(criterion: Criterion, findings: Findings) -> tuple[str, ...]:
    """Return the finding paths that keep a criterion unknown, in its order, each once."""
    if evaluate(criterion, findings) is not Status.UNKNOWN:
        return ()
    match criterion:
        case AllOf(all=parts) | AnyOf(any=parts):
            paths = [path for part in parts for path in unrecorded(part, findings)]
        case Not(negated=part):
            return unrecorded(part, findings)
        case Previous(finding=path, before=before):
            paths = [path] if _undecided(criterion, findings) else []
            if findings.values[before] is None:
                paths.append(before)
        case _:
            paths = [criterion.finding]
    return tuple(dict.fromkeys(paths))


def first_day_beyond(criterion: Criterion, findings: Findings) -> Day | None:
    """Return the first day on which a met criterion of days since a treatment no longer holds."""
    match criterion:
        case AllOf(all=parts) | AnyOf(any=parts):
            days = [day for part in parts if (day := first_day_beyond(part, findings))]
        case Previous(within_days=int(within)):
            days = [days_after(entry.date, within + 1) for entry in _entries(criterion, findings) if entry.date]
        case _:
            days = []
    return max(days, default=None)


def days_after(day: Day, days: int) -> Day:
    """Return the day so many days later, or the last day that there is."""
    return day + timedelta(min(days, (Day.max - day).days))


def _whether(condition: bool) -> Status:
    return Status.MET if condition else Status.UNMET


def _all(statuses: Iterable[Status]) -> Status:
    result = Status.MET
    for status in statuses:
        if status is Status.UNMET:
            return Status.UNMET
        if status is Status.UNKNOWN:
            result = Status.UNKNOWN
    return result


_NEGATED = MappingProxyType({Status.MET: Status.UNMET, Status.UNMET: Status.MET, Status.UNKNOWN: Status.UNKNOWN})


def _any(statuses: Iterable[Status]) -> Status:
    return _NEGATED[_all(_NEGATED[status] for status in statuses)]


def _is(criterion: Is, findings: Findings) -> Status:
    value = findings.values[criterion.finding]
    if value is None:
        return Status.UNKNOWN
    if isinstance(value, tuple):
        return _whether(any(entry in criterion.values for entry in value))
    return _whether(value in criterion.values)


def _names_any(criterion: NamesAny, findings: Findings) -> Status:
    value = findings.values[criterion.finding]
    return Status.UNKNOWN if value is None else _whether(bool(value))


def _threshold(criterion: Threshold, findings: Findings) -> Status:
    value = findings.values[criterion.finding]
    if value is None:
        return Status.UNKNOWN
    if criterion.at_least is not None:
        return _whether(value >= criterion.at_least)
    return _whether(value <= criterion.at_most)


def _age(criterion: Age, findings: Findings) -> Status:
    birth = findings.values[criterion.finding]
    if birth is None:
        return Status.UNKNOWN
    years = whole_years(birth, findings.date)
    if criterion.age_at_least is not None:
        return _whether(years >= criterion.age_at_least)
    return _whether(criterion.age_at_most is not None and years <= criterion.age_at_most)


def _planned(criterion: PlannedWithin, findings: Findings) -> Status:
    planned = findings.values[criterion.finding]
    if planned is None:
        return Status.UNKNOWN
    return _whether(bool(planned) and (planned - findings.date).days <= criterion.planned_within_days)


def _entries(criterion: Previous, findings: Findings) -> list[PreviousTreatment]:
    entries = findings.values[criterion.finding] or ()
    return [entry for entry in entries if entry.treatment in criterion.previous]


def _previous(criterion: Previous, findings: Findings) -> Status:
    if findings.values[criterion.finding] is None:
        return Status.UNKNOWN
    return _any([_entry(criterion, entry, findings) for entry in _entries(criterion, findings)])


def _entry(criterion: Previous, entry: PreviousTreatment, findings: Findings) -> Status:
    parts = []
    if criterion.response is not None:
        answered = entry.response is not None
        parts.append(_whether(entry.response is criterion.response) if answered else Status.UNKNOWN)
    if criterion.within_days is not None:
        parts.append(_within(criterion, entry, findings))
    return _all(parts)


def _within(criterion: Previous, entry: PreviousTreatment, findings: Findings) -> Status:
    if entry.date is None:
        return Status.UNKNOWN
    anchor = findings.date if criterion.before == "date" else findings.values[criterion.before]
    reached = ((anchor or findings.date) - entry.date).days <= (criterion.within_days or 0)
    # A plan that is not recorded may be any day from the consultation on: an older entry stays beyond all of them.
    return Status.UNKNOWN if anchor is None and reached else _whether(reached)


def _undecided(criterion: Previous, findings: Findings) -> bool:
    """Tell whether the list of previous treatments itself leaves the criterion open."""
    if findings.values[criterion.finding] is None:
        return True
    entries = _entries(criterion, findings)
    return any(
        (criterion.response is not None and entry.response is None)
        or (criterion.within_days is not None and entry.date is None)
        for entry in entries
    )


_EVALUATORS: Mapping[type[Any], Callable[[Any, Findings], Status]] = MappingProxyType(
    {
        AllOf: lambda criterion, findings: _all([evaluate(part, findings) for part in criterion.all]),
        AnyOf: lambda criterion, findings: _any([evaluate(part, findings) for part in criterion.any]),
        Not: lambda criterion, findings: _NEGATED[evaluate(criterion.negated, findings)],
        Is: _is,
        NamesAny: _names_any,
        Threshold: _threshold,
        Age: _age,
        Previous: _previous,
        PlannedWithin: _planned,
    }
)
