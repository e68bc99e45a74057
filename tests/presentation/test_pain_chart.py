"""The chart of pain over twelve months: everything in its place, and all of it in words as well."""

from itertools import pairwise

import pytest

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.preferences import ExpectedPain, Preferences
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.presentation.content import text_of
from kneedesk.presentation.outlook import Outlook, outlook_of
from kneedesk.presentation.pain_chart import WIDTH, pain_chart
from kneedesk.presentation.shapes import Circle, Label, Rectangle, Stroke


@pytest.fixture
def drawn(cases, library, english):
    def drawn(treatment: Treatment | None, **blocks):
        proposal = Proposal(treatment=treatment)
        case = Consultation.model_validate({**dict(cases["reference"]), "proposal": proposal, **blocks})
        outlook = outlook_of(case, library, english)
        return outlook, pain_chart(outlook, english)

    return drawn


def labels(drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def dots(drawing) -> list[Circle]:
    """Return the patient's dots on the chart, not the one of the legend."""
    return [shape for shape in drawing.shapes if isinstance(shape, Circle) and shape.radius == 5]


def level_of(words: str, drawing) -> float:
    """Return how high the line stands whose words these are."""
    label = next(shape for shape in drawing.shapes if isinstance(shape, Label) and shape.text == words)
    lines = [each for each in drawing.shapes if isinstance(each, Stroke) and each.colour == label.colour]
    return next(each.y1 for each in lines if abs(each.y1 + 3 - label.y) < 0.1)


@pytest.mark.parametrize("treatment", [*Treatment, None])
def test_everything_is_drawn_within_the_drawing(drawn, treatment):
    _, drawing = drawn(treatment)
    assert drawing.width == WIDTH
    for shape in drawing.shapes:
        match shape:
            case Circle():
                ends = (shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius)
            case Rectangle():
                ends = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
            case Stroke():
                ends = (shape.x1, shape.y1, shape.x2, shape.y2)
            case Label():
                ends = (shape.x, shape.y, shape.x, shape.y)
        assert 0 <= ends[0] <= ends[2] <= drawing.width
        assert 0 <= ends[1] <= ends[3] <= drawing.height


def test_the_patients_dots_stand_at_their_months_and_scores(drawn):
    _, drawing = drawn(Treatment.PRP)
    three, six, twelve = dots(drawing)
    assert three.x < six.x < twelve.x
    assert six.x - three.x == pytest.approx((twelve.x - six.x) / 2)
    assert three.y < six.y < twelve.y  # the less pain, the lower
    assert twelve.y - three.y == pytest.approx(2 * (six.y - three.y))


def test_what_counts_is_a_line_with_its_words(drawn):
    _, drawing = drawn(Treatment.PRP)
    assert level_of("Pain now: 7", drawing) < level_of("Important change: 5.2", drawing)


def test_the_difference_and_the_changes_of_both_groups_differ_without_colour(drawn):
    _, drawing = drawn(Treatment.PRP)
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
    difference, comparison, course = boxes[:3]
    assert difference.height > comparison.height == course.height
    assert (comparison.fill, course.fill) == ("paper", "accent")
    assert difference.y < comparison.y < course.y
    assert {
        "What the patient expects",
        "A. In studies: difference from saline injection",
        "A. In studies: people with this treatment",
        "A. In studies: people with saline injection",
    } <= set(labels(drawing))


def test_a_band_has_the_letter_of_its_words_which_no_value_can_be_taken_for(drawn):
    _, drawing = drawn(Treatment.STEM_CELL)
    letters = [each.text for each in drawing.shapes if isinstance(each, Label) and each.colour == "accent"]
    assert letters == ["A", "B"]
    assert "Studies A: With this choice, and with placebo injection" in drawing.description
    assert "A. In studies: difference from placebo injection" in labels(drawing)
    assert "B. In studies: difference from placebo or usual care" in labels(drawing)


def test_every_study_that_is_drawn_has_its_own_sample_in_the_legend(drawn):
    outlook, drawing = drawn(Treatment.STEM_CELL)
    reaching = [band for band in outlook.bands if band.difference[0] < band.difference[2]]
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
    lines = [shape for shape in drawing.shapes if isinstance(shape, Stroke) and shape.colour == "accent"]
    assert len(boxes) == 2 * len(reaching) == 2, "drawn, and in the legend"
    assert len(lines) == 2 * len(outlook.bands) == 4


def test_what_is_not_there_has_no_entry_in_the_legend(drawn):
    _, drawing = drawn(Treatment.ARTHROSCOPY, preferences=Preferences(), measures=None)
    assert dots(drawing) == []
    assert not any("Studies" in words or "expects" in words or "now" in words for words in labels(drawing))


def test_what_lies_beyond_the_year_is_only_said(drawn):
    later = (ExpectedPain(months=12, score=2.5), ExpectedPain(months=24, score=1))
    _, drawing = drawn(Treatment.PRP, preferences=Preferences(expected_pain=later))
    assert len(dots(drawing)) == 1
    assert "2.5" in labels(drawing)
    assert "1 of 10 after 24 months" in drawing.description


@pytest.mark.parametrize("treatment", Treatment)
def test_the_description_says_all_of_it(drawn, treatment):
    outlook, drawing = drawn(treatment)
    assert all(text_of(line) in drawing.description for line in outlook.lines)


def test_words_of_lines_that_lie_close_stand_under_one_another(english):
    close = Outlook(start=5.0, expected=(), bands=(), important=4.9, acceptable=4.8, lines=())
    beside = [each.y for each in pain_chart(close, english).shapes if isinstance(each, Label) and ": " in each.text]
    assert len(beside) == 3
    assert all(later - earlier >= 12 for earlier, later in pairwise(beside))
