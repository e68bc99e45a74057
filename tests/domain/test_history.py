"""The history: not recorded, asked and none, and something are three different answers."""

import datetime

import pytest

from kneedesk.domain.history import Condition, History, Hypersensitivity, RedFlag
from kneedesk.domain.treatment import PreviousKind, PreviousTreatment
from tests.domain.faults import faults

LISTS = ("previous_treatments", "hypersensitivity", "medications", "allergies", "red_flags")
YES_OR_NO = ("active_infection", "cancer_affected_knee", "active_cancer", "pregnancy", "anticoagulant")
STATES = ("bleeding_disorder", "autoimmune_disease", "immunosuppression", "comorbidity", "diabetes")


def test_nothing_is_required():
    assert set(dict(History()).values()) == {None}


@pytest.mark.parametrize("finding", LISTS)
def test_asked_and_none_is_not_the_same_as_not_asked(finding):
    assert getattr(History(**{finding: ()}), finding) == ()
    assert History(**{finding: ()}) != History()


@pytest.mark.parametrize("finding", YES_OR_NO)
def test_no_is_not_the_same_as_not_recorded(finding):
    assert History(**{finding: False}) != History()
    assert faults(History, **{finding: 0}) == [(finding, "bool_type")]


@pytest.mark.parametrize("finding", STATES)
def test_a_state_of_none_is_recorded(finding):
    kind = next(each for each in History.model_fields[finding].annotation.__args__ if each is not type(None))
    assert len(kind) == 3
    assert History(**{finding: kind("none")}) != History()


def test_months_of_complaint_lie_within_a_century():
    for months in (0, 0.5, 1200):
        assert History(symptom_duration_months=months).symptom_duration_months == months
    assert faults(History, symptom_duration_months=-0.5) == [("symptom_duration_months", "greater_than_equal")]
    assert faults(History, symptom_duration_months=1200.5) == [("symptom_duration_months", "less_than_equal")]


def test_a_replacement_is_planned_on_a_day_or_asked_and_not_planned():
    day = datetime.date(2027, 1, 8)
    assert History(knee_replacement_planned=day).knee_replacement_planned == day
    assert History(knee_replacement_planned=False).knee_replacement_planned is False
    assert History(knee_replacement_planned=None).knee_replacement_planned is None


@pytest.mark.parametrize("value", [True, 0, 0.0, "false", datetime.datetime(2027, 1, 8, tzinfo=datetime.UTC)], ids=str)
def test_nothing_else_says_whether_a_replacement_is_planned(value):
    assert {place.split(".")[0] for place, _ in faults(History, knee_replacement_planned=value)} == {
        "knee_replacement_planned"
    }


@pytest.mark.parametrize(
    ("finding", "entry"),
    [("red_flags", RedFlag.FRACTURE), ("hypersensitivity", Hypersensitivity.CORTICOSTEROID)],
)
def test_an_entry_of_a_closed_list_stands_once(finding, entry):
    assert getattr(History(**{finding: tuple(type(entry))}), finding) == tuple(type(entry))
    assert faults(History, **{finding: (entry, entry)}) == [(finding, "repeated")]


def test_a_treatment_may_have_been_tried_twice():
    twice = (PreviousTreatment(treatment=PreviousKind.CORTICOSTEROID),) * 2
    assert History(previous_treatments=twice).previous_treatments == twice


def test_a_list_is_a_tuple_of_its_own_entries():
    assert faults(History, red_flags=[RedFlag.FRACTURE]) == [("red_flags", "tuple_type")]
    assert faults(History, red_flags=("fracture",)) == [("red_flags.0", "is_instance_of")]
    assert faults(History, condition="osteoarthritis") == [("condition", "is_instance_of")]
    assert History(condition=Condition.OSTEOARTHRITIS).condition is Condition.OSTEOARTHRITIS
