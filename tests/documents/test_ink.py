"""Drawings on paper are those of the screen, and a hundred people cost little."""

from datetime import UTC, datetime
from io import BytesIO

import pytest

from kneedesk.documents.canvas import Sheet
from kneedesk.documents.ink import draw_sign, paint_shapes
from kneedesk.documents.style import theme
from kneedesk.presentation.shapes import Circle, Label, Rectangle, Stroke
from tests.documents.reading import opened

SIZE = 100


def painted(*shapes, scale=1.0):
    """Return a picture of shapes on a page of a hundred by a hundred points, a pixel for each."""
    target = BytesIO()
    sheet = Sheet(target, (SIZE, SIZE), "en", datetime(2026, 11, 20, tzinfo=UTC))
    paint_shapes(sheet, shapes, 0, SIZE, scale)
    sheet.showPage()
    sheet.save()
    with opened(target.getvalue()) as document:
        page = document[0]
        picture = page.render().to_pil().convert("RGB")
        page.close()
    return picture


def colour(role):
    code = theme("light")[role]
    return tuple(int(code[start : start + 2], 16) for start in (1, 3, 5))


def near(pixel, role):
    return all(abs(one - other) <= 3 for one, other in zip(pixel, colour(role), strict=True))


def test_y_grows_downwards_as_on_the_screen():
    picture = painted(Rectangle(10, 20, 30, 10, fill="accent"))
    assert near(picture.getpixel((25, 25)), "accent")
    assert near(picture.getpixel((25, 75)), "paper")
    assert near(picture.getpixel((8, 25)), "paper")


def test_circles_are_filled_outlined_or_both():
    picture = painted(
        Circle(20, 20, 10, fill="accent"),
        Circle(50, 20, 10, fill="paper", outline="stop"),
        Circle(80, 20, 10, outline="stop"),
        Circle(20, 60, 10, fill="caution", outline="caution"),
    )
    assert near(picture.getpixel((20, 20)), "accent")
    assert near(picture.getpixel((50, 20)), "paper")
    assert not near(picture.getpixel((50, 10)), "paper")
    assert near(picture.getpixel((80, 20)), "paper")
    assert not near(picture.getpixel((80, 10)), "paper")
    assert near(picture.getpixel((20, 60)), "caution")
    assert near(picture.getpixel((20, 35)), "paper")


def test_later_shapes_cover_earlier_ones():
    picture = painted(
        Circle(50, 50, 20, fill="accent"), Rectangle(40, 40, 20, 20, fill="caution"), Circle(50, 50, 4, fill="stop")
    )
    assert near(picture.getpixel((50, 50)), "stop")
    assert near(picture.getpixel((43, 43)), "caution")
    assert near(picture.getpixel((50, 35)), "accent")


def test_the_unknown_is_hatched_and_never_empty():
    picture = painted(Rectangle(10, 10, 80, 80, hatched=True, radius=5))
    inside = [picture.getpixel((x, y)) for x in range(20, 80) for y in range(20, 80)]
    inked = sum(not near(pixel, "paper") for pixel in inside)
    assert 0.1 < inked / len(inside) < 0.9
    assert near(picture.getpixel((5, 50)), "paper")


@pytest.mark.parametrize(("anchor", "x"), [("start", 10), ("middle", 50), ("end", 90)])
def test_labels_hang_on_their_anchor(anchor, x):
    picture = painted(Label(x, 50, "HHHH", size=10, anchor=anchor))
    inked = [
        column for column in range(SIZE) for row in range(40, 52) if not near(picture.getpixel((column, row)), "paper")
    ]
    left, right = {"start": (10, 45), "middle": (33, 67), "end": (55, 90)}[anchor]
    assert left - 2 <= min(inked)
    assert max(inked) <= right + 2


def test_a_drawing_can_be_made_smaller():
    picture = painted(Rectangle(0, 0, 100, 100, fill="accent"), Stroke(0, 0, 100, 100), scale=0.5)
    assert near(picture.getpixel((45, 10)), "accent")
    assert near(picture.getpixel((55, 10)), "paper")


def test_signs_differ_in_shape_and_not_only_in_colour():
    def silhouette(tone):
        target = BytesIO()
        sheet = Sheet(target, (SIZE, SIZE), "en", datetime(2026, 11, 20, tzinfo=UTC))
        draw_sign(sheet, tone, 10, 90, 80)
        sheet.showPage()
        sheet.save()
        with opened(target.getvalue()) as document:
            page = document[0]
            grey = page.render().to_pil().convert("L")
            page.close()
        return [grey.getpixel((x, y)) < 200 for x in range(SIZE) for y in range(SIZE)]

    caution, stop = silhouette("caution"), silhouette("stop")
    assert sum(one != other for one, other in zip(caution, stop, strict=True)) > 500


def test_a_hundred_people_are_a_few_strokes():
    people = [
        Circle(5 + 9 * (n % 10), 5 + 9 * (n // 10), 4, fill="accent" if n < 30 else "paper", outline="quiet")
        for n in range(100)
    ]
    target = BytesIO()
    sheet = Sheet(target, (SIZE, SIZE), "en", datetime(2026, 11, 20, tzinfo=UTC))
    before = len(sheet._code)
    paint_shapes(sheet, people, 0, SIZE)
    assert len(sheet._code) - before < 40
