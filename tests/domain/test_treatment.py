"""The seven courses that are compared, what was tried before, and what is proposed."""

import datetime

import pytest

from kneedesk.domain.treatment import PROCEDURES, PreviousKind, PreviousTreatment, Proposal, Response, Treatment
from tests.domain.faults import faults


def test_six_of_the_seven_courses_are_procedures():
    assert len(Treatment) == 7
    assert set(Treatment) - set(PROCEDURES) == {Treatment.CONSERVATIVE}
    assert len(PROCEDURES) == 6


def test_every_procedure_can_have_been_tried_before():
    assert {treatment.value for treatment in PROCEDURES} <= {kind.value for kind in PreviousKind}


def test_a_previous_treatment_names_what_was_tried():
    tried = PreviousTreatment(treatment=PreviousKind.PRP)
    assert (tried.response, tried.date) == (None, None)
    assert faults(PreviousTreatment, response=Response.GOOD) == [("treatment", "missing")]


def test_a_treatment_without_response_is_not_one_that_did_not_help():
    assert PreviousTreatment(treatment=PreviousKind.PRP) != PreviousTreatment(
        treatment=PreviousKind.PRP, response=Response.NONE
    )


@pytest.mark.parametrize("sessions", [1, 50])
def test_sessions_at_their_bounds_are_taken(sessions):
    assert Proposal(sessions=sessions).sessions == sessions


@pytest.mark.parametrize(
    ("sessions", "fault"),
    [(0, "greater_than_equal"), (51, "less_than_equal"), (1.0, "int_type"), (True, "int_type"), ("1", "int_type")],
)
def test_sessions_beyond_or_of_another_kind_are_refused(sessions, fault):
    assert faults(Proposal, sessions=sessions) == [("sessions", fault)]


def test_nothing_of_a_proposal_is_required():
    assert set(dict(Proposal()).values()) == {None}
    assert Proposal(date=datetime.date(2026, 12, 10), total_cost="5200 USD").total_cost == "5200 USD"
