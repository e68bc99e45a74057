"""Places for a pen: empty lines to write on, and the place to sign with what was signed on the screen."""

from dataclasses import replace

from kneedesk.documents.flow import Strip, glue
from kneedesk.documents.lines import SetLine, break_lines, voiced
from kneedesk.documents.parts import Column, Shapes, Type, type_strips
from kneedesk.documents.structure import Element
from kneedesk.documents.style import Voice
from kneedesk.presentation.content import Signature, WritingLines
from kneedesk.presentation.shapes import Colour, Drawing, Stroke

PEN_LINE = 0.7
GUTTER = 16.0
# Shares of the width: printed name, signature, date, time.
SHARES = (0.31, 0.36, 0.2, 0.13)


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
    strips.append(_pen_strip(signature, column))
    glue(strips)
    return strips


def _pen_strip(signature: Signature, column: Column) -> Strip:
    style = column.style
    element = Element("P", column.element)
    edges = _edges(column)
    typed = "" if isinstance(signature.signed, Drawing) else signature.signed
    written = (signature.printed_name, typed, signature.day, signature.time)
    texts = [
        break_lines(voiced(text, style.cell), width) if text else []
        for text, (_, width) in zip(written, edges, strict=True)
    ]
    down = max(1.25 * style.writing, max(map(len, texts)) * style.cell.leading + 0.75 * style.gap)
    parts: list[Type | Shapes] = []
    height = 0.0
    for (x, width), text, label in zip(edges, texts, signature.labels, strict=True):
        parts += _lines(text, element, x, down - len(text) * style.cell.leading - 3, style.cell)
        parts.append(_pen_line(x, width, down, "ink"))
        words = break_lines(voiced(label, style.note), width)
        parts += _lines(words, element, x, down + 4, style.note)
        height = max(height, len(words) * style.note.leading)
    if isinstance(signature.signed, Drawing):
        parts += _drawn(signature.signed, element, edges[1], down)
    return Strip(down + 4 + height, tuple(parts))


def _drawn(drawing: Drawing, parent: Element, edge: tuple[float, float], down: float) -> list[Shapes]:
    """Set a drawn signature on its line, as large as there is room for it."""
    strokes = [shape for shape in drawing.shapes if isinstance(shape, Stroke)]
    if not strokes:
        return []
    across = [x for each in strokes for x in (each.x1, each.x2)]
    deep = [y for each in strokes for y in (each.y1, each.y2)]
    width, height = max(across) - min(across), max(deep) - min(deep)
    scale = min(edge[1] / max(width, 1.0), (down - 2 * PEN_LINE) / max(height, 1.0), 1.0)
    element = Element("Figure", parent, alternative=drawing.description)
    return [Shapes(element, strokes, edge[0] - scale * min(across), down - scale * max(deep), scale)]


def _edges(column: Column) -> list[tuple[float, float]]:
    edges, x = [], column.x
    for share in SHARES:
        width = share * (column.width - GUTTER * (len(SHARES) - 1))
        edges.append((x, width))
        x += width + GUTTER
    return edges


def _lines(lines: list[SetLine], element: Element, x: float, top: float, voice: Voice) -> list[Type | Shapes]:
    return [Type(element, line, x, top + n * voice.leading + voice.baseline) for n, line in enumerate(lines)]


def _pen_line(x: float, width: float, down: float, colour: Colour) -> Shapes:
    return Shapes(None, (Stroke(0, 0, width, 0, colour, PEN_LINE),), x, down)
