"""What was talked through and decided; an override needs a treatment and a reason."""

import datetime

import pytest

from kneedesk.domain.decision import Check, Counselling, Decision, Outcome, Override, StopRule, Unsure
from kneedesk.domain.treatment import Treatment
from tests.domain.faults import faults


def test_a_consultation_has_four_endings():
    assert list(Outcome) == ["proceed", "not_today", "refer", "decline"]


@pytest.mark.parametrize("kind", [Counselling, Decision, StopRule])
def test_nothing_is_required(kind):
    assert set(dict(kind()).values()) == {None}


@pytest.mark.parametrize("leaning", [*Treatment, Unsure.NOT_SURE])
def test_a_patient_leans_towards_a_course_or_is_not_sure(leaning):
    assert Decision(leaning=leaning).leaning is leaning


def test_a_stop_rule_asks_for_a_change_that_the_scale_has():
    for amount in (0.5, 2, 10):
        assert StopRule(amount=amount).amount == amount
    assert faults(StopRule, amount=0.4) == [("amount", "greater_than_equal")]
    assert faults(StopRule, amount=10.5) == [("amount", "less_than_equal")]


def test_a_topic_is_talked_through_once_and_a_question_may_come_twice():
    assert faults(Counselling, discussed=("infection", "infection")) == [("discussed", "repeated")]
    assert faults(Counselling, checked=(Check.TRACE, Check.TRACE)) == [("checked", "repeated")]
    assert Counselling(questions=("Why?", "Why?")).questions == ("Why?", "Why?")


def test_an_override_needs_a_treatment_and_a_reason():
    assert faults(Override) == [("treatment", "missing"), ("reason", "missing")]
    assert faults(Override, treatment=Treatment.PRP, reason=" \u200b") == [("reason", "blank")]
    assert Override(treatment=Treatment.PRP, reason="Asked for it.").rule is None


def test_an_override_is_made_at_an_instant_with_an_offset():
    made = datetime.datetime(2026, 11, 18, 14, 2, tzinfo=datetime.UTC)
    assert Override(treatment=Treatment.PRP, reason="x", at=made).at == made
    naive = made.replace(tzinfo=None)
    assert faults(Override, treatment=Treatment.PRP, reason="x", at=naive) == [("at", "timezone_aware")]


def test_texts_have_a_greatest_length():
    assert faults(Decision, reason="x" * 5001) == [("reason", "string_too_long")]
    assert faults(Counselling, teach_back="x" * 5001) == [("teach_back", "string_too_long")]
    assert faults(Counselling, complication_costs="x" * 5001) == [("complication_costs", "string_too_long")]
    assert faults(Counselling, discussed=("x" * 201,)) == [("discussed.0", "string_too_long")]
