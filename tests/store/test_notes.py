"""A note stands beside its consultation and nowhere else."""

from datetime import datetime

import pytest

from tests.store.conftest import BEGIN

WORDS = "Quillon is afraid of needles; ask the daughter."


def test_it_is_read_back_as_it_was_kept(kept, cases):
    kept.save("k", cases["reference"], BEGIN)
    kept.notes.keep("k", WORDS, BEGIN)
    assert kept.notes.read("k") == WORDS
    assert kept.notes.read("other") == ""


def test_the_newest_one_takes_the_place_of_the_one_before_and_an_empty_one_leaves_nothing(kept):
    kept.notes.keep("k", WORDS, BEGIN)
    kept.notes.keep("k", "Another", BEGIN)
    assert kept.notes.read("k") == "Another"
    kept.notes.keep("k", "", BEGIN)
    assert kept.notes.read("k") == ""


def test_what_another_desk_kept_since_it_was_read_stays(kept):
    kept.notes.keep("k", WORDS, BEGIN)
    assert kept.notes.keep("k", f"{WORDS} He rang.", BEGIN, WORDS) == f"{WORDS} He rang."
    both = kept.notes.keep("k", f"{WORDS} Pain 3 of 10.", BEGIN, WORDS)
    assert both == kept.notes.read("k") == f"{WORDS} He rang.\n\nPain 3 of 10."
    assert kept.notes.keep("k", "", BEGIN, both) == kept.notes.read("k") == ""


def test_it_is_no_change_of_the_consultation_and_nothing_is_found_by_it(kept, cases):
    kept.save("k", cases["reference"], BEGIN)
    before = kept.find()
    kept.notes.keep("k", WORDS, BEGIN)
    assert kept.find() == before
    assert kept.find("needles") == []
    assert kept.read("k") == cases["reference"]


def test_an_instant_without_a_zone_is_refused(kept):
    with pytest.raises(ValueError, match="time zone"):
        kept.notes.keep("k", WORDS, datetime(2026, 11, 18, 13, 2))
