"""A hundred people, those affected filled, the others drawn too; what nobody knows is hatched, never empty."""

import pytest

from kneedesk.presentation.icon_array import PEOPLE, crowd, icon_array, printed_array, unknown_array
from kneedesk.presentation.print_size import LARGE, USUAL
from kneedesk.presentation.shapes import Circle, Label, Rectangle


@pytest.mark.parametrize("affected", [0, 1, 25, 99, 100])
def test_a_hundred_people_are_drawn_and_those_affected_come_first(affected, english):
    people = [shape for shape in icon_array(affected, "Pain", english).shapes if isinstance(shape, Circle)]
    filled = [person.fill == "accent" for person in people]
    assert len(people) == PEOPLE == 100
    assert filled == [True] * affected + [False] * (100 - affected)
    assert all(person.outline for person in people)


@pytest.mark.parametrize(
    ("affected", "words"),
    [
        (0, "Fewer than 1 of 100 people; about 100 not affected"),
        (25, "25 of 100 people; 75 not affected"),
        (100, "100 of 100 people; 0 not affected"),
    ],
)
def test_the_words_say_what_the_drawing_shows(affected, words, english):
    drawing = icon_array(affected, "Pain", english)
    assert [shape.text for shape in drawing.shapes if isinstance(shape, Label)] == [words]
    assert drawing.description == f"Pain: {words}"


def test_the_unknown_is_hatched_and_named(english):
    drawing = unknown_array("Tumour", english)
    assert [shape.hatched for shape in drawing.shapes if isinstance(shape, Rectangle)] == [True]
    assert drawing.description == "Tumour: No trustworthy number"


def test_everything_is_drawn_within_the_drawing(english):
    for drawing in (icon_array(7, "Pain", english), unknown_array("Tumour", english)):
        for shape in drawing.shapes:
            reach = shape.radius if isinstance(shape, Circle) else 0
            assert shape.x - reach >= 0
            assert shape.x + reach <= drawing.width
            assert shape.y - reach >= 0
            assert shape.y + reach <= drawing.height


def test_both_drawings_have_one_size(english):
    known, unknown = icon_array(1, "Pain", english), unknown_array("Pain", english)
    assert (known.width, known.height) == (unknown.width, unknown.height)


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_paper_names_the_risk_above_the_people_and_its_range_below(size, english):
    title = "Too few red blood cells after marrow is taken from the bone"
    drawing = printed_array(2, title, english, counted="people", interval="It may be 1 to 2.", size=size)
    assert drawing.description == f"{title}: 2 of 100 people; 98 not affected. It may be 1 to 2."
    people = [shape for shape in drawing.shapes if isinstance(shape, Circle)]
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label)]
    assert len(people) == PEOPLE
    assert max(each.x + each.radius for each in people) <= drawing.width == size.width
    above = [label for label in labels if label.strong]
    assert " ".join(label.text for label in above) == title
    assert max(label.y for label in above) < min(each.y - each.radius for each in people)
    below = [label.y for label in labels if not label.strong]
    assert max(each.y + each.radius for each in people) < min(below) - 0.7 * size.letters
    assert max(below) < drawing.height
    assert {label.size for label in labels} == {size.letters}


def test_a_crowd_is_ten_rows_of_ten_without_a_word(english):
    drawing = crowd(7, "Bleeding", english)
    people = [shape for shape in drawing.shapes if isinstance(shape, Circle)]
    assert len(people) == len(drawing.shapes) == PEOPLE
    assert sum(person.fill == "accent" for person in people) == 7
    assert drawing.width == drawing.height
    assert drawing.description == "Bleeding: 7 of 100 people; 93 not affected"


def test_a_wide_crowd_is_the_same_people_in_five_rows_of_twenty(english):
    wide, square = crowd(7, "Bleeding", english, wide=True), crowd(7, "Bleeding", english)
    assert (len(wide.shapes), wide.description) == (PEOPLE, square.description)
    assert len({person.y for person in wide.shapes}) == 5
    unknown = crowd(None, "Bleeding", english, wide=True)
    assert (unknown.width, unknown.height) == (wide.width, wide.height)


def test_a_crowd_that_nobody_counted_is_hatched(english):
    (sign,) = crowd(None, "Bleeding", english).shapes
    assert sign.hatched
