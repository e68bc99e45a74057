"""Consent: SURE's four questions, who decides and who was there, and the notice that was shown."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneedesk.domain.consent import Consent, ShownNotice, Sure, digest_of
from tests.domain.faults import faults

SHOWN = datetime.datetime(2026, 11, 18, 14, 2, tzinfo=datetime.UTC)
QUESTIONS = ("certain", "informed", "values_clear", "supported")


@pytest.mark.parametrize("kind", [Sure, Consent, ShownNotice])
def test_nothing_is_required(kind):
    assert set(dict(kind()).values()) == {None}


@given(st.fixed_dictionaries({name: st.none() | st.booleans() for name in QUESTIONS}))
def test_only_a_no_is_a_doubt(answers):
    assert Sure(**answers).has_doubt is any(answer is False for answer in answers.values())


def test_an_interpreter_is_named_or_was_declined():
    assert Consent(interpreter="Luz Ortiz").interpreter == "Luz Ortiz"
    assert Consent(interpreter=False).interpreter is False
    for value in (True, 0, 1, ("Luz",)):
        assert faults(Consent, interpreter=value)


def test_up_to_four_people_witness_each_named_and_named_once():
    four = ("Luz Ortiz", "Sam Reed", "Ida Holm", "Ben Okoro")
    assert Consent(witnesses=four).witnesses == four
    assert faults(Consent, witnesses=(*four, "Eva Lund")) == [("witnesses", "too_long")]
    assert faults(Consent, witnesses=("Luz Ortiz", " ")) == [("witnesses.1", "blank")]
    assert faults(Consent, witnesses=("Luz Ortiz", "Luz Ortiz")) == [("witnesses", "repeated")]


def test_texts_have_a_greatest_length():
    for name in ("proxy_name", "proxy_relationship", "discussed_by"):
        assert faults(Consent, **{name: "x" * 201}) == [(name, "string_too_long")]
    assert faults(Consent, time_to_think="x" * 5001) == [("time_to_think", "string_too_long")]
    assert faults(Sure, acknowledged="x" * 5001) == [("acknowledged", "string_too_long")]


@given(st.text(), st.text())
def test_a_digest_knows_the_words_again(one, other):
    assert ShownNotice(digest=digest_of(one), shown_at=SHOWN).digest == digest_of(one)
    assert (digest_of(one) == digest_of(other)) is (one == other)


@pytest.mark.parametrize("digest", ["", "0" * 63, "0" * 65, "A" * 64, "g" * 64, "0" * 64 + "\n", "\u0660" * 64])
def test_what_is_no_digest_is_refused(digest):
    assert faults(ShownNotice, digest=digest, shown_at=SHOWN) == [("digest", "digest")]


def test_what_was_shown_and_when_are_recorded_together():
    assert faults(ShownNotice, digest=digest_of("notice")) == [("", "misplaced")]
    assert faults(ShownNotice, shown_at=SHOWN) == [("", "misplaced")]
    assert faults(ShownNotice, digest=digest_of("notice"), shown_at=SHOWN.replace(tzinfo=None)) == [
        ("shown_at", "timezone_aware")
    ]
