"""One treatment for one patient: the verdict, the reasons, and what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kneedesk.assessment.criteria import Status, evaluate, first_day_beyond, unrecorded
from kneedesk.assessment.findings import Findings
from kneedesk.domain.record import Day
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.rule import Rule


class Verdict(StrEnum):
    """What the rules advise; the physician decides."""

    CANDIDATE = "candidate"
    CAUTION = "caution"
    NOT_INDICATED = "not_indicated"
    UNDETERMINED = "undetermined"
    DEFERRED = "deferred"
    CONTRAINDICATED = "contraindicated"


# A course with one of these verdicts is offered only with the physician's reason.
NEEDS_REASON = frozenset((Verdict.NOT_INDICATED, Verdict.UNDETERMINED, Verdict.DEFERRED, Verdict.CONTRAINDICATED))
NO_LINE: Final = 8
"""Comes after the last of the eight lines of the verdict: none holds."""
_EFFECTS = ("contraindication", "indication", "caution")


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule and what the findings say of it; ``first_day`` is when a met rule of days would end."""

    rule: Rule
    status: Status
    first_day: Day | None = None

    @property
    def speaks_against(self) -> bool:
        """Tell whether the rule, as it stands, keeps the treatment from fitting the described profile."""
        against = Status.UNMET if self.rule.effect == "indication" else Status.MET
        return self.status is against


@dataclass(frozen=True, slots=True)
class Candidacy:
    """The verdict on one treatment; ``reasons`` hold every rule, contraindications first."""

    treatment: Treatment
    verdict: Verdict
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]


def weigh(treatment: Treatment, rules: Iterable[Rule], findings: Findings) -> Candidacy:
    """Weigh one treatment."""
    return _concluded(treatment, tuple(_reason(rule, findings) for rule in by_effect(rules)), findings)


def weigh_again(before: Candidacy, changed: frozenset[str], findings: Findings) -> Candidacy:
    """Weigh a treatment when findings have changed; the reasons whose rules look at none of them hold as they are."""
    reasons = tuple(
        each if changed.isdisjoint(each.rule.findings) else _reason(each.rule, findings) for each in before.reasons
    )
    same = all(one is other for one, other in zip(reasons, before.reasons, strict=True))
    return before if same else _concluded(before.treatment, reasons, findings)


def by_effect(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return contraindications, then indications, then cautions, each in the order of the table."""
    return tuple(sorted(rules, key=lambda rule: _EFFECTS.index(rule.effect)))


def conclude(reasons: Iterable[Reason]) -> Verdict:
    """Return the verdict from the first of the eight lines that holds (``consultation file``, format 1)."""
    return verdict_at(min(map(line_of, reasons), default=NO_LINE))


def line_of(reason: Reason) -> int:
    """Return which of the eight lines holds by a reason, 0 to 7; 8 where none does."""
    return _PLACES.get((reason.rule.effect, reason.rule.temporary, reason.status), NO_LINE)


def verdict_at(line: int) -> Verdict:
    """Return the verdict where this line is the first that holds, 0 to 7; 8 where none does."""
    return _LINES[line][-1] if line < NO_LINE else Verdict.CANDIDATE


_LINES = (
    ("contraindication", False, Status.MET, Verdict.CONTRAINDICATED),
    ("contraindication", True, Status.MET, Verdict.DEFERRED),
    ("indication", False, Status.UNMET, Verdict.NOT_INDICATED),
    ("contraindication", False, Status.UNKNOWN, Verdict.UNDETERMINED),
    ("contraindication", True, Status.UNKNOWN, Verdict.UNDETERMINED),
    ("indication", False, Status.UNKNOWN, Verdict.UNDETERMINED),
    ("caution", False, Status.MET, Verdict.CAUTION),
    ("caution", False, Status.UNKNOWN, Verdict.UNDETERMINED),
)
_PLACES = {(effect, temporary, status): place for place, (effect, temporary, status, _) in enumerate(_LINES)}


def _reason(rule: Rule, findings: Findings) -> Reason:
    status = evaluate(rule.when, findings)
    if rule.addition is not None and status is Status.MET:
        return Reason(rule, status, first_day_beyond(rule.when, findings))
    return Reason(rule, status)


def _concluded(treatment: Treatment, reasons: tuple[Reason, ...], findings: Findings) -> Candidacy:
    verdict = conclude(reasons)
    return Candidacy(treatment, verdict, reasons, _missing(verdict, reasons, findings))


def _missing(verdict: Verdict, reasons: Iterable[Reason], findings: Findings) -> tuple[str, ...]:
    """Return the unrecorded findings that can still change the verdict."""
    paths = [
        path
        for reason in reasons
        if reason.status is Status.UNKNOWN and _still_matters(reason.rule, verdict)
        for path in unrecorded(reason.rule.when, findings)
    ]
    return tuple(dict.fromkeys(paths))


def _still_matters(rule: Rule, verdict: Verdict) -> bool:
    match verdict:
        case Verdict.UNDETERMINED:
            return True
        case Verdict.NOT_INDICATED:
            return rule.effect == "contraindication"
        case Verdict.DEFERRED:
            return rule.effect == "contraindication" and not rule.temporary
        case _:
            return False
