"""What two desks recorded of one consultation, side by side in words: the finding, ours, theirs, and who changed it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kneedesk.domain.merging import By, Collision
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.history import finding_name, written_words


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One finding that differs, in words."""

    path: str
    name: str
    ours: str
    theirs: str
    by: By


def side_by_side(collisions: Sequence[Collision], library: Library, language: Language) -> Sequence[SideBySide]:
    """Return what differs, in the order in which it is recorded."""
    return [
        SideBySide(
            each.path,
            finding_name(each.path, library, language),
            written_words(each.path, each.ours, library, language),
            written_words(each.path, each.theirs, library, language),
            each.by,
        )
        for each in collisions
    ]
