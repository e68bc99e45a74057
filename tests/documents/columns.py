"""A column to lay blocks out in, and what a test asks of the strips that come out."""

from collections.abc import Iterable

from kneedesk.documents.parts import Column, Shapes, Type
from kneedesk.documents.strips import Strip
from kneedesk.documents.structure import Element
from kneedesk.documents.style import STYLES

WIDTH = 475.0


def column(room: float = 600.0, x: float = 0.0, width: float = WIDTH) -> Column:
    """Return a column of a patient's document."""
    return Column(x, width, room, STYLES["patient"], None, Element("Document"), "{heading}, continued")


def lines_of(strips: Iterable[Strip]) -> list[str]:
    """Return the words of every line of type, from top to bottom."""
    return ["".join(text for _, text in part.line.stretches).rstrip() for part in parts_of(strips, Type)]


def parts_of(strips: Iterable[Strip], kind: type) -> list:
    """Return the parts of a kind."""
    return [part for strip in strips for part in strip.parts if isinstance(part, kind)]


def shapes_of(strips: Iterable[Strip]) -> list:
    """Return every shape that is drawn."""
    return [shape for part in parts_of(strips, Shapes) for shape in part.shapes]


def roles_of(strips: Iterable[Strip]) -> set[str]:
    """Return what the parts are in the structure of the document."""
    return {part.element.role for strip in strips for part in strip.parts if part.element is not None}
