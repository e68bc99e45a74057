"""The patient's chart draws what is known of the outlook, in large letters, and says what cannot be drawn."""

import pytest

from kneedesk.bundle import resources
from kneedesk.documents.lines import one_line
from kneedesk.documents.style import Voice
from kneedesk.domain.preferences import ExpectedPain
from kneedesk.language import language
from kneedesk.presentation.outlook import Band, Outlook
from kneedesk.presentation.patient_chart import LETTERS, WIDTH, patient_chart
from kneedesk.presentation.shapes import Circle, Label, Rectangle, Stroke

EXPECTED = (ExpectedPain(months=3, score=3), ExpectedPain(months=12, score=1))
BAND = Band("A", (3, 6), "placebo injection", (5.8, 6.3, 6.7), with_course=4.0, with_comparison=5.0)


def outlook(**changes):
    known = {"start": 7.0, "expected": EXPECTED, "bands": (BAND,), "important": None, "acceptable": None, "lines": ()}
    return Outlook(**(known | changes))


def words(drawing):
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def test_all_letters_are_as_large_as_the_chart_promises():
    for tag in ("en", "es"):
        drawing = patient_chart(outlook(), language(tag, resources() / "translations"))
        assert min(shape.size for shape in drawing.shapes if isinstance(shape, Label)) >= LETTERS


def test_it_names_what_the_patient_expects_as_the_patients_own(english):
    drawing = patient_chart(outlook(), english)
    assert "What you expect" in words(drawing)
    assert "Your pain now" in words(drawing)
    assert {"3", "1"} <= set(words(drawing))


def test_only_what_is_drawn_is_in_the_legend(english):
    drawing = patient_chart(outlook(start=None, expected=(), bands=()), english)
    assert not any(isinstance(shape, Circle | Rectangle) for shape in drawing.shapes)
    assert "Your pain now" not in words(drawing)
    assert "What studies found cannot be drawn here. We tell you in words." in " ".join(words(drawing))
    assert drawing.description.endswith("We tell you in words.")
    assert not drawing.description.endswith("..")


def test_what_studies_found_bears_its_letter_and_says_what_it_was_compared_with(english):
    drawn = words(patient_chart(outlook(bands=(BAND, Band("B", (12, 12), "usual care", (6.0, 6.0, 6.0)))), english))
    assert {"A", "B"} <= set(drawn)
    assert "A. In studies: difference from placebo injection" in drawn
    assert "A. In studies: people with this treatment" in drawn
    assert "A. In studies: people with placebo injection" in drawn
    assert "B. In studies: difference from usual care" in drawn
    assert not any(each.startswith("B. In studies: people") for each in drawn)


def test_the_sample_of_the_legend_looks_like_what_is_drawn(english):
    alone = Band("A", (12, 12), "placebo injection", (6.0, 6.0, 6.0))
    for band, boxes in ((alone, 0), (Band("A", (3, 6), "placebo injection", (5.8, 6.3, 6.7)), 2)):
        drawing = patient_chart(outlook(bands=(band,)), english)
        assert sum(isinstance(each, Rectangle) for each in drawing.shapes) == boxes


@pytest.mark.parametrize("tag", ["en", "es"])
@pytest.mark.parametrize("bands", [(), (BAND, Band("B", (12, 12), "placebo injection", (6.0, 6.0, 6.0)))])
def test_no_words_run_over_the_edge(tag, bands):
    drawing = patient_chart(outlook(bands=bands), language(tag, resources() / "translations"))
    for shape in drawing.shapes:
        if isinstance(shape, Label) and shape.anchor == "start":
            voice = Voice(shape.size, shape.size, "strong" if shape.strong else "regular")
            assert shape.x + one_line(shape.text, voice).width <= WIDTH, shape.text


def test_letters_of_studies_at_one_height_stand_apart_from_one_another_and_from_every_mark(english):
    bands = (
        Band("A", (6, 6), "placebo injection", (5.8, 5.8, 5.8)),
        Band("B", (3, 6), "placebo injection", (5.84, 6.26, 6.67)),
        Band("C", (6, 6), "placebo injection", (5.9, 5.9, 5.9)),
    )
    drawing = patient_chart(outlook(bands=bands), english)
    numbers = [shape for shape in drawing.shapes if isinstance(shape, Label) and shape.text in {"A", "B", "C"}]
    marks = [shape for shape in drawing.shapes if isinstance(shape, Stroke) and shape.colour == "accent"]
    assert len(numbers) == 3
    half, high = LETTERS * 0.45, LETTERS * 0.7
    for place, number in enumerate(numbers):
        for other in numbers[:place]:
            assert abs(number.x - other.x) >= 2 * half or abs(number.y - other.y) >= high
        for mark in marks:
            beside = number.x + half <= mark.x1 or number.x - half >= mark.x2
            assert beside or mark.y1 <= number.y - high or mark.y1 >= number.y


def test_nothing_lies_beyond_its_edge(english):
    drawing = patient_chart(outlook(bands=(BAND, Band("B", (12, 24), "placebo injection", (5.0, 5.0, 5.0)))), english)
    for shape in drawing.shapes:
        if isinstance(shape, Rectangle):
            assert shape.x >= 0
            assert shape.x + shape.width <= WIDTH
        if isinstance(shape, Label | Circle):
            assert 0 <= shape.x <= WIDTH
            assert 0 <= shape.y <= drawing.height
