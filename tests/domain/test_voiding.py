"""Which changes make signatures void."""

from datetime import UTC, date, datetime

import pytest

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Outcome
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.voiding import voided_by

SIGNED = Signature(
    role=Role.PATIENT,
    name="Ana Ruiz Peña",
    at=datetime(2026, 11, 18, 14, 2, tzinfo=UTC),
    method=Method.PAPER,
    meaning="I agree.",
)


@pytest.fixture
def signed(cases) -> Consultation:
    return Consultation.model_validate({**dict(cases["reference"]), "signatures": (SIGNED,)})


@pytest.mark.parametrize(
    "changes",
    [
        {"proposal.total_cost": "9000 USD"},
        {"decision.outcome": Outcome.DECLINE},
        {"patient.birth_date": date(1964, 5, 3)},
        {"counselling.discussed": ("infection",), "not_assessed": None},
        {"knee": "left"},
    ],
)
def test_a_change_of_what_was_signed_makes_every_signature_void(signed, changes):
    assert voided_by(changes, signed) == (SIGNED,)


@pytest.mark.parametrize(
    "changes",
    [
        {"signatures": None},
        {"consent.copy_given": True},
        {"product.lot": "L-2291"},
        {"product.viability": "91 %"},
        {"proposal.total_cost": "5200 USD"},  # as it stands
    ],
)
def test_what_follows_a_signature_and_what_changes_nothing_leave_it(signed, changes):
    assert voided_by(changes, signed) == ()


def test_where_nobody_signed_nothing_is_void(cases):
    assert voided_by({"proposal.total_cost": "9000 USD"}, cases["reference"]) == ()
