"""Of two states that two desks made of one, what differs is named, and a state is made of what was chosen of both."""

import pytest
from hypothesis import given, settings

from kneedesk.domain.finding import value_of
from kneedesk.domain.merging import By, Collision, collisions, merged
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.versions import finalise
from kneedesk.exchange.consultation_file import load
from tests.amending import amended, recorded
from tests.consultations import consultations
from tests.files import CASES
from tests.store.conftest import BEGIN


@pytest.fixture(scope="module")
def base():
    return recorded(load(CASES / "reference.json"), signatures=None)


@pytest.fixture
def ours(base):
    return amended(amended(base, "examination", flexion_degrees=95), "patient", identifier="MRN-1")


@pytest.fixture
def theirs(base):
    return amended(amended(base, "examination", flexion_degrees=100), "patient", given_name="Joan")


def test_what_differs_is_named_with_who_changed_it(base, ours, theirs):
    assert collisions(base, ours, theirs) == [
        Collision("patient.given_name", By.THEM, base.patient.given_name, "Joan"),
        Collision("patient.identifier", By.US, "MRN-1", base.patient.identifier),
        Collision("examination.flexion_degrees", By.BOTH, 95, 100),
    ]


def test_what_both_changed_alike_does_not_differ(base, ours):
    assert collisions(base, ours, ours) == []


def test_where_the_beginning_is_not_known_both_may_have_changed_it(ours, theirs):
    assert {each.by for each in collisions(None, ours, theirs)} == {By.BOTH}


def test_what_is_chosen_of_ours_stands_in_theirs(base, ours, theirs):
    state = merged(ours, theirs, {"patient.identifier"})
    assert (state.patient.identifier, state.patient.given_name, state.examination.flexion_degrees) == (
        "MRN-1",
        "Joan",
        100,
    )
    assert merged(ours, theirs, set()) == theirs
    assert merged(ours, theirs, {each.path for each in collisions(base, ours, theirs)}) == ours


def test_what_is_finalised_is_never_merged(ours, theirs):
    with pytest.raises(ValueError, match="finalised"):
        merged(ours, finalise(theirs, "2026.11", BEGIN), {"patient.identifier"})


def test_a_version_that_was_finalised_here_comes_back_as_a_draft(base, ours):
    state = merged(finalise(ours, "2026.11", BEGIN), base, {"patient.identifier"})
    assert state.finalised is None
    assert state.patient.identifier == "MRN-1"


@pytest.fixture
def signed(base):
    signature = Signature(role=Role.PATIENT, name="Ana Ruiz", at=BEGIN, method=Method.TYPED, meaning="I agree.")
    return recorded(base, signatures=(signature,))


def test_what_was_signed_of_another_state_is_void(signed):
    other = amended(signed, "examination", flexion_degrees=100)
    assert merged(other, signed, {"examination.flexion_degrees"}).signatures is None
    assert merged(other, signed, set()).signatures == signed.signatures


def test_our_signatures_do_not_come_to_stand_under_theirs(base, signed):
    theirs = amended(base, "examination", flexion_degrees=100)
    assert merged(signed, theirs, {"signatures"}).signatures is None
    both = {"signatures", "examination.flexion_degrees"}
    assert merged(signed, theirs, both).signatures == signed.signatures


@settings(max_examples=20)
@given(consultations(), consultations())
def test_everything_of_ours_or_nothing_gives_ours_or_theirs(ours, theirs):
    paths = {each.path for each in collisions(None, ours, theirs)}
    if theirs.finalised is None:
        assert merged(ours, theirs, ()) == theirs
        state = merged(ours, theirs, paths)
        assert all(value_of(state, path) == value_of(ours, path) for path in paths)
