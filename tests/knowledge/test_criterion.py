"""The vocabulary of rules: each kind of criterion is told by its key, and names the findings that it looks at."""

import json

import pytest
from pydantic import TypeAdapter, ValidationError

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
    findings_of,
)

INFECTION = {"finding": "history.active_infection", "is": True}
GRADE = {"finding": "imaging.kellgren_lawrence", "at_least": 2}
STEROID = {"finding": "history.previous_treatments", "previous": ["corticosteroid"], "within_days": 90}


def read(written: dict) -> Criterion:
    return TypeAdapter(Criterion).validate_json(json.dumps(written))


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ({"all": [INFECTION, GRADE]}, AllOf),
        ({"any": [INFECTION, GRADE]}, AnyOf),
        ({"not": INFECTION}, Not),
        (INFECTION, Is),
        ({"finding": "history.red_flags", "names_any": True}, NamesAny),
        (GRADE, Threshold),
        ({"finding": "imaging.kellgren_lawrence", "at_most": 1}, Threshold),
        ({"finding": "patient.birth_date", "age_at_least": 18}, Age),
        (STEROID, Previous),
        ({"finding": "history.knee_replacement_planned", "planned_within_days": 90}, PlannedWithin),
    ],
)
def test_a_criterion_is_told_by_its_key(written, kind):
    assert type(read(written)) is kind


@pytest.mark.parametrize(
    "written",
    [
        {},
        {"finding": "history.active_infection"},
        {"all": [INFECTION]},
        {"any": []},
        {**GRADE, "at_most": 3},
        {"finding": "imaging.kellgren_lawrence", "is": []},
        {"finding": "imaging.kellgren_lawrence", "at_least": "2"},
        {"finding": "patient.sex", "age_at_least": 18},
        {"finding": "patient.birth_date", "age_at_least": 18, "age_at_most": 55},
        {"finding": "history.previous_treatments", "previous": ["leeches"]},
        {"finding": "history.previous_treatments", "previous": []},
        {**STEROID, "within_days": -1},
        {**STEROID, "before": "imaging.date"},
        {**INFECTION, "because": "we say so"},
    ],
    ids=str,
)
def test_a_criterion_outside_the_vocabulary_is_refused(written):
    with pytest.raises(ValidationError):
        read(written)


def test_one_value_and_a_list_of_one_are_the_same():
    assert read(INFECTION) == read({**INFECTION, "is": [True]})


@pytest.mark.parametrize(
    ("bound", "sides"), [({"at_least": 2}, (2, 1)), ({"at_most": 1}, (1, 2)), ({"at_most": 0}, (0, 1))]
)
def test_a_threshold_has_a_last_value_that_meets_it_and_a_first_that_does_not(bound, sides):
    assert read({"finding": "imaging.kellgren_lawrence", **bound}).sides == sides


def test_findings_are_named_in_order_each_once():
    criterion = read({"any": [{"all": [GRADE, {"not": INFECTION}]}, GRADE]})
    assert findings_of(criterion) == ("imaging.kellgren_lawrence", "history.active_infection")


def test_days_before_a_planned_replacement_look_at_the_plan_too():
    assert findings_of(read(STEROID)) == ("history.previous_treatments",)
    assert findings_of(read({**STEROID, "before": "history.knee_replacement_planned"})) == (
        "history.previous_treatments",
        "history.knee_replacement_planned",
    )
