"""Paint presentation's shapes on paper: the same drawing that the screen shows, in the light theme."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import cos, radians, sin
from typing import Literal

from kneedesk.documents.canvas import Sheet
from kneedesk.documents.lines import one_line
from kneedesk.documents.style import Voice, ink
from kneedesk.presentation.shapes import Circle, Label, Rectangle, Shape, Stroke

OUTLINE = 0.9  # the width of every outline, in points
HATCH = 3.6  # between the strokes of the sign of the unknown
ROUND_CAP = 1
BUTT_CAP = 0

Tone = Literal["stop", "caution"]
# Corners as shares of the sign's size, across and down.
_TRIANGLE = ((0.5, 0.08), (0.95, 0.9), (0.05, 0.9))
_OCTAGON = tuple((0.5 + 0.46 * cos(radians(a)), 0.5 + 0.46 * sin(radians(a))) for a in range(22, 360, 45))


def paint_shapes(canvas: Sheet, shapes: Iterable[Shape], left: float, top: float, scale: float = 1.0) -> None:
    """Paint shapes whose origin is the point (left, top) of the page and whose y grows downwards."""
    with canvas.placed(left, top, scale):
        for look, group in groupby(shapes, key=_look):
            if look:
                _circles(canvas, [shape for shape in group if isinstance(shape, Circle)])
                continue
            for shape in group:
                match shape:
                    case Rectangle():
                        _rectangle(canvas, shape)
                    case Stroke():
                        _stroke(canvas, shape)
                    case Label():
                        _label(canvas, shape)


def draw_box(
    canvas: Sheet,
    x: float,
    y: float,
    width: float,
    height: float,
    radius: float = 0.0,
    stroke: Literal[0, 1] = 0,
    fill: Literal[0, 1] = 0,
) -> None:
    """Draw a box by its lower left corner, with or without round corners."""
    if radius:
        canvas.roundRect(x, y, width, height, radius, stroke=stroke, fill=fill)
    else:
        canvas.rect(x, y, width, height, stroke=stroke, fill=fill)


def _look(shape: Shape) -> tuple[float, str | None, str | None] | None:
    """Return what neighbouring circles must share to be painted in one stroke."""
    return (shape.radius, shape.fill, shape.outline) if isinstance(shape, Circle) else None


def _circles(canvas: Sheet, circles: Sequence[Circle]) -> None:
    """Paint circles that look alike at once: a disc is the round end of a stroke that goes nowhere."""
    radius, fill, outline = circles[0].radius, circles[0].fill, circles[0].outline
    if outline and not fill:
        path = canvas.beginPath()
        for circle in circles:
            path.circle(circle.x, -circle.y, radius - OUTLINE / 2)
        canvas.setStrokeColor(ink(outline))
        canvas.setLineWidth(OUTLINE)
        canvas.drawPath(path, stroke=1, fill=0)
        return
    centres = [(circle.x, -circle.y) for circle in circles]
    if outline and outline != fill:
        canvas.dots(centres, 2 * radius, outline)
        radius -= OUTLINE
    if fill:
        canvas.dots(centres, 2 * radius, fill)


def _rectangle(canvas: Sheet, shape: Rectangle) -> None:
    y = -shape.y - shape.height
    if shape.fill:
        canvas.setFillColor(ink(shape.fill))
        draw_box(canvas, shape.x, y, shape.width, shape.height, shape.radius, fill=1)
    if shape.hatched:
        _hatch(canvas, shape, y)
    if shape.outline:
        inset = OUTLINE / 2
        canvas.setStrokeColor(ink(shape.outline))
        canvas.setLineWidth(OUTLINE)
        size = (shape.width - OUTLINE, shape.height - OUTLINE)
        draw_box(canvas, shape.x + inset, y + inset, *size, max(0.0, shape.radius - inset), stroke=1)


def _hatch(canvas: Sheet, shape: Rectangle, y: float) -> None:
    canvas.saveState()
    edge = canvas.beginPath()
    if shape.radius:
        edge.roundRect(shape.x, y, shape.width, shape.height, shape.radius)
    else:
        edge.rect(shape.x, y, shape.width, shape.height)
    canvas.clipPath(edge, stroke=0, fill=0)
    strokes = canvas.beginPath()
    offset = -shape.height
    while offset < shape.width:
        strokes.moveTo(shape.x + offset, y)
        strokes.lineTo(shape.x + offset + shape.height, y + shape.height)
        offset += HATCH * 2**0.5
    canvas.setStrokeColor(ink("quiet"))
    canvas.setLineWidth(0.6)
    canvas.drawPath(strokes, stroke=1, fill=0)
    canvas.restoreState()


def _stroke(canvas: Sheet, shape: Stroke) -> None:
    canvas.setStrokeColor(ink(shape.colour))
    canvas.setLineWidth(shape.width)
    canvas.line(shape.x1, -shape.y1, shape.x2, -shape.y2)


def _label(canvas: Sheet, shape: Label) -> None:
    voice = Voice(shape.size, shape.size, "strong" if shape.strong else "regular", shape.colour)
    line = one_line(shape.text, voice)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
    canvas.type_line(line, shape.x - share * line.width, -shape.y)


def draw_sign(canvas: Sheet, tone: Tone, x: float, top: float, size: float) -> None:
    """Draw the sign of a tone: a triangle for caution, an octagon for stop, each with its mark."""
    canvas.setFillColor(ink(tone))
    corners = _TRIANGLE if tone == "caution" else _OCTAGON
    path = canvas.beginPath()
    for index, (across, down) in enumerate(corners):
        move = path.lineTo if index else path.moveTo
        move(x + across * size, top - down * size)
    path.close()
    canvas.setStrokeColor(ink(tone))
    canvas.setLineJoin(ROUND_CAP)
    canvas.setLineWidth(0.12 * size)
    canvas.drawPath(path, stroke=1, fill=1)
    canvas.setStrokeColor(ink("paper"))
    canvas.setLineCap(ROUND_CAP)
    middle = x + size / 2
    upper, lower, dot = (0.40, 0.62, 0.79) if tone == "caution" else (0.26, 0.54, 0.75)
    canvas.line(middle, top - upper * size, middle, top - lower * size)
    canvas.line(middle, top - dot * size, middle + 0.01, top - dot * size)
    canvas.setLineCap(BUTT_CAP)
