"""Shapes in points: a drawing made larger or smaller keeps everything in proportion."""

from kneedesk.presentation.shapes import Circle, Drawing, Label, Rectangle, Stroke, scaled


def test_everything_in_a_drawing_is_made_smaller_alike_and_says_the_same():
    shapes = (
        Rectangle(10, 20, 30, 40, fill="accent", radius=2),
        Circle(10, 20, 6, outline="ink"),
        Stroke(0, 10, 20, 30, "accent", 4),
        Label(10, 20, "A", 18, strong=True, anchor="end"),
    )
    assert scaled(Drawing(100, 50, shapes, "Two words"), 0.5) == Drawing(
        50,
        25,
        (
            Rectangle(5, 10, 15, 20, fill="accent", radius=1),
            Circle(5, 10, 3, outline="ink"),
            Stroke(0, 5, 10, 15, "accent", 2),
            Label(5, 10, "A", 9, strong=True, anchor="end"),
        ),
        "Two words",
    )
