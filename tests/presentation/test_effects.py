"""Bars of the change of pain: only figures that were read, one scale for all, the sign of the unknown for the rest."""

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.option import Effect
from kneedesk.presentation.content import basis_of, text_of
from kneedesk.presentation.effects import (
    HEIGHT,
    bar_drawing,
    bars_of,
    certainty_line,
    effect_drawing,
    effects_on_pain,
    reach_of,
)
from kneedesk.presentation.print_size import LARGE, USUAL
from kneedesk.presentation.shapes import Label, Rectangle, Stroke

WIDTH = 200.0


@pytest.fixture
def prp(library) -> Effect:
    return effects_on_pain(Treatment.PRP, library)[0]


def rectangles(drawing) -> list[Rectangle]:
    return [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]


@pytest.mark.parametrize("treatment", Treatment)
def test_every_course_has_an_effect_on_pain_and_each_names_its_fact(treatment, library, english):
    effects = effects_on_pain(treatment, library)
    assert effects
    for effect in effects:
        assert effect.outcome != "function"
        for line, bar in bars_of(effect, reach_of(library), library, english):
            assert text_of(line) == bar.words
            assert all(name in library.facts for name in basis_of(line))
        assert basis_of(certainty_line(effect, library, english)) == (effect.figure.partition(".")[0],)


def test_the_salt_water_bar_stands_beside_that_of_the_course(prp, library, english):
    (_, course), (said, salt_water), (_, difference) = bars_of(prp, reach_of(library), library, english)
    figures = library.facts["PRP-02"].figures
    assert course.value == figures["pain_prp"].value * 10
    assert salt_water.value == figures["pain_saline"].value * 10
    assert difference.interval == (figures["pain"].low * 10, figures["pain"].high * 10)
    assert "saline injection" in text_of(said)
    assert "from 0.2 worse to 0.9 better" in difference.words


def test_a_change_that_was_not_read_is_a_sign_that_nobody_takes_for_a_bar(library, english):
    (line, unknown), (_, difference) = bars_of(
        effects_on_pain(Treatment.STEM_CELL, library)[0], reach_of(library), library, english
    )
    assert "no trustworthy number" in text_of(line)
    assert unknown.value is None
    for width in (WIDTH, 3 * WIDTH):
        (sign,) = bar_drawing(unknown, width).shapes
        assert sign.hatched
        assert (sign.x, sign.width) == (0, 14), "of one size, off the line of no change that bars begin at"
    assert not rectangles(bar_drawing(difference, WIDTH))[0].hatched


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_on_paper_the_sign_of_the_unknown_stands_beside_its_words(size, library, english):
    effect = effects_on_pain(Treatment.STEM_CELL, library)[0]
    drawing = effect_drawing("Title", effect, reach_of(library), library, english, size)
    sign = next(each for each in rectangles(drawing) if each.hatched)
    words = next(
        each for each in drawing.shapes if isinstance(each, Label) and each.text.startswith("With this choice")
    )
    assert words.x > sign.x + sign.width
    assert sign.y < words.y <= sign.y + sign.height + 1


def test_points_of_10_and_of_100_are_drawn_on_one_scale_and_said_in_their_own(prp, library, english):
    replacement = effects_on_pain(Treatment.KNEE_REPLACEMENT, library)[0]
    ours, theirs = (
        bars_of(prp, reach_of(library), library, english)[0][1],
        bars_of(replacement, reach_of(library), library, english)[0][1],
    )
    assert ours.reach == theirs.reach == reach_of(library)
    widths = [rectangles(bar_drawing(bar, WIDTH))[0].width for bar in (ours, theirs)]
    assert widths[0] / widths[1] == pytest.approx(ours.value / theirs.value)
    assert "of 10 points" in ours.words
    assert "of 100 points" in theirs.words


@pytest.mark.parametrize("treatment", Treatment)
def test_nothing_is_drawn_beyond_the_width(treatment, library, english):
    for effect in effects_on_pain(treatment, library):
        for _, bar in bars_of(effect, reach_of(library), library, english):
            drawing = bar_drawing(bar, WIDTH)
            assert (drawing.width, drawing.height, drawing.description) == (WIDTH, HEIGHT, bar.words)
            for shape in drawing.shapes:
                ends = (shape.x1, shape.x2) if isinstance(shape, Stroke) else (shape.x, shape.x + shape.width)
                assert min(ends) >= 0
                assert max(ends) <= WIDTH


@pytest.mark.parametrize("size", [USUAL, LARGE])
@pytest.mark.parametrize("treatment", Treatment)
def test_paper_shows_the_same_bars_each_below_its_words(treatment, size, library, english):
    reach = reach_of(library)
    for effect in effects_on_pain(treatment, library):
        drawing = effect_drawing("Title", effect, reach, library, english, size)
        bars = bars_of(effect, reach, library, english)
        painted = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
        alone = [rectangles(bar_drawing(bar, drawing.width))[0] for _, bar in bars]
        assert [(each.x, each.width, each.hatched) for each in painted] == [
            (each.x, each.width, each.hatched) for each in alone
        ]
        assert all(bar.words in drawing.description for _, bar in bars)
        labels = [shape for shape in drawing.shapes if isinstance(shape, Label)]
        written = " ".join(label.text for label in labels)
        assert all(bar.words in written for _, bar in bars)
        assert {label.size for label in labels} == {size.letters}
        assert max(shape.y for shape in painted) < drawing.height


def test_an_effect_that_may_be_none_reaches_over_the_line_of_no_change(prp, library, english):
    bar = bars_of(prp, reach_of(library), library, english)[-1][1]
    drawing = bar_drawing(bar, WIDTH)
    whisker, zero = drawing.shapes[1], drawing.shapes[-1]
    assert whisker.x1 < zero.x1 < whisker.x2


def test_certainty_is_said_in_words_with_the_time(prp, library, english):
    said = text_of(certainty_line(prp, library, english))
    assert said.startswith("Certainty not rated")
    assert "12 months" in said
    second_hand = effects_on_pain(Treatment.HYALURONIC_ACID, library)[0]
    assert "second-hand" in text_of(certainty_line(second_hand, library, english))
    joint = effects_on_pain(Treatment.KNEE_REPLACEMENT, library)[0]
    assert "one score" in text_of(certainty_line(joint, library, english))
