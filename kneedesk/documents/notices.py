"""Notices: a framed ground with a sign, so that nobody overlooks it, in colour or in grey."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kneedesk.documents.canvas import Sheet
from kneedesk.documents.ink import Tone, draw_box, draw_sign
from kneedesk.documents.lines import voiced
from kneedesk.documents.lists import item_strips
from kneedesk.documents.parts import Column, heading_strips, said, type_strips
from kneedesk.documents.strips import Strip, glue, height_of, items_of
from kneedesk.documents.structure import Element
from kneedesk.documents.style import ink
from kneedesk.presentation.content import Notice


@dataclass(frozen=True, slots=True)
class _Look:
    """How a tone looks: its title, its ground, its frame."""

    title: str
    ground: str
    frame: str
    weight: float


LOOKS: Mapping[Literal["stop", "caution", "plain"], _Look] = {
    "stop": _Look("stop", "stop_soft", "stop", 1.6),
    "caution": _Look("caution", "caution_soft", "caution", 0.9),
    "plain": _Look("heading", "surface", "line_strong", 0.6),
}
# A notice lower than this share of a page is never cut; a heading above it still has room.
WHOLE = 0.9
# The end of a notice, where the numbers to call stand, is not parted from the item before it if it is lower than this.
ENDING = 0.4
# Where a notice is cut, its ground runs on over the edge of the text.
OVERRUN = 8.0


@dataclass(frozen=True, eq=False, slots=True)
class _Ground:
    look: _Look
    x: float
    width: float

    def paint(self, canvas: Sheet, left: float, top: float, bottom: float, opens: bool, closes: bool) -> None:
        top += 0.0 if opens else OVERRUN
        bottom -= 0.0 if closes else OVERRUN
        canvas.setFillColor(ink(self.look.ground))
        canvas.setStrokeColor(ink(self.look.frame))
        canvas.setLineWidth(self.look.weight)
        draw_box(canvas, left + self.x, bottom, self.width, top - bottom, 7, stroke=1, fill=1)


@dataclass(frozen=True, slots=True)
class _Sign:
    tone: Tone
    x: float
    y: float
    size: float
    element: Element | None = None

    def paint(self, canvas: Sheet, left: float, top: float) -> None:
        draw_sign(canvas, self.tone, left + self.x, top - self.y, self.size)


def notice_strips(notice: Notice, column: Column) -> list[Strip]:
    """Lay out a notice: kept whole where a page holds it and the first page is not left with little but a title.

    Else it is cut between lines, with its sign and its title said again; its last two items stand on one page.
    """
    style = column.style
    pad = 1.4 * style.gap
    sign = 1.45 * style.section.size if notice.tone != "plain" else 0.0
    inner = column.within("Sect").inset(pad + (sign + 10 if sign else 2), pad)
    title, items = _title(notice, inner), _items(notice, inner)
    again = _title(replace(notice, title=column.again(notice.title)), inner) if notice.title else []
    if notice.tone != "plain":
        middle = (style.section if notice.title else style.body).leading / 2
        drawn = _Sign(notice.tone, column.x + pad, middle - sign / 2, sign)
        for opening in (*title, *items)[:1] + tuple(again[:1]):
            opening.parts = (drawn, *opening.parts)
    ending = [*(strip for item in items_of(items)[-2:] for strip in item), Strip(pad)]
    if title and items:
        items[0].before = 0.4 * style.gap
    strips = [Strip(pad), *title, *items, ending[-1]]
    ground = _Ground(LOOKS[notice.tone], column.x, column.width)
    for strip in (*strips, *again):
        strip.bands = (ground,)
    glue(strips[:3])
    glue(ending if height_of(ending) <= ENDING * column.room else ending[-3:])
    for strip in items:
        strip.header = tuple(again)
    if height_of(strips) <= WHOLE * column.room:
        glue(strips, loosely=True)
    return strips


def _title(notice: Notice, column: Column) -> list[Strip]:
    if not notice.title:
        return []
    voice = replace(column.style.section, colour=LOOKS[notice.tone].title)
    return heading_strips(voiced(notice.title, voice), voice, column, "P")


def _items(notice: Notice, column: Column) -> list[Strip]:
    voice = column.style.body
    if len(notice.items) == 1:
        return type_strips(said(notice.items[0], voice, column.references), voice, column, "P")
    return item_strips(notice.items, column, voice, "disc")
