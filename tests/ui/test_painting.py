"""Shapes on the screen: where each lies, in which role of the theme, sharp on every screen."""

import pytest
from PySide6.QtGui import QColor, QFont, QImage

from kneedesk.presentation.icon_array import icon_array, unknown_array
from kneedesk.presentation.shapes import Circle, Drawing, Label, Rectangle, Stroke
from kneedesk.ui.painting import picture_of, size_of

COLOURS = {"ink": "#000000", "accent": "#0000ff", "line": "#00ff00", "quiet": "#ff0000", "paper": "#ffffff"}


def colour(role: str) -> QColor:
    return QColor(COLOURS[role])


def drawn(*shapes, scale: float = 1.0, ratio: float = 1.0) -> QImage:
    drawing = Drawing(100, 100, shapes, "a drawing")
    return picture_of(drawing, colour, QFont(), scale, ratio).toImage()


def painted(picture: QImage, x: int, y: int) -> str | None:
    pixel = picture.pixelColor(x, y)
    return pixel.name() if pixel.alpha() else None


@pytest.mark.parametrize(("scale", "ratio"), [(1.0, 1.0), (1.5, 1.0), (1.5, 2.0)])
def test_a_picture_has_the_size_of_the_drawing_at_every_scale(qapp, scale, ratio):
    picture = drawn(Rectangle(10, 20, 30, 40, fill="accent"), scale=scale, ratio=ratio)
    pixels = scale * ratio
    assert picture.width() == round(100 * pixels)
    assert painted(picture, round(11 * pixels), round(21 * pixels)) == COLOURS["accent"]
    assert painted(picture, round(42 * pixels), round(40 * pixels)) is None


def test_what_was_not_painted_is_clear(qapp):
    assert painted(drawn(), 50, 50) is None


def test_a_disc_has_its_outline_within_its_radius(qapp):
    picture = drawn(Circle(50, 50, 20, fill="accent", outline="line"), scale=4)
    assert painted(picture, 200, 200) == COLOURS["accent"]
    assert painted(picture, 122, 200) == COLOURS["line"]
    assert painted(picture, 118, 200) is None


def test_a_circle_without_fill_leaves_its_middle_clear(qapp):
    assert painted(drawn(Circle(50, 50, 20, outline="line")), 50, 50) is None


def test_the_unknown_is_hatched_and_stays_within_its_frame(qapp):
    picture = drawn(Rectangle(20, 20, 40, 40, hatched=True, outline="line"), scale=2)
    inside = {painted(picture, x, 80) for x in range(45, 115)}
    assert None in inside, "clear between the strokes"
    assert len(inside) > 1, "with strokes"
    assert {painted(picture, x, 80) for x in (*range(39), *range(121, 200))} == {None}


def test_a_stroke_runs_from_end_to_end(qapp):
    picture = drawn(Stroke(10, 50, 90, 50, "ink", 4))
    assert painted(picture, 50, 50) == COLOURS["ink"]
    assert painted(picture, 95, 50) is None


@pytest.mark.parametrize(("anchor", "from_x", "to_x"), [("start", 50, 99), ("middle", 20, 80), ("end", 0, 50)])
def test_a_label_stands_where_its_anchor_says(qapp, anchor, from_x, to_x):
    picture = drawn(Label(50, 50, "word", anchor=anchor, colour="ink"))
    columns = [x for x in range(100) for y in range(100) if painted(picture, x, y)]
    assert columns
    assert min(columns) >= from_x - 1
    assert max(columns) <= to_x


def test_a_hundred_people_are_painted_affected_and_not(qapp, english):
    drawing = icon_array(3, "Swelling", english)
    picture = picture_of(drawing, colour, QFont(), 1.0).toImage()
    assert painted(picture, 5, 5) == COLOURS["accent"]
    assert painted(picture, 35, 5) == COLOURS["paper"]
    assert drawing.description == "Swelling: 3 of 100 people; 97 not affected"


def test_the_size_is_known_before_anything_is_painted(english):
    size = size_of(unknown_array("Cancer", english), 1.5)
    assert (size.width(), size.height()) == (300, 99)
