"""What a passphrase must be, and how long one waits after wrong ones."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneedesk.store.passphrases import NAMED, TOO_LONG, TOO_PLAIN, TOO_SHORT, normal, pause, remaining, weakness

AT = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)
NAMES = ("Dr. Ana María Núñez-Ortega", "Riverside Knee Clinic")


@pytest.mark.parametrize(
    "passphrase",
    ["copper lantern walks north", "ünïcode rodilla 膝", "correcthorsebattery", "Riverside copper lantern"],
)
def test_words_that_do_not_belong_together_are_taken(passphrase):
    assert weakness(passphrase, NAMES) == ""


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [
        ("", TOO_SHORT),
        ("Xq7!vB2#kLp", TOO_SHORT),
        ("x" * 201, TOO_LONG),
        ("aaaaaaaaaaaaaaaa", TOO_PLAIN),
        ("1212 1212 1212", TOO_PLAIN),
        ("abcdefghijklmnop", TOO_PLAIN),
        ("987654321098", TOO_PLAIN),
        ("riverside clinic", NAMED),
        ("ana.maría núñez 1974", NAMED),
    ],
)
def test_what_is_weak_is_said_in_one_sentence(passphrase, said):
    assert weakness(passphrase, NAMES) == said
    assert passphrase == "" or passphrase not in said


def test_a_passphrase_is_the_same_from_every_keyboard():
    assert normal("jose\u0301\u00a0rodilla") == normal("josé rodilla")


def test_two_slips_cost_no_time_and_then_the_wait_doubles_up_to_a_quarter_of_an_hour():
    assert [pause(failures).total_seconds() for failures in range(13)] == [
        0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900,
    ]  # fmt: skip
    assert pause(10**9) == timedelta(minutes=15)


@given(st.integers(0, 200), st.integers(0, 10**6))
def test_the_wait_runs_out_and_is_never_longer_than_the_pause(failures, seconds):
    left = remaining([AT] * failures, AT + timedelta(seconds=seconds))
    assert timedelta(0) <= left <= pause(failures)
    assert left == max(pause(failures) - timedelta(seconds=seconds), timedelta(0))


@given(st.integers(1, 10**7))
def test_a_clock_that_was_set_back_does_not_end_the_wait(seconds):
    assert remaining([AT] * 4, AT - timedelta(seconds=seconds)) == pause(4)
