"""What strips are made of: type and shapes at a place, and the column that they are laid out in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kneedesk.documents.canvas import Sheet
from kneedesk.documents.fonts import FACES
from kneedesk.documents.ink import paint_shapes
from kneedesk.documents.lines import Manner, SetLine, Stretch, balanced, break_lines, voiced
from kneedesk.documents.references import References
from kneedesk.documents.strips import Strip, glue_ends
from kneedesk.documents.structure import Element, Role
from kneedesk.documents.style import Style, Voice
from kneedesk.presentation.content import Line
from kneedesk.presentation.shapes import Shape

MARK_SIZE = 0.7
# No mark is printed smaller than this, in points.
LEAST_MARK = 7.5
MARK_RISE = 0.34


@dataclass(frozen=True, slots=True)
class Column:
    """Where blocks are laid out: how far from the left margin, how wide, in which style, within which element.

    ``room`` is the height of the lowest page: what must not be cut has to fit into it. ``goes_on`` says ``{heading}``
    over what goes on overleaf.
    """

    x: float
    width: float
    room: float
    style: Style
    references: References | None
    element: Element
    goes_on: str = "{heading}"

    def inset(self, left: float, right: float = 0.0) -> "Column":
        """Return the column within this one that leaves so much free at its sides."""
        width = self.width - left - right
        return Column(self.x + left, width, self.room, self.style, self.references, self.element, self.goes_on)

    def within(self, role: Role, alternative: str = "", language: str = "") -> "Column":
        """Return the same column inside a new element of the document's structure."""
        return self.held_by(Element(role, self.element, alternative, language=language))

    def held_by(self, element: Element) -> "Column":
        """Return the same column inside an element of the document's structure."""
        return Column(self.x, self.width, self.room, self.style, self.references, element, self.goes_on)

    def again(self, heading: str) -> str:
        """Return a heading as it stands over what goes on overleaf."""
        return self.goes_on.format(heading=heading)


class Type(NamedTuple):
    """A line of type: its left end and its baseline, counted down from the top of the strip."""

    element: Element | None
    line: SetLine
    x: float
    baseline: float

    def paint(self, canvas: Sheet, left: float, top: float) -> None:
        """Draw the line."""
        canvas.type_line(self.line, left + self.x, top - self.baseline)


@dataclass(frozen=True, slots=True)
class Shapes:
    """Shapes with their origin at a place in the strip; a figure has a ``size`` in their own points."""

    element: Element | None
    shapes: Sequence[Shape]
    x: float
    y: float = 0.0
    scale: float = 1.0
    size: tuple[float, float] = (0.0, 0.0)

    def paint(self, canvas: Sheet, left: float, top: float) -> None:
        """Draw the shapes."""
        if self.element is not None and self.element.role == "Figure":
            x, y = left + self.x, top - self.y
            width, height = self.size
            self.element.box = (x, y - self.scale * height, x + self.scale * width, y)
        paint_shapes(canvas, self.shapes, left + self.x, top - self.y, self.scale)


def said(line: Line, voice: Voice, references: References | None) -> list[Stretch]:
    """Return the spans of a line as they are set, each followed by the numbers of its sources."""
    stretches: list[Stretch] = []
    for span in line:
        words = voiced(span.text, voice, "strong" if span.strong else None)
        stretches += [(how._replace(language=span.language), text) for how, text in words] if span.language else words
        if references is not None and span.basis:
            numbers = ",".join(map(str, references.numbers(span.basis)))
            size = max(LEAST_MARK, voice.size * MARK_SIZE)
            mark = Manner(FACES["medium"], size, "quiet", rise=voice.size * MARK_RISE)
            stretches.append((mark, f"[{numbers}]"))
    return stretches


def type_strips(stretches: Iterable[Stretch], voice: Voice, column: Column, role: Role) -> list[Strip]:
    """Set a paragraph, a strip for each line, with no line left alone at the end of a page."""
    lines = break_lines(stretches, min(column.width, column.style.measure))
    return line_strips(lines, voice, column, role)


def heading_strips(stretches: list[Stretch], voice: Voice, column: Column, role: Role) -> list[Strip]:
    """Set a heading in lines of nearly equal length; it stays with what follows it."""
    strips = line_strips(balanced(stretches, column.width), voice, column, role)
    for strip in strips:
        strip.glued = True
    return strips


def line_strips(lines: Sequence[SetLine], voice: Voice, column: Column, role: Role) -> list[Strip]:
    """Return a strip for each line of an element."""
    element = Element(role, column.element)
    strips = [
        Strip(voice.leading, (Type(element, line, column.x, voice.baseline),), glued=_leads_in(line)) for line in lines
    ]
    glue_ends(strips)
    if strips:
        strips[-1].glued = False
    return strips


def _leads_in(line: SetLine) -> bool:
    """Tell whether a line ends in bold words: what they lead to stands on the next line."""
    return bool(line.stretches) and line.stretches[-1][0].face == FACES["strong"]
