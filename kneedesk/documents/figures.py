"""Figures: drawings side by side, made smaller where the page demands it, with one caption."""

from collections.abc import Sequence
from dataclasses import dataclass

from kneedesk.documents.lines import break_lines
from kneedesk.documents.parts import Column, Shapes, Type, said, type_strips
from kneedesk.documents.strips import Strip, glue, height_of
from kneedesk.documents.structure import Element
from kneedesk.documents.style import Voice
from kneedesk.presentation.content import Figure, Line
from kneedesk.presentation.shapes import Drawing

GUTTER = 28.0
# No drawing takes more than this share of a page.
TALLEST = 0.8
# Drawings shrink to this, no further, to stand in one row.
SMALLEST = 0.75
# Drawings with their caption that are lower than this share of a page are never parted.
WHOLE = 0.6
# A drawing that leaves this much of the width free has its caption beside it.
NARROW = 0.55


@dataclass(frozen=True, slots=True)
class _Sized:
    drawing: Drawing
    scale: float

    @property
    def width(self) -> float:
        return self.drawing.width * self.scale

    @property
    def height(self) -> float:
        return self.drawing.height * self.scale


def figure_strips(figure: Figure, column: Column) -> list[Strip]:
    """Lay out drawings side by side and their caption: beneath, or beside a single narrow drawing."""
    sized = _sized(figure.drawings, column)
    voice = column.style.cell
    if len(sized) == 1 and sized[0].width <= NARROW * column.width and figure.caption:
        return [_beside(sized[0], figure.caption, voice, column)]
    column = column.within("Sect")
    strips = [_row(row, column) for row in _rows(sized, column.width)]
    for strip in strips[1:]:
        strip.before = 2 * column.style.gap
    if figure.caption:
        caption = type_strips(said(figure.caption, voice, column.references), voice, column, "Caption")
        caption[0].before = column.style.gap
        glue([*strips[-1:], *caption])
        strips += caption
    if height_of(strips) <= WHOLE * column.room:
        glue(strips)
    return strips


def _sized(drawings: Sequence[Drawing], column: Column) -> list[_Sized]:
    """Return how large each drawing is: all a little smaller where that brings them into one row."""
    wished = column.style.drawing
    side_by_side = sum(drawing.width for drawing in drawings)
    shrunk = (column.width - GUTTER * (len(drawings) - 1)) / max(side_by_side, 1.0)
    common = shrunk if SMALLEST * wished <= shrunk < wished else wished
    return [
        _Sized(drawing, min(common, column.width / drawing.width, TALLEST * column.room / drawing.height))
        for drawing in drawings
    ]


def _rows(drawings: Sequence[_Sized], width: float) -> list[list[_Sized]]:
    rows: list[list[_Sized]] = []
    filled = 0.0
    for sized in drawings:
        if rows and filled + GUTTER + sized.width <= width + 0.01:
            rows[-1].append(sized)
            filled += GUTTER + sized.width
        else:
            rows.append([sized])
            filled = sized.width
    return rows


def _row(row: Sequence[_Sized], column: Column) -> Strip:
    parts, x = [], column.x
    for sized in row:
        parts.append(_drawn(sized, x, column))
        x += sized.width + GUTTER
    return Strip(max(sized.height for sized in row), tuple(parts))


def _beside(sized: _Sized, caption: Line, voice: Voice, column: Column) -> Strip:
    column = column.within("Sect")
    drawn = _drawn(sized, column.x, column)
    element = Element("Caption", column.element)
    x = column.x + sized.width + GUTTER
    lines = break_lines(said(caption, voice, column.references), column.x + column.width - x)
    words = [Type(element, line, x, n * voice.leading + voice.baseline) for n, line in enumerate(lines)]
    height = max(sized.height, len(lines) * voice.leading)
    return Strip(height, (drawn, *words))


def _drawn(sized: _Sized, x: float, column: Column) -> Shapes:
    element = Element("Figure", column.element, alternative=sized.drawing.description)
    size = (sized.drawing.width, sized.drawing.height)
    return Shapes(element, sized.drawing.shapes, x, scale=sized.scale, size=size)
