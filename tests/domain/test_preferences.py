"""What the patient wants: goals in own words, up to three priorities, and what pain is expected."""

import datetime

import pytest

from kneedesk.domain.preferences import Answer, Asked, ExpectedPain, Preferences, Priority
from tests.domain.faults import faults

ASKED_AT = datetime.datetime(2026, 11, 18, 13, 40, tzinfo=datetime.UTC)
SAID = (ExpectedPain(months=3, score=3),)
THREE = (Priority.COST, Priority.LOW_RISK, Priority.PAIN_RELIEF)


def test_up_to_three_priorities_are_kept_in_their_order():
    assert Preferences(priorities=THREE).priorities == THREE
    assert Preferences(priorities=()).priorities == ()
    assert faults(Preferences, priorities=(*THREE, Priority.FEWER_VISITS)) == [("priorities", "too_long")]
    assert faults(Preferences, priorities=THREE[:1] * 2) == [("priorities", "repeated")]


@pytest.mark.parametrize("months", [1, 120])
@pytest.mark.parametrize("score", [0, 2.5, 10])
def test_expected_pain_at_its_bounds_is_taken(months, score):
    expected = ExpectedPain(months=months, score=score)
    assert (expected.months, expected.score) == (months, score)


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"months": 0, "score": 0}, ("months", "greater_than_equal")),
        ({"months": 121, "score": 0}, ("months", "less_than_equal")),
        ({"months": 1.0, "score": 0}, ("months", "int_type")),
        ({"months": 1, "score": -0.1}, ("score", "greater_than_equal")),
        ({"months": 1, "score": 10.1}, ("score", "less_than_equal")),
        ({"months": 1}, ("score", "missing")),
        ({"score": 1}, ("months", "missing")),
    ],
)
def test_expected_pain_beyond_or_incomplete_is_refused(values, fault):
    assert faults(ExpectedPain, **values) == [fault]


@pytest.mark.parametrize("answer", list(Answer))
@pytest.mark.parametrize("expected", [None, (), SAID], ids=["not recorded", "none", "recorded"])
def test_an_answer_is_recorded_just_where_there_is_one(answer, expected):
    asked = Asked(at=ASKED_AT, answer=answer)
    if expected == (SAID if answer is Answer.ANSWERED else None):
        assert Preferences(expected_pain=expected, expected_pain_asked=asked).expected_pain_asked == asked
    else:
        assert faults(Preferences, expected_pain=expected, expected_pain_asked=asked) == [("", "misplaced")]


def test_when_the_expected_pain_was_asked_may_stay_unrecorded():
    assert Preferences(expected_pain=SAID).expected_pain_asked is None
    assert faults(Asked, answer=Answer.NOT_ASKED) == [("at", "missing")]
    assert faults(Asked, at=ASKED_AT) == [("answer", "missing")]


def test_goals_stay_in_the_words_of_the_patient():
    goals = ("  walk my dog\nround the lake ", "walk my dog", "walk my dog")
    assert Preferences(goals=goals).goals == goals


def test_nothing_is_required():
    assert set(dict(Preferences()).values()) == {None}
