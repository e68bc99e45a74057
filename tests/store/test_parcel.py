"""What could not be written is kept, and nobody reads it without the key."""

from datetime import date

import pytest
from cryptography.exceptions import InvalidTag

from kneedesk.store.parcel import Parcel, Unwritten
from tests.people import ANA
from tests.store.conftest import KEY

DEED = ("2026-11-18T13:02:00+00:00", "print", "k-1", "consent en a4")


@pytest.fixture
def unwritten(cases):
    states = {
        "k-1": (cases["reference"], {"history.diabetes": date(2026, 3, 1)}),
        "k-2": (cases["hostile-text"], None),
    }
    standing = {"k-1": (cases["trial"], cases["declined"])}
    return Unwritten(
        states, {"k-1": "afraid of needles"}, ("Words: Pain 3 of 10.",), {}, (DEED,), standing, {"k-1": "afraid"}
    )


def test_what_is_unpacked_is_what_was_packed(unwritten):
    parcel = Parcel.pack(unwritten, ANA, KEY)
    assert parcel.unpack(KEY) == unwritten
    assert (parcel.user, parcel.count) == (ANA, 3)


def test_nothing_of_it_is_read_without_the_key(unwritten):
    parcel = Parcel.pack(unwritten, ANA, KEY)
    for words in (b"needles", b"Ruiz", b"Pain 3"):
        assert words not in parcel.locked
    assert "locked" not in repr(parcel)
    with pytest.raises(InvalidTag):
        parcel.unpack(bytes(32))


def test_what_is_newer_stands_over_what_is_older_and_nothing_of_either_goes(cases):
    trial, declined = cases["trial"], cases["declined"]
    states, standing = {"a": (trial, {}), "b": (trial, {})}, {"a": (trial,), "b": (trial,)}
    older = Unwritten(states, {"n": "old", "m": "old"}, (), {"a": 1}, (), standing)
    newer = Unwritten({"a": (declined, {})}, {"n": "new"}, ("typed",), {"a": 2}, (), {"a": (trial, declined)})
    both = newer.over(older)
    assert both.states == {"a": (cases["declined"], {}), "b": (cases["trial"], {})}
    assert (both.notes, both.typed, both.bases) == (
        {"n": "old\n\nnew", "m": "old"},
        ("typed",),
        {"a": 2},
    )
    assert both.standing == {"a": (trial, declined), "b": (trial,)}
    assert newer.over(None) is newer
