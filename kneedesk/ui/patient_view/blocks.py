"""What a panel is made of, measured: each block knows its height at a width, and where its shapes stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kneedesk.presentation.content import Gap, Line
from kneedesk.presentation.effects import HEIGHT, Bar, bar_drawing
from kneedesk.presentation.scene import Panel
from kneedesk.presentation.shapes import Colour, Drawing, Label, Rectangle, Shape
from kneedesk.ui.patient_view.lettering import LEADING, Lettering, Run
from kneedesk.ui.widgets.words import breakable

LEAST = 24.0
"""Eighteen points on a screen of 96 dots an inch, in logical pixels: no letter is smaller."""
_APART = 0.45  # between two parts, in sizes of the letters
_BAR = 1.15
_LONGEST_BAR = 24.0
_STRIP = 0.5  # the sign of the unknown beside a statement
_SMALLEST_CROWD = 9.0
_HEADLINE = 1.35
_BESIDE = 24.0  # a panel so wide, in sizes of its letters, has its bars at the right of their words
_WORDS = 0.6
_HATCH = 2.0  # pixels a point: hatched so that it is seen from a chair


@dataclass(frozen=True, slots=True)
class Piece:
    """Shapes at a place in pixels, so many pixels a point."""

    x: float
    y: float
    shapes: tuple[Shape, ...]
    scale: float = 1.0


Draw = Callable[[float, float], Iterator[Piece]]


def _nothing(_x: float, _y: float) -> Iterator[Piece]:
    yield from ()


@dataclass(frozen=True, slots=True)
class Block:
    """How tall something is, and how it is drawn with its top left corner at a place: most of it is only measured."""

    height: float
    draw: Draw = _nothing


def shapes_block(height: float, shapes: tuple[Shape, ...], scale: float = 1.0) -> Block:
    """Return shapes as they are."""

    def draw(x: float, y: float) -> Iterator[Piece]:
        yield Piece(x, y, shapes, scale)

    return Block(height, draw)


def words_block(
    runs: tuple[Run, ...], width: float, size: float, lettering: Lettering, colour: Colour = "ink"
) -> Block:
    """Return words broken into lines of a width."""

    def draw(x: float, y: float) -> Iterator[Piece]:
        labels = tuple(
            Label(left, (number + 0.5) * LEADING * size + 0.35 * size, words.rstrip(), size, strong, colour=colour)
            for number, row in enumerate(lettering.rows(runs, width, size))
            for left, words, strong in row.runs
        )
        yield Piece(x, y, labels)

    return Block(lettering.count(runs, width, size) * LEADING * size, draw)


def stacked(blocks: Sequence[Block], apart: float) -> Block:
    """Return blocks under one another."""

    def draw(x: float, y: float) -> Iterator[Piece]:
        for block in blocks:
            yield from block.draw(x, y)
            y += block.height + apart

    return Block(max(0.0, sum(block.height + apart for block in blocks) - apart), draw)


def beside(blocks: Sequence[tuple[float, float, Block]]) -> Block:
    """Return blocks at places of their own, each by its left and its top."""

    def draw(x: float, y: float) -> Iterator[Piece]:
        for left, top, block in blocks:
            yield from block.draw(x + left, y + top)

    return Block(max((top + block.height for _, top, block in blocks), default=0.0), draw)


def name_block(panel: Panel, width: float, size: float, lettering: Lettering) -> Block:
    """Return the name above a panel."""
    return words_block(((panel.name, True),), width, size * 1.06, lettering)


def panel_block(
    panel: Panel,
    width: float,
    size: float,
    lettering: Lettering,
    *,
    named: bool = True,
    scale: float = 0.0,
    head: float = 0.0,
) -> Block:
    """Return a panel, its drawings at so many pixels a point, its name at least as tall as ``head``."""
    blocks = []
    if named and panel.name:
        name = name_block(panel, width, size, lettering)
        blocks.append(Block(max(name.height, head), name.draw))
    parts = iter(range(len(panel.parts)))
    for place in parts:
        part, following = panel.parts[place], panel.parts[place + 1 : place + 2]
        if isinstance(part, Drawing):
            blocks.append(shapes_block(part.height * scale, part.shapes, scale))
        elif following and isinstance(following[0], Bar) and width > _BESIDE * size:
            next(parts)
            blocks.append(_barred(part, following[0], width, size, lettering))
        else:
            blocks.append(part_block(part, width, size, lettering))
    return stacked(blocks, _APART * size)


def drawing_scale(
    panel: Panel, width: float, size: float, room: float, lettering: Lettering, head: float = 0.0
) -> float:
    """Return at how many pixels a point a panel's drawings fit into what its words leave; 1 where it has none."""
    drawings = [part for part in panel.parts if isinstance(part, Drawing)]
    left = room - panel_block(panel, width, size, lettering, head=head).height
    return min((min(width / each.width, left / len(drawings) / each.height) for each in drawings), default=1.0)


def is_readable(panel: Panel, scale: float, size: float, least: float) -> bool:
    """Tell whether a panel's drawings are large enough beside letters of a size, their own as large as ``least``."""
    drawings = [part for part in panel.parts if isinstance(part, Drawing)]
    letters = [shape.size for each in drawings for shape in each.shapes if isinstance(shape, Label)]
    if letters:
        return scale * min(letters) >= least
    return all(scale * each.width >= _SMALLEST_CROWD * size for each in drawings)


def _barred(part: str | Line | Gap | Bar, bar: Bar, width: float, size: float, lettering: Lettering) -> Block:
    """Return a bar at the right of its words."""
    words = part_block(part, _WORDS * width, size, lettering)
    drawn = part_block(bar, (1 - _WORDS) * width - size, size, lettering)
    top = max(0.0, (min(words.height, LEADING * size) - drawn.height) / 2)
    return beside(((0, 0, words), (_WORDS * width + size, top, drawn)))


def part_block(part: str | Line | Gap | Bar, width: float, size: float, lettering: Lettering) -> Block:
    """Return one part of a panel but a drawing."""
    match part:
        case str():
            return words_block(((part, True),), width, _HEADLINE * size, lettering)
        case Bar():
            return _bar_block(part, min(width, _LONGEST_BAR * size), _BAR * size / HEIGHT)
        case Gap():
            words = words_block(_runs(part.line), width - 2 * _STRIP * size, size, lettering)
            strip = Rectangle(0, 2, _STRIP * size / _HATCH, words.height / _HATCH - 4, hatched=True, outline="line")
            return beside(((0, 0, shapes_block(words.height, (strip,), _HATCH)), (2 * _STRIP * size, 0, words)))
    return words_block(_runs(part), width, size, lettering)


def _bar_block(bar: Bar, width: float, scale: float) -> Block:
    def draw(x: float, y: float) -> Iterator[Piece]:
        yield Piece(x, y, bar_drawing(bar, width / scale).shapes, scale)

    return Block(HEIGHT * scale, draw)


def widest_word(panel: Panel, lettering: Lettering) -> float:
    """Return how wide the widest word of a panel is, in sizes of the letters."""
    runs = [(panel.name, True)]
    for part in panel.parts:
        match part:
            case str():
                runs.append((part, True))
            case Gap():
                runs += _runs(part.line)
            case Bar() | Drawing():
                continue
            case _:
                runs += _runs(part)
    return max(lettering.widest(words, strong=strong) for words, strong in runs)


def _runs(line: Line) -> tuple[Run, ...]:
    """Return the words of a line; what somebody typed stands between quotation marks."""
    return tuple(
        (f"\N{LEFT DOUBLE QUOTATION MARK}{breakable(span.text)}\N{RIGHT DOUBLE QUOTATION MARK}", span.strong)
        if span.recorded
        else (span.text, span.strong)
        for span in line
    )
