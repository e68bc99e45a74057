"""The recovery key: signs that cannot be mistaken, and a slip that is said at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneedesk.store import recovery_key
from kneedesk.store.recovery_key import GROUPS, LENGTH, SIGNS, Misread, make_recovery_key, read_recovery_key, slips

KEYS = st.builds(make_recovery_key)


def test_it_is_printed_in_groups_of_signs_that_are_not_mistaken_for_others():
    made = make_recovery_key()
    assert [len(group) for group in made.split("-")] == [5] * GROUPS
    assert set(made) <= set(SIGNS) | {"-"}
    assert not set(SIGNS) & set("01ILO")
    assert make_recovery_key() != made


def test_it_is_as_hard_to_guess_as_a_key_of_128_bits():
    assert len(SIGNS) ** (4 * GROUPS) > 2**128


@given(KEYS)
def test_it_is_read_however_it_is_typed(key):
    assert read_recovery_key(key) == key
    assert read_recovery_key(f"  {key.lower().replace('-', ' ')}\n") == key
    assert read_recovery_key(key.replace("-", "")) == key


@given(KEYS, st.integers(0, LENGTH - 1), st.sampled_from(SIGNS + "01ILOÄ"))
def test_a_wrong_sign_is_found_in_its_group(key, place, sign):
    signs = list(key.replace("-", ""))
    if signs[place] == sign:
        return
    signs[place] = sign
    assert slips("".join(signs)) == (place // 5 + 1,)
    with pytest.raises(Misread) as caught:
        read_recovery_key("".join(signs))
    assert caught.value.group == place // 5 + 1


@given(KEYS, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_signs_that_changed_places_are_found(key, first, second):
    signs = list(key.replace("-", ""))
    if signs[first] == signs[second] or first // 5 != second // 5:
        return
    signs[first], signs[second] = signs[second], signs[first]
    assert slips("".join(signs)) == (first // 5 + 1,)


@given(KEYS, st.integers(0, GROUPS - 1), st.integers(0, GROUPS - 1))
def test_groups_that_changed_places_are_found(key, first, second):
    groups = key.split("-")
    groups[first], groups[second] = groups[second], groups[first]
    assert slips("-".join(groups)) == (() if first == second else tuple(sorted((first + 1, second + 1))))


def test_while_it_is_typed_only_groups_that_are_whole_are_judged():
    key = make_recovery_key()
    for length in range(len(key) + 1):
        assert slips(key[:length]) == ()


@pytest.mark.parametrize("typed", ["", "ABC", "-" * 40])
def test_what_is_too_short_has_no_wrong_group(typed):
    with pytest.raises(Misread, match="seven groups") as caught:
        read_recovery_key(typed)
    assert caught.value.group is None


def test_what_is_too_long_is_refused():
    key = make_recovery_key()
    for more in ("2", "22222"):
        with pytest.raises(Misread):
            read_recovery_key(key + more)


def test_what_is_said_of_a_slip_holds_nothing_of_the_key():
    key = make_recovery_key()
    typed = ("2" if key[0] != "2" else "3") + key[1:]
    with pytest.raises(Misread) as caught:
        read_recovery_key(typed)
    assert str(caught.value) == recovery_key.SLIP.format(number=1)
    assert not any(group in repr(caught.value) for group in key.split("-"))
