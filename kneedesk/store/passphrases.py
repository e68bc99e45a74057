"""What a passphrase must be, and how long one waits after wrong ones."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

SHORTEST = 12
LONGEST = 200
_FEWEST_DIFFERENT = 6
_FREE = 2  # slips of the finger cost no time
_FIRST_WAIT = timedelta(seconds=5)
_LONGEST_WAIT = timedelta(minutes=15)

# Messages of the application.
TOO_SHORT = (
    "A passphrase needs at least 12 characters: three or four words that do not belong together are easy to keep."
)
TOO_LONG = "A passphrase has at most 200 characters."
TOO_PLAIN = "This passphrase repeats itself or counts up: three or four words that do not belong together are safer."
NAMED = "A passphrase is no name: three or four words that do not belong together are safer."


def normal(passphrase: str) -> str:
    """Return a passphrase as it is taken, whatever the keyboard makes of an accent or a space."""
    return unicodedata.normalize("NFKC", passphrase)


def weakness(passphrase: str, names: Sequence[str] = ()) -> str:
    """Return one sentence on why a passphrase is too weak, empty where it is not.

    Its length counts, not which kinds of signs it has (NIST SP 800-63B); ``names`` are the user's and the practice's.
    """
    taken = normal(passphrase)
    if len(taken) < SHORTEST:
        return TOO_SHORT
    if len(taken) > LONGEST:
        return TOO_LONG
    steps = {ord(second) - ord(first) for first, second in pairwise(taken)}
    if len(set(taken.casefold())) < _FEWEST_DIFFERENT or len(steps) <= 2:
        return TOO_PLAIN
    if _words(taken) and _words(taken) <= {word for name in names for word in _words(name)}:
        return NAMED
    return ""


def pause(failures: int) -> timedelta:
    """Return the wait after wrong passphrases in a row: five seconds, doubled each time, up to 15 minutes."""
    if failures <= _FREE:
        return timedelta(0)
    doublings = min(failures - _FREE - 1, 16)
    return min(_FIRST_WAIT * (1 << doublings), _LONGEST_WAIT)


def remaining(failures: Sequence[datetime], now: datetime) -> timedelta:
    """Return how much longer one waits after wrong passphrases at these instants, the newest last.

    Where the clock was set back the whole wait is left.
    """
    if not failures:
        return timedelta(0)
    passed = max(now - failures[-1], timedelta(0))
    return max(pause(len(failures)) - passed, timedelta(0))


def _words(text: str) -> set[str]:
    apart = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return {word.strip("0123456789") for word in apart.split()} - {""}
