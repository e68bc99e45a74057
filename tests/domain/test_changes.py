"""What changed: applied to the old state it gives the new one, and nothing else is named."""

import json

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from kneedesk.domain.changes import Change, applied, changes_between, value_typed
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import finding_types, value_of
from kneedesk.exchange.consultation_file import load
from tests.amending import amended
from tests.consultations import consultations
from tests.files import CASES


@pytest.fixture(scope="module")
def reference():
    return load(CASES / "reference.json")


FEWER = settings(max_examples=20)  # a consultation takes long to draw


@FEWER
@given(consultations(), consultations())
def test_what_changed_leads_from_any_state_to_any_other_and_back(before, after):
    forth, back = changes_between(before, after), changes_between(after, before)
    assert applied(before, forth) == after
    assert applied(after, back) == before
    assert {change.path for change in forth} <= finding_types().keys()
    assert {change.path: (change.old, change.new) for change in forth} == {
        change.path: (change.new, change.old) for change in back
    }
    assert tuple(Change(*each) for each in json.loads(json.dumps(forth))) == forth


@FEWER
@given(consultations())
def test_a_consultation_begins_from_nothing_with_all_that_is_recorded(after):
    changes = changes_between(None, after)
    assert len({change.path for change in changes}) == len(changes)
    assert all(change.old is None and change.new is not None for change in changes)
    assert applied(None, changes) == after


@FEWER
@given(consultations())
def test_each_value_is_read_back_as_the_consultation_holds_it(state):
    for change in changes_between(None, state):
        assert value_typed(change.path, change.new) == value_of(state, change.path)


def test_a_value_that_a_finding_cannot_have_is_refused():
    with pytest.raises(ValidationError):
        value_typed("imaging.kellgren_lawrence", 7)


@FEWER
@given(consultations())
def test_of_the_same_state_nothing_changed_whether_it_is_the_same_object_or_not(state):
    assert changes_between(state, state) == ()
    assert changes_between(state, Consultation.model_validate_json(state.model_dump_json())) == ()


def test_one_answer_is_one_change_with_its_old_value(reference):
    after = amended(reference, "examination", flexion_degrees=95)
    assert changes_between(reference, after) == (
        Change("examination.flexion_degrees", reference.examination.flexion_degrees, 95),
    )


def test_an_answer_that_is_taken_away_leaves_nothing_recorded(reference):
    after = amended(reference, "examination", flexion_degrees=None)
    (only,) = changes_between(reference, after)
    assert only.new is None
    assert only.old == reference.examination.flexion_degrees


def test_asked_and_none_is_another_value_than_not_recorded(reference):
    before, after = (amended(reference, "history", allergies=value) for value in (None, ()))
    assert changes_between(before, after) == (Change("history.allergies", None, []),)
