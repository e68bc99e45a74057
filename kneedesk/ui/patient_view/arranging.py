"""Arrange a scene on a screen of a size: the largest letters with which it fits, on several pages where none do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kneedesk.presentation.scene import Panel, Part, Scene
from kneedesk.presentation.shapes import Drawing, Label, Rectangle, Shape, Stroke
from kneedesk.ui.patient_view.blocks import (
    LEAST,
    Block,
    Piece,
    beside,
    drawing_scale,
    is_readable,
    name_block,
    panel_block,
    shapes_block,
    stacked,
    widest_word,
    words_block,
)
from kneedesk.ui.patient_view.lettering import Lettering

_SIZES = (LEAST, 25.0, 26.5, 28.0, 30.0, 33.0, 36.0, 40.0)  # on a screen of 1366 by 768, and larger on a larger one
_WIDTH, _HEIGHT = 1366.0, 768.0
_SIDE, _TOP = 48.0, 30.0
_TITLE = 42.0
_BETWEEN = 1.3  # columns, in sizes of the letters
_APART = 0.7  # rows
_EASY, _NARROWEST = 13.0, 9.4  # a column in sizes of its letters: as it reads well, and where no letters are smaller
_NAMES = 0.26  # of the width, for the names of rows
_WIDE = 300.0  # a drawing in points that wants two columns
_PADDING = 0.6  # of a tile
_HAIR = 0.5  # pixels: what is counted twice differs by less


@dataclass(frozen=True, slots=True)
class Page:
    """One screen: its pieces, and the places of the panels on it."""

    pieces: tuple[Piece, ...]
    panels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Room:
    """What is left for the panels, in pixels; ``unit`` is how much larger the screen is than the smallest."""

    x: float
    y: float
    width: float
    height: float
    unit: float
    lettering: Lettering

    @property
    def sizes(self) -> tuple[float, ...]:
        """Return the sizes of letters, the smallest first."""
        return tuple(each * self.unit for each in _SIZES)


Way = Callable[[tuple[Panel, ...], float, _Room], Block | None]


def arrange(scene: Scene, width: float, height: float, next_words: str, lettering: Lettering) -> tuple[Page, ...]:
    """Return the pages of a scene; nothing is smaller than eighteen points, and nothing lies beyond the edge."""
    unit = max(1.0, min(width / _WIDTH, height / _HEIGHT))
    if scene.form == "calm":
        return (_calm(scene, width, height, unit, lettering),)
    head = _head(scene, width, unit, lettering)
    foot = _foot(scene, next_words, width, height, unit, lettering)
    top = (_TOP + 22) * unit + head.height
    bottom = height - foot.height - 24 * unit
    room = _Room(_SIDE * unit, top, width - 2 * _SIDE * unit, bottom - top, unit, lettering)
    around = (*head.draw(_SIDE * unit, _TOP * unit), *foot.draw(_SIDE * unit, height - foot.height))
    pages = _pages(scene, room)
    return tuple(
        Page((*around, *page.pieces, *_number(n, len(pages), width, height, unit)), page.panels)
        for n, page in enumerate(pages, 1)
    )


def _number(page: int, pages: int, width: float, height: float, unit: float) -> Iterator[Piece]:
    """Yield which page it is, where there are several."""
    if pages > 1:
        label = Label(0, 0, f"{page} / {pages}", LEAST * unit, anchor="end", colour="quiet")
        yield Piece(width - _SIDE * unit, height - 20 * unit, (label,))


def _pages(scene: Scene, room: _Room) -> tuple[Page, ...]:
    ways = (_tiles,) if scene.form == "choices" else (_columns, _rows)
    found = [(size, block) for way in ways for size, block in _largest(way, scene.panels, room)]
    if not found:
        return _several(scene.panels, room)
    _, block = max(found, key=lambda each: each[0])  # of two as large, the columns
    return (Page(tuple(block.draw(room.x, room.y)), tuple(range(len(scene.panels)))),)


def _largest(way: Way, panels: tuple[Panel, ...], room: _Room) -> Iterator[tuple[float, Block]]:
    """Yield the largest size at which panels fit, and how; nothing where none does."""
    low, high, found = 0, len(room.sizes) - 1, None
    while low <= high:
        middle = (low + high) // 2
        block = way(panels, room.sizes[middle], room)
        if block is not None and block.height <= room.height + _HAIR:
            found, low = (room.sizes[middle], block), middle + 1
        else:
            high = middle - 1
    if found is not None:
        yield found


def _columns(panels: tuple[Panel, ...], size: float, room: _Room) -> Block | None:
    """Return the panels side by side, nothing where they are too narrow to be read with ease."""
    between, pictured = _BETWEEN * size, any(map(_is_pictured, panels))
    shares = [2 if any(_is_wide(part) for part in panel.parts) else 1 for panel in panels]
    one = (room.width - between * (len(panels) - 1)) / sum(shares)
    least = _NARROWEST if size <= room.sizes[0] else _EASY
    if len(panels) > 1 and one < size * max(least, *(widest_word(panel, room.lettering) for panel in panels)):
        return None
    # Where a name takes two lines, what stands beneath the others begins as low, so that it can be compared.
    heads = [name_block(panel, one * share, size, room.lettering) for panel, share in zip(panels, shares, strict=True)]
    head = max(name.height for name in heads) if pictured else 0.0
    scale = min(
        drawing_scale(panel, one * share, size, room.height, room.lettering, head)
        for panel, share in zip(panels, shares, strict=True)
        if not pictured or _is_pictured(panel)
    )
    if not all(is_readable(panel, scale, size, room.sizes[0]) for panel in panels):
        return None
    x, placed = 0.0, list[tuple[float, float, Block]]()
    for panel, share in zip(panels, shares, strict=True):
        placed.append((x, 0, panel_block(panel, one * share, size, room.lettering, scale=scale, head=head)))
        x += one * share + between
    tallest = max(block.height for _, _, block in placed)
    apart = () if pictured else _between(shares, one, between)
    lines = tuple(Stroke(x, 0, x, tallest, "line", 1.2) for x in apart)
    return beside((*placed, (0, 0, shapes_block(tallest, lines))))


def _between(shares: list[int], one: float, between: float) -> Iterator[float]:
    """Yield where the lines between columns stand."""
    x = 0.0
    for share in shares[:-1]:
        x += one * share + between
        yield x - between / 2


def _is_pictured(panel: Panel) -> bool:
    return any(isinstance(part, Drawing) for part in panel.parts)


def _is_wide(part: object) -> bool:
    return isinstance(part, Drawing) and part.width > _WIDE


def _rows(panels: tuple[Panel, ...], size: float, room: _Room) -> Block | None:
    """Return the panels under one another, each name at the left of what stands under it."""
    apart = _APART * size
    worded = [_row(panel, size, room, first=not place) for place, panel in enumerate(panels)]
    pictured = [panel for panel in panels if _is_pictured(panel)]
    if not pictured:
        return stacked(worded, apart)
    room_left = room.height - sum(row.height + apart for row in worded)
    scale = drawing_scale(pictured[0], room.width, size, room_left, room.lettering)
    if len(pictured) > 1 or not is_readable(pictured[0], scale, size, room.sizes[0]):
        return None
    return stacked([_row(panel, size, room, first=not n, scale=scale) for n, panel in enumerate(panels)], apart)


def _row(panel: Panel, size: float, room: _Room, *, first: bool, scale: float = 0.0) -> Block:
    names = _NAMES * room.width if panel.name and panel.parts and not _is_pictured(panel) else 0.0
    across = room.width - names
    told = panel_block(panel, across, size, room.lettering, named=not names, scale=scale)
    name = words_block(((panel.name, True),), names - size, size, room.lettering) if names else Block(0.0)
    y = -_APART * size / 2
    line: tuple[Shape, ...] = () if first else (Stroke(0, y, room.width, y, "line", 1.2),)
    return beside(((0, 0, shapes_block(0, line)), (0, 0, name), (names, 0, told)))


def _several(panels: tuple[Panel, ...], room: _Room) -> tuple[Page, ...]:
    """Return as few pages as can be, of the largest letters with which there are no more, nor more panels cut."""
    best = _divided(panels, room.sizes[0], room)
    low, high = 1, len(room.sizes) - 1
    while low <= high:
        middle = (low + high) // 2
        divided = _divided(panels, room.sizes[middle], room)
        if _cuts(divided) == _cuts(best):
            best, low = divided, middle + 1
        else:
            high = middle - 1
    return tuple(Page(tuple(stacked(rows, apart).draw(room.x, room.y)), places) for rows, places, apart in best)


_Divided = list[tuple[tuple[Block, ...], tuple[int, ...], float]]


def _cuts(divided: _Divided) -> tuple[int, int]:
    """Return how many pages there are, and how many rows on all of them."""
    return len(divided), sum(len(rows) for rows, _, _ in divided)


def _divided(panels: tuple[Panel, ...], size: float, room: _Room) -> _Divided:
    """Return rows for each page, which panels they are of, and how far apart they stand."""
    pages: _Divided = []
    rows: tuple[Block, ...] = ()
    places: tuple[int, ...] = ()
    apart = _APART * size
    for place, whole in enumerate(panels):
        scale = drawing_scale(whole, room.width, size, room.height, room.lettering)
        for panel in _cut(whole, size, room):
            row = _row(panel, size, room, first=not rows, scale=scale)
            if rows and stacked((*rows, row), apart).height > room.height:
                pages.append((rows, places, apart))
                rows, places = (), ()
                row = _row(panel, size, room, first=True, scale=scale)
            rows, places = (*rows, row), (*places, place)
    return [*pages, (rows, places, apart)]


def _cut(panel: Panel, size: float, room: _Room) -> Iterator[Panel]:
    """Yield a panel in parts that each fit on a page, mostly as it is."""
    if _row(panel, size, room, first=True).height <= room.height:
        yield panel
        return
    parts: list[Part] = []
    for part in panel.parts:
        longer = Panel(panel.name, (*parts, part))
        if parts and _row(longer, size, room, first=True).height > room.height:
            yield Panel(panel.name, tuple(parts))
            parts = []
        parts.append(part)
    yield Panel(panel.name, tuple(parts))


def _tiles(panels: tuple[Panel, ...], size: float, room: _Room) -> Block | None:
    """Return the panels as tiles of one size, two to a row: none of them weighs more than another."""
    per_row = 2 if len(panels) > 1 else 1
    between, padding = _APART * size, _PADDING * size
    width = (room.width - between * (per_row - 1)) / per_row
    if any(widest_word(panel, room.lettering) * size > width - 2 * padding for panel in panels):
        return None
    blocks = [panel_block(each, width - 2 * padding, size, room.lettering) for each in panels]
    height = max((block.height for block in blocks), default=0.0) + 2 * padding
    tile = shapes_block(height, (Rectangle(0, 0, width, height, "surface", "line", 0.4 * size),))
    placed = list[tuple[float, float, Block]]()
    for place, block in enumerate(blocks):
        row, column = divmod(place, per_row)
        x, y = column * (width + between), row * (height + between)
        placed += [(x, y, tile), (x + padding, y + (height - block.height) / 2, block)]
    return beside(placed)


def _head(scene: Scene, width: float, unit: float, lettering: Lettering) -> Block:
    across = width - 2 * _SIDE * unit
    title = words_block(((scene.title, True),), across, _TITLE * unit, lettering)
    blocks = [title]
    if scene.stages:
        blocks.append(_stages(scene, across, LEAST * unit, lettering))
    else:
        blocks.append(shapes_block(2 * unit, (Rectangle(0, 0, across, 2 * unit, "accent_soft"),)))
    return stacked(blocks, 12 * unit)


def _stages(scene: Scene, across: float, size: float, lettering: Lettering) -> Block:
    """Return the stages as a strip from left to right, the one that is shown filled."""
    one, tall = across / len(scene.stages), 1.9 * size
    shapes: list[Shape] = []
    for place, name in enumerate(scene.stages):
        shown = place == scene.stage
        shapes.append(
            Rectangle(
                place * one + 3,
                0,
                one - 6,
                tall,
                "accent_soft" if shown else "surface",
                "accent" if shown else "line",
                8,
            )
        )
        shapes.append(Label((place + 0.5) * one, tall / 2 + 0.35 * size, name, size, shown, "middle"))
    return shapes_block(tall, tuple(shapes))


def _foot(scene: Scene, words: str, width: float, height: float, unit: float, lettering: Lettering) -> Block:
    """Return what is said to all panels, and the question of what comes next."""
    across, size = width - 2 * _SIDE * unit, LEAST * unit
    note = [words_block(((scene.note, False),), across, size, lettering, "quiet")] if scene.note else []
    question = words_block(((words, False),), across - 6 * size, size, lettering, "accent")
    return stacked([*note, question, Block(4 * unit)], 8 * unit)


def _calm(scene: Scene, width: float, height: float, unit: float, lettering: Lettering) -> Page:
    size = 56 * unit
    rows = lettering.rows(((scene.title, True),), width - 4 * _SIDE * unit, size)
    top = height / 2 - len(rows) * 1.3 * size / 2
    labels = [
        Label(
            width / 2,
            top + (number + 0.8) * 1.3 * size,
            "".join(words for _, words, _ in row.runs).strip(),
            size,
            True,
            "middle",
        )
        for number, row in enumerate(rows)
    ]
    below = top + len(rows) * 1.3 * size + 24 * unit
    line = Rectangle(width / 2 - 60 * unit, below, 120 * unit, 4 * unit, "accent", radius=2 * unit)
    return Page((Piece(0, 0, (*labels, line)),))
