"""Figures: drawings side by side, made smaller where the page demands it, under one caption."""

from dataclasses import dataclass

from kneedesk.documents.flow import Element, Strip, glue
from kneedesk.documents.parts import Column, Shapes, said, type_strips
from kneedesk.presentation.content import Figure
from kneedesk.presentation.shapes import Drawing

GUTTER = 28.0
# No drawing takes more than this share of a page.
TALLEST = 0.8


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
    """Lay out drawings in as few rows as they need, and their caption."""
    strips = [_row(row, column) for row in _rows(figure, column)]
    for strip in strips[1:]:
        strip.before = 2 * column.style.gap
    if figure.caption:
        voice = column.style.note
        caption = type_strips(said(figure.caption, voice, column.references), voice, column, "Caption")
        caption[0].before = column.style.gap
        glue([*strips[-1:], *caption])
        strips += caption
    return strips


def _rows(figure: Figure, column: Column) -> list[list[_Sized]]:
    rows: list[list[_Sized]] = []
    filled = 0.0
    for drawing in figure.drawings:
        scale = min(1.0, column.width / drawing.width, TALLEST * column.room / drawing.height)
        sized = _Sized(drawing, scale)
        if rows and filled + GUTTER + sized.width <= column.width:
            rows[-1].append(sized)
            filled += GUTTER + sized.width
        else:
            rows.append([sized])
            filled = sized.width
    return rows


def _row(row: list[_Sized], column: Column) -> Strip:
    parts, x = [], column.x
    for sized in row:
        element = Element("Figure", column.element, alternative=sized.drawing.description)
        parts.append(Shapes(element, sized.drawing.shapes, x, scale=sized.scale))
        x += sized.width + GUTTER
    return Strip(max(sized.height for sized in row), tuple(parts))
