"""The patient's chart draws what is known of the outlook, in large letters, and says what cannot be drawn."""

from kneedesk.bundle import resources
from kneedesk.domain.preferences import ExpectedPain
from kneedesk.language import language
from kneedesk.presentation.outlook import Band, Outlook
from kneedesk.presentation.patient_chart import LETTERS, WIDTH, patient_chart
from kneedesk.presentation.shapes import Circle, Label, Rectangle, Stroke

EXPECTED = (ExpectedPain(months=3, score=3), ExpectedPain(months=12, score=1))
BAND = Band(1, (3, 6), (5.8, 6.3, 6.7), with_course=4.0, with_comparison=5.0)


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
    assert "What studies found cannot be drawn here. We tell you in words." in words(drawing)
    assert drawing.description.endswith("We tell you in words.")
    assert not drawing.description.endswith("..")


def test_what_a_study_found_bears_the_number_of_its_words_where_these_stand_beneath(english):
    assert "1." in words(patient_chart(outlook(), english, numbered=True))
    assert "1." not in words(patient_chart(outlook(), english))


def test_numbers_of_studies_at_one_height_stand_apart_from_one_another_and_from_every_mark(english):
    bands = (Band(1, (6, 6), (5.8, 5.8, 5.8)), Band(2, (3, 6), (5.84, 6.26, 6.67)), Band(3, (6, 6), (5.9, 5.9, 5.9)))
    drawing = patient_chart(outlook(bands=bands), english, numbered=True)
    numbers = [shape for shape in drawing.shapes if isinstance(shape, Label) and shape.text in {"1.", "2.", "3."}]
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
    drawing = patient_chart(outlook(bands=(BAND, Band(2, (12, 24), (5.0, 5.0, 5.0)))), english, numbered=True)
    for shape in drawing.shapes:
        if isinstance(shape, Rectangle):
            assert shape.x >= 0
            assert shape.x + shape.width <= WIDTH
        if isinstance(shape, Label | Circle):
            assert 0 <= shape.x <= WIDTH
            assert 0 <= shape.y <= drawing.height
