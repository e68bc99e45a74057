"""Turn a story, block by block, into strips, with the white between its blocks."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kneedesk.documents.figures import figure_strips
from kneedesk.documents.lines import voiced
from kneedesk.documents.lists import bullet_strips, checkbox_strips
from kneedesk.documents.notices import notice_strips
from kneedesk.documents.outline import ROLES
from kneedesk.documents.parts import Column, heading_strips, said, type_strips
from kneedesk.documents.signing import signature_strips, writing_strips
from kneedesk.documents.source_list import source_strips
from kneedesk.documents.strips import Bookmark, Strip, glue, height_of
from kneedesk.documents.style import Voice
from kneedesk.documents.tables import fields_strips, table_strips
from kneedesk.documents.text import printable
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Checkboxes,
    Continued,
    Fields,
    Figure,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Signature,
    Sources,
    Spoken,
    Table,
    Together,
    WritingLines,
)

# White above and below, in gaps: between two blocks stands the larger one; a heading decides alone.
ABOVE_HEADING: Mapping[int, float] = {1: 3.5, 2: 3.1, 3: 2.0}
BELOW_HEADING: Mapping[int, float] = {1: 1.25, 2: 0.9, 3: 0.5}
ABOVE: Mapping[type, float] = {
    Paragraph: 1.0,
    Bullets: 1.0,
    Fields: 1.25,
    Table: 1.5,
    Notice: 1.75,
    Figure: 2.0,
    Checkboxes: 1.5,
    WritingLines: 2.5,
    Signature: 3.0,
}
BELOW: Mapping[type, float] = {
    Fields: 1.75,
    Table: 1.9,
    Notice: 1.75,
    Figure: 2.0,
    Checkboxes: 1.5,
    Signature: 3.0,
}

# A paragraph of no more lines under a heading leads to the list or the fields that follow it.
LEAD = 2
# What goes on overleaf under its heading; all else has a title or a label of its own, or is read on as it is.
LISTED = (Bullets, Checkboxes, Fields, Sources)


def lay_out(blocks: Iterable[Block], column: Column, *, above: Heading | None = None) -> list[Strip]:
    """Return the strips of a story, ready to be placed on pages.

    A page that goes on with a list or with fields opens with their heading, unless that stands ``above`` them.
    """
    strips: list[Strip] = []
    previous: Block | None = None
    heading = Heading("", 1)
    leads = False
    for block in blocks:
        if isinstance(block, Heading):
            heading = block
        if isinstance(block, Table) and block.caption == heading.text:
            laid = table_strips(block, column, captioned=True)
        else:
            laid = _strips(block, column)
        if not laid:
            continue
        if isinstance(block, LISTED) and heading.level > 1 and heading is not above:
            _say_over(laid, column.again(heading.text), column)
        laid[0].before = _white(previous, block) * column.style.gap
        if leads and isinstance(block, LISTED):
            strips[-1].glued = True
        under = isinstance(previous, Heading) and previous.level > 1
        leads = under and isinstance(block, Paragraph) and len(laid) <= LEAD
        strips += laid
        previous = block
    return strips


def _white(previous: Block | None, block: Block) -> float:
    while isinstance(block, Together | Continued | Spoken) and block.blocks:
        block = block.blocks[0]
    while isinstance(previous, Together | Continued | Spoken) and previous.blocks:
        previous = previous.blocks[-1]
    if isinstance(previous, Heading):
        return BELOW_HEADING[previous.level]
    if isinstance(block, Heading):
        return ABOVE_HEADING[block.level]
    return max(ABOVE.get(type(block), 0.0), BELOW.get(type(previous), 0.0))


def _strips(block: Block, column: Column) -> list[Strip]:  # noqa: PLR0911, PLR0912
    match block:
        case Heading():
            return _heading(block, column)
        case Paragraph():
            return _paragraph(block, column)
        case Bullets():
            return bullet_strips(block, column)
        case Fields():
            return fields_strips(block, column)
        case Table():
            return table_strips(block, column)
        case Notice():
            return notice_strips(block, column)
        case Figure():
            return figure_strips(block, column)
        case Checkboxes():
            return checkbox_strips(block, column)
        case WritingLines():
            return writing_strips(block, column)
        case Signature():
            return signature_strips(block, column)
        case Sources():
            return source_strips(block, column)
        case Together():
            return _together(block, column)
        case Continued():
            return _continued(block, column)
        case Spoken():
            spoken = replace(column.within("Sect", language=block.language), goes_on=block.goes_on)
            strips = lay_out(block.blocks, spoken)
            for strip in strips:
                strip.mark = block.mark
            return strips
        case PageBreak():
            return [Strip(0.0, breaks=True)]


def _heading(heading: Heading, column: Column) -> list[Strip]:
    style = column.style
    voice = {1: style.title, 2: style.part, 3: style.section}[heading.level]
    strips = heading_strips(voiced(heading.text, voice), voice, column, ROLES[heading.level - 1])
    strips[0].bookmark = Bookmark(printable(heading.text), heading.level)
    return strips


def _paragraph(paragraph: Paragraph, column: Column) -> list[Strip]:
    style = column.style
    voice: Voice = getattr(style, paragraph.style)
    return type_strips(said(paragraph.line, voice, column.references), voice, column, "P")


def _together(together: Together, column: Column) -> list[Strip]:
    strips = lay_out(together.blocks, column)
    if height_of(strips) <= column.room:
        glue(strips)
    return strips


def _continued(continued: Continued, column: Column) -> list[Strip]:
    first = continued.blocks[0]
    heading = first if isinstance(first, Heading) else None
    strips = lay_out(continued.blocks, column, above=heading)
    again = column.again(heading.text) if heading and not continued.again else continued.again
    _say_over(strips[1:], again, column)
    return strips


def _say_over(strips: Iterable[Strip], again: str, column: Column) -> None:
    """Let a page that opens with one of these strips say first what goes on there."""
    voice = replace(column.style.section, colour="quiet")
    over = heading_strips(voiced(again, voice), voice, column, "P")
    over.append(Strip(BELOW_HEADING[3] * column.style.gap))
    for strip in strips:
        strip.header = (*over, *strip.header)
