"""Two states of a consultation that two desks made of one: what differs, and the state that somebody chose of both."""

from collections.abc import Collection, Sequence
from enum import Enum
from typing import Any, NamedTuple

from kneedesk.domain.changes import Change, applied, changes_between
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import value_of
from kneedesk.domain.voiding import voided_by

_NOT_CHOSEN = frozenset(("finalised", "amends", "version", "format", "knowledge"))
"""What is no finding: it follows from what is kept."""


class By(Enum):
    """Who has changed a finding since both states were one."""

    THEM = "them"
    US = "us"
    BOTH = "both"


class Collision(NamedTuple):
    """One finding that differs: which one, who has changed it, and both values as a consultation file writes them."""

    path: str
    by: By
    ours: Any
    theirs: Any


def collisions(base: Consultation | None, ours: Consultation, theirs: Consultation) -> Sequence[Collision]:
    """Return what differs between our state and theirs; where it is not known what both were made of, both changed."""
    by_us, by_them = ({change.path for change in changes_between(base, state)} for state in (ours, theirs))
    found = []
    for path, theirs_is, ours_is in _chosen(theirs, ours):
        by = By.BOTH if base is None or path in by_us & by_them else By.US if path in by_us else By.THEM
        found.append(Collision(path, by, ours_is, theirs_is))
    return found


def merged(ours: Consultation, theirs: Consultation, taken: Collection[str]) -> Consultation:
    """Return their state with those of our findings that were chosen; what was signed of another state is void.

    :raises ValueError: where theirs is finalised, for that is never merged, or where both together are not allowed.
    """
    if theirs.finalised is not None:
        raise ValueError("what is finalised is not merged")
    state = applied(theirs, [change for change in _chosen(theirs, ours) if change.path in taken])
    signed = ours if "signatures" in taken else theirs
    since = {change.path: value_of(state, change.path) for change in _chosen(signed, state)}
    return applied(state, [Change("signatures", None, None)]) if voided_by(since, signed) else state


def _chosen(theirs: Consultation, ours: Consultation) -> list[Change]:
    return [change for change in changes_between(theirs, ours) if change.path not in _NOT_CHOSEN]
