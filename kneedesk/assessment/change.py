"""What would change a verdict: one finding at a time, unrecorded or within the reach of care."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from kneedesk.assessment.candidacy import NO_LINE, Candidacy, Reason, Verdict, line_of, verdict_at
from kneedesk.assessment.criteria import Status, days_after, evaluate
from kneedesk.assessment.findings import Findings
from kneedesk.domain.finding import choices
from kneedesk.domain.patient import Sex
from kneedesk.domain.record import Day
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.criterion import (
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
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.rule import Rule

# Never suggested, not even where unrecorded: these are what they are.
_GIVEN = frozenset(
    (
        "patient.sex",
        "patient.birth_date",
        "history.cancer_affected_knee",
        "history.active_cancer",
        "history.hypersensitivity",
    )
)


@dataclass(frozen=True, slots=True)
class Change:
    """One finding with another value, and the verdict that would follow."""

    finding: str
    to: Any
    verdict: Verdict


def changes(
    candidacy: Candidacy, findings: Findings, library: Library, about: Container[str] | None = None
) -> tuple[Change, ...]:
    """Return every single change of a finding that leads to another verdict, in the order of the rules.

    With ``about``, only those of these findings are tried.
    """
    begins = _begins(candidacy.treatment, findings)
    tried: dict[tuple[str, str], Change | None] = {}
    sides: dict[str, tuple[int, tuple[Rule, ...]]] = {}
    lined = sorted(((line_of(reason), reason.rule) for reason in candidacy.reasons), key=itemgetter(0))
    for rule in (reason.rule for reason in candidacy.reasons):
        asked = [path for path in rule.findings if about is None or path in about]
        open_paths = [path for path in asked if _may_change(path, findings, library)]
        for path, value in _alternatives(rule.when, findings, begins) if open_paths else ():
            key = (path, str(value))
            if path in open_paths and key not in tried and value != findings.values[path]:
                if path not in sides:
                    sides[path] = _sides(lined, path)
                verdict = verdict_at(_first_line(*sides[path], findings.changed(path, value)))
                tried[key] = Change(path, value, verdict) if verdict is not candidacy.verdict else None
    return tuple(change for change in tried.values() if change is not None)


def _may_change(path: str, findings: Findings, library: Library) -> bool:
    return path not in _GIVEN and (findings.values[path] is None or library.findings[path].changeable)


def _sides(lined: Iterable[tuple[int, Rule]], path: str) -> tuple[int, tuple[Rule, ...]]:
    """Return the first line that holds whatever a finding is, and the rules that look at the finding.

    The rules come with their lines, the first line first.
    """
    asked = tuple(rule for _, rule in lined if path in rule.findings)
    return next((line for line, rule in lined if path not in rule.findings), NO_LINE), asked


def _first_line(kept: int, asked: tuple[Rule, ...], findings: Findings) -> int:
    """Return the first line of the verdict that would hold."""
    return min((kept, *(line_of(Reason(rule, evaluate(rule.when, findings))) for rule in asked)))


def _begins(treatment: Treatment, findings: Findings) -> Day:
    """Return the day for which a treatment is proposed; without one, the day of the consultation."""
    proposed: Day | None = findings.values["proposal.date"]
    return proposed if proposed and findings.values["proposal.treatment"] is treatment else findings.date


def _alternatives(criterion: Criterion, findings: Findings, begins: Day) -> Iterator[tuple[str, Any]]:
    """Yield the values on either side of a criterion, as paths with values.

    A replacement is put off until its days have passed since the treatment ``begins``, not only since the consultation.
    """
    match criterion:
        case AllOf(all=parts) | AnyOf(any=parts):
            for part in parts:
                yield from _alternatives(part, findings, begins)
        case Not(negated=part):
            yield from _alternatives(part, findings, begins)
        case Is(finding=path):
            yield from ((path, choice) for choice in choices(path) if choice is not Sex.UNKNOWN)
        case NamesAny(finding=path):
            yield path, ()
        case Threshold(finding=path):
            yield from ((path, value) for value in criterion.sides if _crosses(criterion, value, findings))
        case PlannedWithin(finding=path, planned_within_days=days):
            yield path, False
            yield path, days_after(findings.date, days)
            yield path, days_after(begins, days + 1)
        case Previous(finding=path, before=before, within_days=within):
            yield path, ()
            if before != "date":
                yield before, False
                yield from ((before, day) for day in _days_beyond(criterion, within, findings))


def _crosses(criterion: Threshold, value: float, findings: Findings) -> bool:
    now = evaluate(criterion, findings)
    return now is Status.UNKNOWN or evaluate(criterion, findings.changed(criterion.finding, value)) is not now


def _days_beyond(criterion: Previous, within: int | None, findings: Findings) -> Iterator[Any]:
    for entry in findings.values[criterion.finding] or ():
        if entry.treatment in criterion.previous and entry.date is not None and within is not None:
            day = days_after(entry.date, within + 1)
            if day >= findings.date:
                yield day
