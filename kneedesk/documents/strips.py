"""Strips: the slices of a page that are never cut, and what keeps them together.

A strip is a line of type, a row of a table, a drawing. Every block of a story becomes strips before any page is filled.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kneedesk.documents.canvas import Sheet
from kneedesk.documents.structure import Element


class Part(Protocol):
    """A piece of ink within a strip; one without an element only decorates."""

    @property
    def element(self) -> Element | None:
        """What it is in the structure of the document."""

    def paint(self, canvas: Sheet, left: float, top: float) -> None:
        """Draw it, given the left margin and the top of its strip."""


class Band(Protocol):
    """A ground or rule behind neighbouring strips, drawn once on every page that they reach."""

    def paint(self, canvas: Sheet, left: float, top: float, bottom: float, opens: bool, closes: bool) -> None:
        """Draw it from top to bottom; say whether it begins and ends on this page."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline."""

    text: str
    level: int


@dataclass(eq=False, slots=True)
class Strip:
    """A slice of the page that is never cut.

    ``before`` is white above it that no page begins with; ``glued`` keeps it with the next strip, ``loosely`` only
    where that leaves no first page with little but a title; ``header`` is repeated where a page begins with this strip;
    ``mark`` is said at the head of every page on which it stands. Neighbours with a ``second``
    column fill the page side by side, the second column so far to the right of the first.
    """

    height: float
    parts: tuple[Part, ...] = ()
    before: float = 0.0
    glued: bool = False
    loosely: bool = False
    bands: tuple[Band, ...] = ()
    header: tuple["Strip", ...] = ()
    bookmark: Bookmark | None = None
    mark: str = ""
    breaks: bool = False
    second: float = 0.0


def glue(strips: Sequence[Strip], *, loosely: bool = False) -> None:
    """Keep strips on one page where they fit on one; what is glued already stays so."""
    for strip in strips[:-1]:
        strip.loosely = (strip.loosely or not strip.glued) and loosely
        strip.glued = True


def glue_ends(strips: Sequence[Strip], lines: int = 2) -> None:
    """Leave no single line alone at the foot or the head of a page."""
    glue(strips[:lines])
    glue(strips[-lines:])


def items_of(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Return the strips of a list item by item: each begins with white above it, the first without."""
    items: list[list[Strip]] = []
    for strip in strips:
        if strip.before or not items:
            items.append([])
        items[-1].append(strip)
    return items


def height_of(strips: Iterable[Strip]) -> float:
    """Return the height of strips under one another, without the white above the first."""
    total = 0.0
    for index, strip in enumerate(strips):
        total += strip.height + (strip.before if index else 0.0)
    return total
