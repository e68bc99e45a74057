"""Paint presentation's shapes on the screen: the same drawing that the paper shows, in the colours of the theme."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from kneedesk.presentation.shapes import Circle, Drawing, Label, Rectangle, Shape, Stroke

ColourOf = Callable[[str], QColor]
"""What a role of the theme looks like, by day or by night."""
OUTLINE = 0.9  # the width of every outline, in points
HATCH = 3.6  # between the strokes of the sign of the unknown
HATCH_LINE = 0.6


def size_of(drawing: Drawing, scale: float) -> QSize:
    """Return how many pixels a drawing takes at so many pixels a point."""
    return QSize(round(drawing.width * scale), round(drawing.height * scale))


def picture_of(drawing: Drawing, colour: ColourOf, font: QFont, scale: float, ratio: float = 1.0) -> QPixmap:
    """Return a drawing on a clear ground, sharp on a screen of so many device pixels a pixel."""
    picture = QPixmap(size_of(drawing, scale) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        paint(painter, drawing.shapes, colour, font, scale)
    finally:
        painter.end()
    return picture


def paint(painter: QPainter, shapes: Iterable[Shape], colour: ColourOf, font: QFont, scale: float) -> None:
    """Paint shapes whose origin is the painter's and whose y grows downwards, ``scale`` pixels a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        match shape:
            case Rectangle():
                _rectangle(painter, shape, colour, scale)
            case Circle():
                _circle(painter, shape, colour, scale)
            case Stroke():
                painter.setPen(QPen(colour(shape.colour), shape.width * scale))
                painter.drawLine(_line(shape, scale))
            case Label():
                _label(painter, shape, colour, font, scale)


def _line(shape: Stroke, scale: float) -> QLineF:
    return QLineF(shape.x1 * scale, shape.y1 * scale, shape.x2 * scale, shape.y2 * scale)


def _rectangle(painter: QPainter, shape: Rectangle, colour: ColourOf, scale: float) -> None:
    box = QRectF(shape.x * scale, shape.y * scale, shape.width * scale, shape.height * scale)
    radius = shape.radius * scale
    painter.setPen(Qt.PenStyle.NoPen)
    if shape.fill:
        painter.setBrush(colour(shape.fill))
        painter.drawRoundedRect(box, radius, radius)
    if shape.hatched:
        _hatch(painter, box, radius, colour("quiet"), scale)
    if shape.outline:
        inset = OUTLINE * scale / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(shape.outline), OUTLINE * scale))
        inner = max(0.0, radius - inset)
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), inner, inner)


def _hatch(painter: QPainter, box: QRectF, radius: float, colour: QColor, scale: float) -> None:
    edge = QPainterPath()
    edge.addRoundedRect(box, radius, radius)
    painter.save()
    painter.setClipPath(edge)
    painter.setPen(QPen(colour, HATCH_LINE * scale))
    offset = -box.height()
    while offset < box.width():
        foot = box.left() + offset
        painter.drawLine(QLineF(foot, box.bottom(), foot + box.height(), box.top()))
        offset += HATCH * 2**0.5 * scale
    painter.restore()


def _circle(painter: QPainter, shape: Circle, colour: ColourOf, scale: float) -> None:
    """Paint a disc; its outline lies within its radius, as on paper."""
    inset = OUTLINE / 2 if shape.outline else 0.0
    painter.setPen(QPen(colour(shape.outline), OUTLINE * scale) if shape.outline else Qt.PenStyle.NoPen)
    painter.setBrush(colour(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
    radius = (shape.radius - inset) * scale
    painter.drawEllipse(QPointF(shape.x * scale, shape.y * scale), radius, radius)


def _label(painter: QPainter, shape: Label, colour: ColourOf, font: QFont, scale: float) -> None:
    voice = QFont(font)
    voice.setPixelSize(max(1, round(shape.size * scale)))
    voice.setWeight(QFont.Weight.DemiBold if shape.strong else QFont.Weight.Normal)
    left = shape.x * scale
    if shape.anchor != "start":  # else nothing is measured: a screen of words has a hundred labels
        left -= QFontMetricsF(voice).horizontalAdvance(shape.text) / (2 if shape.anchor == "middle" else 1)
    painter.setFont(voice)
    painter.setPen(colour(shape.colour))
    painter.drawText(QPointF(left, shape.y * scale), shape.text)
