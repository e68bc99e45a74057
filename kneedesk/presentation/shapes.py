"""Plain shapes in points, origin at the top left, y downwards: what paper and screen both paint."""

from dataclasses import dataclass, fields, replace
from typing import Literal

Colour = Literal["ink", "quiet", "line", "surface", "accent", "accent_soft", "caution", "stop", "paper"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle, filled, outlined or both; ``hatched`` draws the sign of the unknown."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    outline: Colour | None = None
    radius: float = 0.0
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle by its centre and radius."""

    x: float
    y: float
    radius: float
    fill: Colour | None = None
    outline: Colour | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line of a width in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: Colour = "line"
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text on its baseline; ``anchor`` says which end of it x names."""

    x: float
    y: float
    text: str
    size: float = 9.0
    strong: bool = False
    anchor: Literal["start", "middle", "end"] = "start"
    colour: Colour = "ink"


Shape = Rectangle | Circle | Stroke | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a canvas of a size in points, with words that say the same to who cannot see it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    description: str


def scaled(drawing: Drawing, by: float) -> Drawing:
    """Return the same drawing, everything in it larger or smaller, its letters too."""
    return replace(
        drawing,
        width=drawing.width * by,
        height=drawing.height * by,
        shapes=tuple(_scaled(shape, by) for shape in drawing.shapes),
    )


def _scaled(shape: Shape, by: float) -> Shape:
    lengths = {each.name: getattr(shape, each.name) for each in fields(shape) if each.type is float}
    return replace(shape, **{name: length * by for name, length in lengths.items()})
