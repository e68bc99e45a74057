"""Every kind of criterion against what is recorded: met, unmet, or unknown, and *unknown* is never *unmet*."""

import json
from datetime import date, timedelta
from itertools import product

import pytest
from pydantic import TypeAdapter

from kneedesk.assessment.criteria import Status, days_after, evaluate, first_day_beyond, unrecorded
from kneedesk.assessment.findings import Findings
from kneedesk.domain.finding import finding_types
from kneedesk.domain.treatment import PreviousKind, PreviousTreatment, Response
from kneedesk.knowledge.criterion import Criterion

TODAY = date(2026, 11, 18)
MET, UNMET, UNKNOWN = Status.MET, Status.UNMET, Status.UNKNOWN
INFECTION = {"finding": "history.active_infection", "is": True}
CANCER = {"finding": "history.active_cancer", "is": True}
RECORDED = {MET: True, UNMET: False, UNKNOWN: None}
STEROID = {"finding": "history.previous_treatments", "previous": ["corticosteroid"], "within_days": 90}
BEFORE_SURGERY = {**STEROID, "before": "history.knee_replacement_planned"}


def read(written: dict) -> Criterion:
    return TypeAdapter(Criterion).validate_json(json.dumps(written))


def found(**values: object) -> Findings:
    """Return findings by path, with two underscores for the point."""
    recorded = {path.replace("__", "."): value for path, value in values.items()}
    return Findings(TODAY, {**dict.fromkeys(finding_types()), **recorded})


def entry(kind: str, days_ago: int | None = None, response: Response | None = None) -> PreviousTreatment:
    day = None if days_ago is None else TODAY - timedelta(days_ago)
    return PreviousTreatment(treatment=PreviousKind(kind), response=response, date=day)


@pytest.mark.parametrize(("left", "right"), list(product(Status, repeat=2)))
def test_all_and_any_follow_kleene(left, right):
    findings = found(history__active_infection=RECORDED[left], history__active_cancer=RECORDED[right])
    both = {left, right}
    every = UNMET if UNMET in both else UNKNOWN if UNKNOWN in both else MET
    some = MET if MET in both else UNKNOWN if UNKNOWN in both else UNMET
    assert evaluate(read({"all": [INFECTION, CANCER]}), findings) is every
    assert evaluate(read({"any": [INFECTION, CANCER]}), findings) is some


@pytest.mark.parametrize(("status", "negated"), [(MET, UNMET), (UNMET, MET), (UNKNOWN, UNKNOWN)])
def test_not_turns_met_and_unmet_and_leaves_unknown(status, negated):
    findings = found(history__active_infection=RECORDED[status])
    assert evaluate(read({"not": INFECTION}), findings) is negated


@pytest.mark.parametrize(
    ("written", "value", "status"),
    [
        ({"finding": "history.diabetes", "is": ["controlled", "uncontrolled"]}, "controlled", MET),
        ({"finding": "history.diabetes", "is": ["controlled", "uncontrolled"]}, "none", UNMET),
        ({"finding": "history.diabetes", "is": ["controlled"]}, None, UNKNOWN),
        ({"finding": "history.hypersensitivity", "is": "corticosteroid"}, ("corticosteroid",), MET),
        ({"finding": "history.hypersensitivity", "is": "corticosteroid"}, (), UNMET),
        ({"finding": "history.hypersensitivity", "is": "corticosteroid"}, None, UNKNOWN),
        ({"finding": "history.red_flags", "names_any": True}, ("fracture",), MET),
        ({"finding": "history.red_flags", "names_any": True}, (), UNMET),
        ({"finding": "history.red_flags", "names_any": True}, None, UNKNOWN),
        ({"finding": "imaging.kellgren_lawrence", "at_least": 2}, 2, MET),
        ({"finding": "imaging.kellgren_lawrence", "at_least": 2}, 1, UNMET),
        ({"finding": "imaging.kellgren_lawrence", "at_least": 2}, None, UNKNOWN),
        ({"finding": "imaging.kellgren_lawrence", "at_most": 1}, 1, MET),
        ({"finding": "imaging.kellgren_lawrence", "at_most": 1}, 2, UNMET),
        ({"finding": "imaging.kellgren_lawrence", "at_most": 0}, 0, MET),
        ({"finding": "patient.birth_date", "age_at_least": 18}, date(2008, 11, 18), MET),
        ({"finding": "patient.birth_date", "age_at_least": 18}, date(2008, 11, 19), UNMET),
        ({"finding": "patient.birth_date", "age_at_most": 54}, date(1971, 11, 19), MET),
        ({"finding": "patient.birth_date", "age_at_most": 54}, date(1971, 11, 18), UNMET),
        ({"finding": "patient.birth_date", "age_at_least": 18}, None, UNKNOWN),
        ({"finding": "history.knee_replacement_planned", "planned_within_days": 90}, TODAY + timedelta(90), MET),
        ({"finding": "history.knee_replacement_planned", "planned_within_days": 90}, TODAY + timedelta(91), UNMET),
        ({"finding": "history.knee_replacement_planned", "planned_within_days": 90}, False, UNMET),
        ({"finding": "history.knee_replacement_planned", "planned_within_days": 90}, None, UNKNOWN),
    ],
    ids=str,
)
def test_a_finding_meets_a_criterion_or_not(written, value, status):
    criterion = read(written)
    findings = found(**{written["finding"].replace(".", "__"): value})
    assert evaluate(criterion, findings) is status
    assert unrecorded(criterion, findings) == ((written["finding"],) if status is UNKNOWN else ())


@pytest.mark.parametrize(
    ("entries", "status"),
    [
        (None, UNKNOWN),
        ((), UNMET),
        ((entry("prp", 10),), UNMET),
        ((entry("corticosteroid", 90),), MET),
        ((entry("corticosteroid", 91),), UNMET),
        ((entry("corticosteroid"),), UNKNOWN),
        ((entry("corticosteroid"), entry("corticosteroid", 10)), MET),
        ((entry("corticosteroid"), entry("corticosteroid", 91)), UNKNOWN),
    ],
)
def test_days_since_a_treatment_count_both_ends(entries, status):
    assert evaluate(read(STEROID), found(history__previous_treatments=entries)) is status


@pytest.mark.parametrize(("response", "status"), [(Response.NONE, MET), (Response.PARTIAL, UNMET), (None, UNKNOWN)])
def test_the_response_to_a_treatment_counts(response, status):
    criterion = read({"finding": "history.previous_treatments", "previous": ["prp"], "response": "none"})
    findings = found(history__previous_treatments=(entry("prp", 10, response),))
    assert evaluate(criterion, findings) is status


@pytest.mark.parametrize(
    ("days_ago", "planned", "status", "missing"),
    [
        (10, TODAY + timedelta(80), MET, ()),
        (10, TODAY + timedelta(81), UNMET, ()),
        (90, False, MET, ()),
        (91, False, UNMET, ()),
        (91, None, UNMET, ()),
        (90, None, UNKNOWN, ("history.knee_replacement_planned",)),
        (None, None, UNKNOWN, ("history.previous_treatments", "history.knee_replacement_planned")),
        (None, False, UNKNOWN, ("history.previous_treatments",)),
    ],
)
def test_days_before_a_planned_replacement(days_ago, planned, status, missing):
    findings = found(
        history__previous_treatments=(entry("corticosteroid", days_ago),), history__knee_replacement_planned=planned
    )
    criterion = read(BEFORE_SURGERY)
    assert evaluate(criterion, findings) is status
    assert unrecorded(criterion, findings) == missing


def test_unrecorded_findings_are_named_in_order_each_once():
    criterion = read({"any": [{"all": [CANCER, INFECTION]}, {"not": INFECTION}]})
    assert unrecorded(criterion, found()) == ("history.active_cancer", "history.active_infection")


def test_the_first_day_beyond_is_that_of_the_last_treatment():
    criterion = read({"all": [INFECTION, {"any": [STEROID, CANCER]}]})
    entries = (entry("corticosteroid", 30), entry("corticosteroid", 10), entry("corticosteroid"), entry("prp", 1))
    findings = found(history__previous_treatments=entries)
    assert first_day_beyond(criterion, findings) == TODAY - timedelta(10) + timedelta(91)
    assert first_day_beyond(read(INFECTION), findings) is None
    assert first_day_beyond(criterion, found()) is None


def test_days_are_counted_no_further_than_the_calendar_goes():
    assert days_after(TODAY, 1) == date(2026, 11, 19)
    assert days_after(date(9999, 12, 30), 90) == date.max
