"""A portion of the list is the same from wherever it is looked for, and is broken off once nobody waits for it."""

from datetime import timedelta

import pytest

from kneedesk.store.faults import Unavailable
from kneedesk.store.summary import Near
from tests.store.conftest import BEGIN

KEPT = 12


@pytest.fixture
def several(kept, cases):
    """Keep some of one day, some of these begun at one instant, and some of other days."""
    for number in range(KEPT):
        day = cases["reference"].date - timedelta(number // 5)
        kept.save(f"k{number:02}", cases["reference"].model_copy(update={"date": day}), BEGIN - timedelta(number // 3))
    return kept


def keys(found):
    return [summary.key for summary in found]


@pytest.mark.parametrize("text", ["", "ruiz"])
def test_a_portion_is_the_same_whatever_is_known_near_it(several, text):
    listed = several.find(text)
    assert len(listed) == several.count(text) == KEPT
    for offset in range(KEPT):
        expected = keys(listed[offset : offset + 4])
        assert keys(several.find(text, 4, offset)) == expected
        assert keys(several.find(text, 4, offset, Near(KEPT))) == expected
        for place in (*range(offset), *range(offset + 4, KEPT)):
            assert keys(several.find(text, 4, offset, Near(place, listed[place]))) == expected


def test_what_is_looked_for_in_vain_is_broken_off(several, monkeypatch):
    monkeypatch.setattr("kneedesk.store.listing._STEPS", 1)
    with pytest.raises(Unavailable):
        several.find("ruiz", vain=lambda: True)
    with pytest.raises(Unavailable):
        several.count("ruiz", vain=lambda: True)
    assert len(several.find("ruiz")) == KEPT
