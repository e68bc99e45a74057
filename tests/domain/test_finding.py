"""Every finding has one path, and its path tells the values that it may have."""

import datetime
from enum import StrEnum

import pytest

from kneedesk.domain.consultation import Consultation, Jurisdiction, Knee
from kneedesk.domain.decision import Unsure
from kneedesk.domain.examination import Effusion
from kneedesk.domain.finding import bounds, choices, entry_choices, finding_types, value_of
from kneedesk.domain.history import Condition, Hypersensitivity, RedFlag
from kneedesk.domain.preferences import Priority
from kneedesk.domain.record import Record
from kneedesk.domain.treatment import Treatment

BOUNDS = {
    "patient.height_cm": (50, 250),
    "patient.weight_kg": (20, 350),
    "history.symptom_duration_months": (0, 1200),
    "examination.flexion_degrees": (0, 170),
    "examination.extension_deficit_degrees": (0, 60),
    "examination.alignment_degrees": (-40, 40),
    "imaging.kellgren_lawrence": (0, 4),
    "proposal.sessions": (1, 50),
    "stop_rule.amount": (0.5, 10),
}
CHOICES = {
    "knee": tuple(Knee),
    "jurisdiction": tuple(Jurisdiction),
    "version": (1,),
    "history.condition": tuple(Condition),
    "history.active_infection": (True, False),
    "history.knee_replacement_planned": (False,),
    "examination.effusion": tuple(Effusion),
    "proposal.treatment": tuple(Treatment),
    "decision.leaning": (*Treatment, Unsure.NOT_SURE),
    "consent.interpreter": (False,),
    "preferences.expected_pain_asked": (),
    "format": (),
    "date": (),
    "patient.family_name": (),
    "patient.height_cm": (),
    "history.red_flags": (),
    "measures": (),
}
ENTRY_CHOICES = {
    "history.red_flags": tuple(RedFlag),
    "history.hypersensitivity": tuple(Hypersensitivity),
    "preferences.priorities": tuple(Priority),
    "history.medications": (),
    "history.previous_treatments": (),
    "history.condition": (),
    "examination.skin_intact": (),
    "measures": (),
}


def fields() -> set[str]:
    paths = set()
    for name, field in Consultation.model_fields.items():
        block = field.annotation
        inner = block.model_fields if isinstance(block, type) and issubclass(block, Record) else None
        paths |= {f"{name}.{each}" for each in inner} if inner else {name}
    return paths


def test_every_field_has_one_path():
    assert set(finding_types()) == fields()
    assert not any(path.count(".") > 1 for path in finding_types())


def test_paths_and_their_types_do_not_change():
    with pytest.raises(TypeError):
        finding_types()["patient.shoe_size"] = (int,)


@pytest.mark.parametrize("path", sorted(fields()))
def test_a_path_leads_to_what_is_recorded_there(path, cases):
    consultation = cases["reference"]
    block, _, name = path.partition(".")
    expected = getattr(consultation, block)
    assert value_of(consultation, path) == (getattr(expected, name) if name else expected)


def test_nothing_is_recorded_where_nothing_was():
    begun = Consultation.model_validate_json(
        '{"format":"kneedesk-consultation","version":1,"date":"2026-11-18","knee":"left","jurisdiction":"us",'
        '"patient":{"family_name":"Ruiz"}}'
    )
    recorded = {path for path in finding_types() if value_of(begun, path) is not None}
    assert recorded == {"format", "version", "date", "knee", "jurisdiction", "patient.family_name"}
    assert value_of(begun, "date") == datetime.date(2026, 11, 18)


@pytest.mark.parametrize(("path", "values"), CHOICES.items(), ids=CHOICES)
def test_choices_of_a_finding(path, values):
    assert choices(path) == values


@pytest.mark.parametrize(("path", "values"), ENTRY_CHOICES.items(), ids=ENTRY_CHOICES)
def test_choices_of_an_entry(path, values):
    assert entry_choices(path) == values


def test_every_closed_list_is_found():
    closed = {
        path
        for path, kinds in finding_types().items()
        if any(kind is bool or (isinstance(kind, type) and issubclass(kind, StrEnum)) for kind in kinds)
    }
    assert closed == {path for path in finding_types() if len(choices(path)) > 1}


@pytest.mark.parametrize(("path", "limits"), BOUNDS.items(), ids=BOUNDS)
def test_bounds_of_a_number(path, limits):
    assert bounds(path) == limits


@pytest.mark.parametrize("path", sorted(fields() - set(BOUNDS)))
def test_what_is_no_number_has_no_bounds(path):
    with pytest.raises(ValueError, match=f"{path} has no bounds"):
        bounds(path)


@pytest.mark.parametrize("function", [choices, entry_choices, bounds])
def test_an_unknown_path_is_an_error_of_the_program(function):
    with pytest.raises(KeyError, match="shoe_size"):
        function("patient.shoe_size")
