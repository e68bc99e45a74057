"""Blocks for large print: tables become lists of answers, and no drawing or label shares its line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kneedesk.presentation.content import (
    Block,
    Bullets,
    Continued,
    Fields,
    Figure,
    Heading,
    Line,
    PageBreak,
    Paragraph,
    Spoken,
    Table,
    Together,
    text_of,
)
from kneedesk.presentation.shapes import Drawing


def enlarged(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks that need the width of the page for one thing at a time."""
    return tuple(_enlarged(blocks))


def _enlarged(blocks: Iterable[Block]) -> Iterator[Block]:
    heading = ""
    for block in blocks:
        match block:
            case Heading(text=text):
                heading = text
                yield block
            case Table():
                if block.caption and block.caption != heading:
                    yield Heading(block.caption, 3)
                yield from _rows(block)
            case Fields(pairs=pairs):
                yield Fields(pairs, columns=1)
            case Figure(drawings=drawings, caption=caption, large=large):
                yield from _drawings(large or drawings, caption)
            case Together(blocks=inner) | Continued(blocks=inner) | Spoken(blocks=inner):
                yield replace(block, blocks=enlarged(inner))
            case PageBreak(always=False):
                pass
            case _:
                yield block


def _drawings(drawings: Sequence[Drawing], caption: Line) -> Iterator[Block]:
    """Yield each drawing by itself, the last with the caption, which tells how all are read."""
    alone = [Figure((drawing,)) for drawing in drawings]
    if not caption:
        yield from alone
        return
    yield from alone[:-1]
    yield Together((*alone[-1:], Paragraph(caption)))


def _rows(table: Table) -> Iterator[Block]:
    """Yield each row as its name with its cells beneath, under what heads their columns."""
    for row in table.rows:
        name, cells, labels = row[0], row[1:], table.header[1:]
        if not table.row_headers:
            yield Fields(tuple(zip(table.header, row, strict=True)), columns=1)
            continue
        heading = Heading(" ".join(map(text_of, name)), 3)
        to_be_written_on = not any(text_of(line).strip() for cell in cells for line in cell)
        if len(cells) > 1 or to_be_written_on:
            # Long answers may part between pages, then under their name again.
            yield Continued("", (heading, Fields(tuple(zip(labels, cells, strict=True)), columns=1)))
            continue
        yield heading
        yield Bullets(cells[0]) if len(cells[0]) > 1 else Paragraph(cells[0][0])
