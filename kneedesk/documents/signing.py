"""Places for a pen: empty lines to write on, and the place to sign with what was signed on the screen."""

from collections.abc import Sequence
from dataclasses import replace

from kneedesk.documents.lines import SetLine, break_lines, voiced
from kneedesk.documents.parts import Column, Shapes, Type, type_strips
from kneedesk.documents.strips import Strip, glue
from kneedesk.documents.structure import Element
from kneedesk.documents.style import Voice
from kneedesk.presentation.content import Signature, WritingLines
from kneedesk.presentation.shapes import Colour, Drawing, Stroke

PEN_LINE = 0.7
# Above the line: half an inch for a signature, however small the type.
ROOM_TO_SIGN = 36.0
GUTTER = 12.0
# Shares of the width: printed name, signature, date, time; in large print name and signature have a line of their own.
SHARES = (0.27, 0.304, 0.252, 0.174)
STACKED = ((0.44, 0.56), (0.5, 0.5))

# What stands on a line and in which voice, the words beneath it, and the drawing of a signature.
_Place = tuple[str, Voice, str, Drawing | None]


def writing_strips(writing: WritingLines, column: Column) -> list[Strip]:
    """Lay out a label and its empty lines."""
    voice = replace(column.style.body, weight="medium")
    strips = type_strips(voiced(writing.label, voice), voice, column, "P") if writing.label else []
    height = column.style.writing
    for _ in range(writing.lines):
        strips.append(Strip(height, (_pen_line(column.x, column.width, height - PEN_LINE, "quiet"),)))
    glue(strips)
    return strips


def signature_strips(signature: Signature, column: Column) -> list[Strip]:
    """Lay out who signs and what it means, and four lines with their words beneath: written on, or left for the pen."""
    style = column.style
    column = column.within("Sect")
    said = voiced(signature.role, style.section)
    if signature.meaning:
        said += voiced(f" \N{EN DASH} {signature.meaning}", style.body)
    strips = type_strips(said, style.section, column, "P")
    strips += _pen_strips(signature, column)
    glue(strips)
    return strips


def _pen_strips(signature: Signature, column: Column) -> list[Strip]:
    style = column.style
    typed = "" if isinstance(signature.signed, Drawing) else signature.signed
    drawn = signature.signed if isinstance(signature.signed, Drawing) else None
    # Side by side with a name, neither a day nor a time has room for large letters on one line.
    small = style.cell if style.stacked else replace(style.note, colour="ink")
    name, signed, day, time = zip(
        (signature.printed_name, typed, signature.day, signature.time),
        (style.cell, style.cell, small, small),
        signature.labels,
        (None, drawn, None, None),
        strict=True,
    )
    if not style.stacked:
        return [_pen_strip((name, signed, day, time), SHARES, column)]
    upper, lower = STACKED
    return [_pen_strip((name, signed), upper, column), _pen_strip((day, time), lower, column)]


def _pen_strip(places: Sequence[_Place], shares: Sequence[float], column: Column) -> Strip:
    """Set places side by side: what stands on each line, the line, and its words beneath."""
    style = column.style
    edges = _edges(column, shares)
    texts = [
        break_lines(voiced(text, voice), width) if text else []
        for (text, voice, _, _), (_, width) in zip(places, edges, strict=True)
    ]
    down = max(ROOM_TO_SIGN, 1.25 * style.writing, max(map(len, texts)) * style.cell.leading + 2 * style.gap)
    parts: list[Type | Shapes] = []
    height = 0.0
    for (x, width), text, (_, voice, label, drawing) in zip(edges, texts, places, strict=True):
        named, filled = (Element("P", column.element) for _ in range(2))
        # All stand on one baseline, whatever their size.
        top = down - 3 - style.cell.leading + style.cell.baseline - voice.baseline - (len(text) - 1) * voice.leading
        parts += _lines(text, filled, x, top, voice)
        parts.append(_pen_line(x, width, down, "ink"))
        words = break_lines(voiced(label, style.note), width)
        parts += _lines(words, named, x, down + 4, style.note)
        height = max(height, len(words) * style.note.leading)
        if drawing is not None:
            parts += _drawn(drawing, column.element, (x, width), down)
    return Strip(down + 4 + height, tuple(parts))


def _drawn(drawing: Drawing, parent: Element, edge: tuple[float, float], down: float) -> list[Shapes]:
    """Set a drawn signature on its line, as large as there is room for it."""
    strokes = [shape for shape in drawing.shapes if isinstance(shape, Stroke)]
    if not strokes:
        return []
    across = [x for each in strokes for x in (each.x1, each.x2)]
    deep = [y for each in strokes for y in (each.y1, each.y2)]
    left, high = min(across), min(deep)
    width, height = max(across) - left, max(deep) - high
    scale = min(edge[1] / max(width, 1.0), (down - 2 * PEN_LINE) / max(height, 1.0), 1.0)
    element = Element("Figure", parent, alternative=drawing.description)
    moved = [
        replace(each, x1=each.x1 - left, y1=each.y1 - high, x2=each.x2 - left, y2=each.y2 - high) for each in strokes
    ]
    return [Shapes(element, moved, edge[0], down - scale * height, scale, (width, height))]


def _edges(column: Column, shares: Sequence[float]) -> list[tuple[float, float]]:
    edges, x = [], column.x
    for share in shares:
        width = share * (column.width - GUTTER * (len(shares) - 1))
        edges.append((x, width))
        x += width + GUTTER
    return edges


def _lines(lines: list[SetLine], element: Element, x: float, top: float, voice: Voice) -> list[Type | Shapes]:
    return [Type(element, line, x, top + n * voice.leading + voice.baseline) for n, line in enumerate(lines)]


def _pen_line(x: float, width: float, down: float, colour: Colour) -> Shapes:
    return Shapes(None, (Stroke(0, 0, width, 0, colour, PEN_LINE),), x, down)
