"""Lists: items under one another, each with a disc, a number or an empty box before its first line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from kneedesk.documents.lines import one_line
from kneedesk.documents.parts import Column, Shapes, Type, said, type_strips
from kneedesk.documents.strips import Strip, glue, glue_ends, items_of
from kneedesk.documents.structure import Element
from kneedesk.documents.style import Voice
from kneedesk.presentation.content import Bullets, Checkboxes, Line
from kneedesk.presentation.shapes import Circle, Rectangle

Marker = Literal["disc", "number", "box"]
_NUMBERINGS: Mapping[Marker, Literal["Disc", "Decimal", "Square"]] = {
    "disc": "Disc",
    "number": "Decimal",
    "box": "Square",
}
# An item of no more lines is never cut, and the last two of no more together stand on one page.
SHORT = 5
SHORT_END = 8
# What a drawn marker is read as.
_SPOKEN: Mapping[Marker, str] = {"disc": "\N{BULLET}", "number": "", "box": "\N{BALLOT BOX}"}


def bullet_strips(bullets: Bullets, column: Column) -> list[Strip]:
    """Lay out a list with discs or numbers."""
    voice = column.style.note if bullets.style == "note" else column.style.body
    if bullets.numbered:
        return item_strips(bullets.items, column, voice, "number")
    return item_strips(bullets.items, column, voice, "disc")


def checkbox_strips(checkboxes: Checkboxes, column: Column) -> list[Strip]:
    """Lay out a list of empty boxes."""
    return item_strips(checkboxes.items, column, column.style.body, "box")


def item_strips(
    items: Sequence[Line], column: Column, voice: Voice, marker: Marker, *, air: float | None = None
) -> list[Strip]:
    """Lay out items with their markers, so many gaps apart; how many depends on the marker unless it is said."""
    listed = Element("L", column.element, numbering=_NUMBERINGS[marker])
    indent = {"disc": 1.3 * voice.size, "number": 2.1 * voice.size, "box": column.style.box + 10}[marker]
    apart = 0.8 if marker == "box" else 0.4
    strips: list[Strip] = []
    for number, item in enumerate(items, start=1):
        held = column.held_by(Element("LI", listed))
        mark = _marker(marker, number, voice, held, indent)
        laid = type_strips(said(item, voice, column.references), voice, held.inset(indent), "LBody")
        laid[0].before = (apart if air is None else air) * column.style.gap if strips else 0.0
        laid[0].parts = (mark, *laid[0].parts)
        strips += laid
    return _whole(strips)


def _whole(strips: list[Strip]) -> list[Strip]:
    """Cut no short item; leave the last one with the one before it where both are short."""
    glue_ends(strips)
    items = items_of(strips)
    for item in items:
        if len(item) <= SHORT:
            glue(item)
    last = [strip for item in items[-2:] for strip in item]
    if len(last) <= SHORT_END:
        glue(last)
    return strips


def _marker(marker: Marker, number: int, voice: Voice, column: Column, indent: float) -> Shapes | Type:
    element = Element("Lbl", column.element, spoken=_SPOKEN[marker])
    if marker == "number":
        line = one_line(f"{number}.", replace(voice, weight="medium", colour="quiet"))
        return Type(element, line, column.x + indent - 0.6 * voice.size - line.width, voice.baseline)
    # The disc stands at the middle of small letters, the box at the middle of capitals.
    if marker == "disc":
        disc = Circle(0.36 * voice.size, voice.baseline - 0.29 * voice.size, 0.16 * voice.size, "accent")
        return Shapes(element, (disc,), column.x)
    side = column.style.box
    box = Rectangle(0, voice.baseline - (0.7275 * voice.size + side) / 2, side, side, outline="ink", radius=2)
    return Shapes(element, (box,), column.x)
