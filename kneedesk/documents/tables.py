"""Tables and fields: cells side by side, rows that break across pages, headers that come again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from kneedesk.documents.canvas import Sheet
from kneedesk.documents.lines import SetLine, break_choices, break_lines, voiced
from kneedesk.documents.parts import Column, Type, said
from kneedesk.documents.strips import Band, Strip, glue, glue_ends, height_of
from kneedesk.documents.structure import Element
from kneedesk.documents.style import Voice, ink
from kneedesk.presentation.content import Cell, Fields, Table, text_of

GUTTER = 16.0
# A label of more lines is not said again where its row goes on.
AGAIN = 5
# A row, or a paragraph in one, that is lower than this share of a page is never cut.
WHOLE = 0.4
# Two rows lower than this share of a page stand on one page.
NEIGHBOURS = 0.3
# What is left to be written in below a label, as a share of a line that is written on by hand.
BELOW_LABEL = 0.8


@dataclass(frozen=True, eq=False, slots=True)
class Rule:
    """A line under the strips it belongs to, where they end; where they are cut there is none."""

    x: float
    width: float
    role: str
    weight: float

    def paint(self, canvas: Sheet, left: float, top: float, bottom: float, opens: bool, closes: bool) -> None:
        """Draw the line at the bottom."""
        if not closes:
            return
        canvas.setStrokeColor(ink(self.role))
        canvas.setLineWidth(self.weight)
        canvas.line(left + self.x, bottom, left + self.x + self.width, bottom)


class _Entry(NamedTuple):
    """A line within a cell and the white above it."""

    element: Element
    line: SetLine
    voice: Voice
    gap: float
    indent: float = 0.0


class _Stack(NamedTuple):
    """The lines of one cell under one another, x points from the left margin, and how wide they may be."""

    x: float
    width: float
    entries: tuple[_Entry, ...]
    written: bool = False  # left empty, to be written in
    label: str = ""  # what heads its row, said again where the row goes on

    @property
    def height(self) -> float:
        return sum(entry.gap + entry.voice.leading for entry in self.entries)


def table_strips(table: Table, column: Column, *, captioned: bool = False) -> list[Strip]:
    """Lay out a table: its caption, its header, its rows; pages that go on with it repeat the header.

    Where a heading already says the caption (``captioned``) it is not said twice.
    """
    column = column.within("Table", alternative=table.caption)
    caption = [] if captioned else _caption(table.caption, column)
    edges = _edges(table.widths, column)
    header = _header(table.header, edges, column)
    rows: list[list[Strip]] = []
    for cells in table.rows:
        row = column.within("TR")
        stacks = [
            _cell(cell, edge, row, _cell_voice(column, heads=table.row_headers and index == 0))
            for index, (cell, edge) in enumerate(zip(cells, edges, strict=True))
        ]
        laid = _row(stacks, column, (Rule(column.x, column.width, "line", 0.7),))
        for strip in laid:
            strip.header = (*header, *strip.header)
        rows.append(laid)
    head = [*caption, *header]
    for strip in head:
        strip.glued = True
    return [*head, *_paired(rows, column)]


def fields_strips(fields: Fields, column: Column) -> list[Strip]:
    """Lay out labels with their values: beside one another in one column, above one another in two."""
    column = column.within("Table")
    rows: list[list[Strip]] = []
    for start in range(0, len(fields.pairs), fields.columns):
        row = column.within("TR")
        pairs = fields.pairs[start : start + fields.columns]
        stacks = _label_beside(*pairs[0], row) if fields.columns == 1 else _labels_above(pairs, row)
        rows.append(_row(stacks, column, (Rule(column.x, column.width, "line", 0.7),)))
    return _paired(rows, column)


def _paired(rows: Sequence[list[Strip]], column: Column) -> list[Strip]:
    """Leave no row alone at the foot or the head of a page, unless much of the page before it would stay empty."""
    for pair in (rows[:2], rows[-2:]):
        ends = [strip for row in pair for strip in row]
        if height_of(ends) <= NEIGHBOURS * column.room:
            glue(ends)
    return [strip for row in rows for strip in row]


def _edges(widths: Sequence[float], column: Column) -> list[tuple[float, float]]:
    """Return where each cell begins and how wide its text may be."""
    edges, x = [], 0.0
    for index, share in enumerate(widths):
        gutter = GUTTER if index < len(widths) - 1 else 0.0
        edges.append((column.x + x, share * column.width - gutter))
        x += share * column.width
    return edges


def _cell_voice(column: Column, *, heads: bool) -> Voice:
    voice = column.style.cell
    return replace(voice, weight="medium") if heads else voice


def _cell(cell: Cell, edge: tuple[float, float], column: Column, voice: Voice, *, columns: int = 1) -> _Stack:
    heads = voice.weight != column.style.cell.weight
    element = Element("TH" if heads else "TD", column.element, scope="Row" if heads else "", columns=columns)
    x, width = edge
    entries: list[_Entry] = []
    sentences = _not_empty(cell)
    for sentence in sentences:
        gap = 0.3 * column.style.gap if entries else 0.0
        own = Element("P", element) if len(sentences) > 1 else element
        for line, indent in break_choices(said(sentence, voice, column.references), width):
            entries.append(_Entry(own, line, voice, gap, indent))
            gap = 0.0
    return _Stack(x, width, tuple(entries), label=" ".join(map(text_of, sentences)) if heads else "")


def _not_empty(cell: Cell) -> Cell:
    return tuple(line for line in cell if any(span.text for span in line))


def _labels(text: str, edge: tuple[float, float], column: Column, element: Element) -> _Stack:
    voice = column.style.label
    x, width = edge
    lines = break_lines(voiced(text, voice), width)
    return _Stack(x, width, tuple(_Entry(element, line, voice, 0.0) for line in lines), label=text)


def _label_beside(label: str, cell: Cell, column: Column) -> list[_Stack]:
    edges = _edges((column.style.labels, 1 - column.style.labels), column)
    head = _labels(label, edges[0], column, Element("TH", column.element, scope="Row"))
    # A label is set smaller than its value: both stand on one baseline.
    drop = column.style.cell.baseline - column.style.label.baseline
    first, *others = head.entries
    entries = (first._replace(gap=drop), *others)
    value = _cell(cell, edges[1], column, column.style.cell)
    return [head._replace(entries=entries), value._replace(written=not value.entries)]


def _labels_above(pairs: Sequence[tuple[str, Cell]], column: Column) -> list[_Stack]:
    stacks = []
    alone = len(pairs) == 1
    for (label, cell), edge in zip(pairs, _edges((0.5, 0.5), column), strict=False):
        head = _labels(label, edge, column, Element("TH", column.element, scope="Row"))
        value = _cell(cell, edge, column, column.style.cell, columns=3 if alone else 1)
        stacks.append(head._replace(entries=(*head.entries, *value.entries), written=not value.entries))
    return stacks


def _caption(text: str, column: Column) -> list[Strip]:
    if not text:
        return []
    voice = replace(column.style.section, size=column.style.cell.size, leading=column.style.cell.leading)
    element = Element("Caption", column.element)
    lines = break_lines(voiced(text, voice), column.width)
    return [Strip(voice.leading, (Type(element, line, column.x, voice.baseline),)) for line in lines]


def _header(texts: Sequence[str], edges: Sequence[tuple[float, float]], column: Column) -> list[Strip]:
    row = column.within("TR")
    stacks = [
        _labels(text, edge, row, Element("TH", row.element, scope="Column"))
        for text, edge in zip(texts, edges, strict=True)
    ]
    return _row(stacks, column, (Rule(column.x, column.width, "heading", 1.1),))


def _row(stacks: Sequence[_Stack], column: Column, bands: tuple[Band, ...]) -> list[Strip]:
    """Set cells side by side: in one strip, or line by line where they are too tall for that."""
    pad = 0.55 * column.style.gap
    height = max((stack.height for stack in stacks), default=0.0)
    for stack in stacks:
        if stack.written:
            room = stack.height + BELOW_LABEL * column.style.writing if stack.entries else column.style.writing
            height = max(height, room)
    if height <= WHOLE * column.room:
        parts = [part for stack in stacks for part in _stacked(stack, pad)]
        return [Strip(height + 2 * pad, tuple(parts), bands=bands)]
    strips = [_nth_lines(stacks, index) for index in range(max(len(stack.entries) for stack in stacks))]
    for stack in stacks:
        for paragraph in _paragraphs(stack, strips):
            if height_of(paragraph) <= WHOLE * column.room:
                glue(paragraph)
    again = _resumed(stacks, column)
    strips = [Strip(pad), *strips, Strip(pad)]
    for strip in strips:
        strip.bands = bands
        strip.header = again if strip is not strips[0] else ()
    # A label beside what it heads has room there, also when it comes again.
    beside = sum(len(strip.parts) for strip in again if not strip.height)
    glue_ends(strips, lines=max(4, 1 + beside))
    return strips


def _paragraphs(stack: _Stack, strips: Sequence[Strip]) -> Iterator[Sequence[Strip]]:
    """Yield the strips on which each paragraph of a cell stands."""
    starts = [place for place, entry in enumerate(stack.entries) if entry.gap or not place]
    for start, end in pairwise((*starts, len(stack.entries))):
        yield strips[start:end]


def _resumed(stacks: Sequence[_Stack], column: Column) -> tuple[Strip, ...]:
    """Return what opens a page on which a row goes on: the white above it, and again what heads the row.

    A label that stands beside what it heads takes no height of its own.
    """
    white = Strip(0.5 * column.style.gap)
    labels = [_again(stack, column) for stack in stacks if stack.label]
    if any(len(label) > AGAIN for label in labels):
        return (white,)
    beside = len(labels) < len(stacks)
    height = 0.0 if beside else max(len(label) for label in labels) * column.style.label.leading
    return white, Strip(height, tuple(part for label in labels for part in label))


def _again(stack: _Stack, column: Column) -> list[Type]:
    """Return the label of a row as it stands where the row goes on; alone where a word more would have to be cut."""
    voice, top = stack.entries[0].voice, stack.entries[0].gap
    words = column.again(stack.label)
    if any(len(break_lines(voiced(word, voice), stack.width)) > 1 for word in words.split()):
        words = stack.label
    lines = break_lines(voiced(words, voice), stack.width)
    return [Type(None, line, stack.x, top + n * voice.leading + voice.baseline) for n, line in enumerate(lines)]


def _stacked(stack: _Stack, top: float) -> list[Type]:
    parts = []
    for entry in stack.entries:
        parts.append(Type(entry.element, entry.line, stack.x + entry.indent, top + entry.gap + entry.voice.baseline))
        top += entry.gap + entry.voice.leading
    return parts


def _nth_lines(stacks: Sequence[_Stack], index: int) -> Strip:
    entries = [(stack.x, stack.entries[index]) for stack in stacks if index < len(stack.entries)]
    height = max(entry.gap + entry.voice.leading for _, entry in entries)
    parts = [
        Type(entry.element, entry.line, x + entry.indent, entry.gap + entry.voice.baseline) for x, entry in entries
    ]
    return Strip(height, tuple(parts))
