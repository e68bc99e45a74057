"""The recovery key that is printed once: groups of signs that cannot be mistaken, each of which shows a slip."""

import secrets

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0, 1, I, L and O. They are 31, a prime: so one check sign finds every wrong sign and every exchange of two."""

GROUPS = 7
_RANDOM = 4  # signs of a group before its check sign: seven groups hold 138 bits
LENGTH = GROUPS * (_RANDOM + 1)

# Messages of the application; the second one names the group.
INCOMPLETE = "The recovery key has seven groups of five letters and digits."
SLIP = "Group {number} of the recovery key is not typed as it is printed."


class Misread(ValueError):
    """What was typed is no recovery key; it says where, and holds nothing of what was typed."""

    def __init__(self, group: int | None = None) -> None:
        super().__init__(INCOMPLETE if group is None else SLIP.format(number=group))
        self.group = group
        """From 1; nothing where it is too short or too long."""


def make_recovery_key() -> str:
    """Return a new recovery key as it is printed: ``ABCDE-FGHJK-…``."""
    return "-".join(_with_check(number, _random_signs()) for number in range(GROUPS))


def slips(typed: str) -> tuple[int, ...]:
    """Return the numbers, from 1, of the groups that cannot be right; a group that is not whole yet is none of them."""
    whole = _groups(_signs(typed))
    wrong = (number for number, group in enumerate(whole) if number >= GROUPS or not _checks(number, group))
    return tuple(number + 1 for number in wrong)


def read_recovery_key(typed: str) -> str:
    """Return a typed recovery key as it was printed: case, spaces and hyphens do not matter.

    :raises Misread: with the first group that is wrong.
    """
    found = slips(typed)
    if found and found[0] <= GROUPS:
        raise Misread(found[0])
    signs = _signs(typed)
    if len(signs) != LENGTH:
        raise Misread
    return "-".join(_groups(signs))


def _random_signs() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(_RANDOM))


def _signs(typed: str) -> str:
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def _groups(signs: str) -> list[str]:
    size = _RANDOM + 1
    return [signs[begin : begin + size] for begin in range(0, len(signs) - size + 1, size)]


def _with_check(number: int, signs: str) -> str:
    # A weight for each place, and one for the place of the group: groups that change places are found as well.
    total = number + 1 + sum(weight * SIGNS.index(sign) for weight, sign in enumerate(signs, start=2))
    return signs + SIGNS[total % len(SIGNS)]


def _checks(number: int, group: str) -> bool:
    return set(group) <= set(SIGNS) and _with_check(number, group[:-1]) == group
