"""Two courses against each other: compared or not, the counts that were read, and what was found; no more."""

from dataclasses import replace
from datetime import date

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.head_to_head import HeadToHead
from kneedesk.presentation.content import Gap, basis_of, text_of
from kneedesk.presentation.head_to_head import compared

PAIR = (Treatment.PRP, Treatment.ARTHROSCOPY)
FOUND = {"text": {"en": "Nobody knows."}, "sources": ("pack-search",)}


@pytest.fixture
def with_pair(library):
    def with_pair(**values):
        dates = {"reviewed": date(2026, 11, 21), "review_due": date(2027, 11, 20)}
        written = {"id": "prp-arthroscopy", "courses": PAIR, "found": (FOUND,), **dates, **values}
        entry = HeadToHead.model_validate(written)
        return replace(library, head_to_head={entry.id: entry})

    return with_pair


def test_a_comparison_that_was_made_is_said_with_its_counts(with_pair, english):
    library = with_pair(compared="directly", people="PRP-01.participants", months="PRP-01.follow_up")
    names, answer, found = compared(tuple(reversed(PAIR)), library, english)
    assert text_of(names) == "Keyhole surgery (arthroscopy) and PRP (platelet-rich plasma) injection"
    assert text_of(answer) == "Yes, compared directly. 288 people, followed for 12 months."
    assert text_of(found) == "Nobody knows."
    assert basis_of(answer) == ("pack-search",)


def test_one_trial_is_one(with_pair, english):
    _, answer, _ = compared(PAIR, with_pair(compared="directly", trials="SUR-04.trials"), english)
    assert text_of(answer) == "Yes, compared directly. 1 trial."


def test_a_comparison_that_was_not_found_is_a_gap(with_pair, english):
    _, answer, _ = compared(PAIR, with_pair(compared="not-found"), english)
    assert isinstance(answer, Gap)
    assert "we know of no study" in text_of(answer.line)


def test_where_the_pack_is_silent_that_is_said(library, english):
    _, answer = compared(PAIR, replace(library, head_to_head={}), english)
    assert isinstance(answer, Gap)
    assert "Nothing was read" in text_of(answer.line)


def test_every_two_of_the_chosen_courses_are_answered(library, english):
    silent = replace(library, head_to_head={})
    for courses, pairs in ((tuple(Treatment)[:2], 1), (tuple(Treatment)[:3], 3), (tuple(Treatment)[:5], 10)):
        assert len(compared(courses, silent, english)) == 2 * pairs
