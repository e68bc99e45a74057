"""A locked copy of the key opens with its secret, for whom it was made, and with nothing else."""

import pytest

from kneedesk.store.wraps import KEY_LENGTH, Cost, Wrap, unwrap, wrap

KEY = bytes(range(KEY_LENGTH))
TINY = Cost(memory=8, passes=1, lanes=1)


def test_a_copy_opens_with_its_secret_for_whom_it_was_made():
    copy = wrap(KEY, "secret", b"ana", TINY)
    assert unwrap(copy, "secret", b"ana") == KEY
    assert unwrap(copy, "Secret", b"ana") is None
    assert unwrap(copy, "secret", b"bob") is None


def test_no_two_copies_are_alike():
    first, second = (wrap(KEY, "secret", b"", TINY) for _ in range(2))
    assert not {first.salt, first.nonce, first.locked} & {second.salt, second.nonce, second.locked}


def test_a_copy_is_kept_as_text_and_read_again_with_its_cost():
    copy = wrap(KEY, "secret", b"", TINY)
    kept = copy.as_json()
    assert kept["memory"] == 8
    assert Wrap.from_json(kept) == copy
    assert KEY.hex() not in str(kept)


@pytest.mark.parametrize("place", range(48))
def test_one_flipped_bit_opens_nothing(place):
    copy = wrap(KEY, "secret", b"", TINY)
    locked = bytearray(copy.locked)
    locked[place] ^= 1
    assert unwrap(Wrap(copy.cost, copy.salt, copy.nonce, bytes(locked)), "secret", b"") is None


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 64 * 1024 * 1024},
        {"memory": "65536"},
        {"memory": True},
        {"passes": 0},
        {"lanes": 1000},
        {"salt": "AAAA"},
        {"salt": "*"},
        {"nonce": 5},
        {"locked": None},
    ],
    ids=str,
)
def test_a_copy_that_is_none_or_asks_for_too_much_is_refused(change):
    with pytest.raises(ValueError, match=r"key|range|number"):
        Wrap.from_json(wrap(KEY, "secret", b"", TINY).as_json() | change)


def test_what_lacks_a_part_is_refused():
    kept = wrap(KEY, "secret", b"", TINY).as_json()
    del kept["nonce"]
    with pytest.raises(ValueError, match="no copy of a key"):
        Wrap.from_json(kept)


def test_a_guess_costs_64_mib_three_times_over():
    copy = wrap(KEY, "secret", b"", Cost())
    assert (copy.cost.memory, copy.cost.passes, copy.cost.lanes) == (65536, 3, 4)
    assert unwrap(copy, "secret", b"") == KEY


def test_a_secret_that_no_encoding_takes_is_not_quoted_by_an_error():
    assert unwrap(wrap(KEY, "half \ud800", b"", TINY), "half \ud800", b"") == KEY
