"""A block is as tall as what it draws, quotes what somebody typed, and draws the sign of the unknown."""

import pytest

from kneedesk.presentation.content import Gap, quote, say
from kneedesk.presentation.effects import Bar
from kneedesk.presentation.icon_array import crowd
from kneedesk.presentation.scene import Panel
from kneedesk.presentation.shapes import Label, Rectangle
from kneedesk.ui.patient_view.blocks import (
    LEAST,
    drawing_scale,
    is_readable,
    panel_block,
    part_block,
    stacked,
    widest_word,
)
from kneedesk.ui.patient_view.lettering import Lettering

WORDS = say("It may help for some weeks.")


@pytest.fixture
def lettering(theme, qapp):
    return Lettering(qapp.font().family())


def labels(block):
    return [shape.text for piece in block.draw(0, 0) for shape in piece.shapes if isinstance(shape, Label)]


def test_what_somebody_typed_stands_between_quotation_marks(lettering):
    assert labels(part_block(quote("walk my dog"), 900, 24, lettering)) == ["“walk my dog”"]


def test_a_gap_is_hatched_beside_its_words(lettering):
    block = part_block(Gap(WORDS), 900, 24, lettering)
    hatched = [
        shape for piece in block.draw(0, 0) for shape in piece.shapes if isinstance(shape, Rectangle) and shape.hatched
    ]
    assert len(hatched) == 1
    assert labels(block) == ["It may help for some weeks."]


def test_a_bar_stands_beside_its_words_where_there_is_room(lettering):
    panel = Panel("", (WORDS, Bar("course", "spoken", (0, 20), 10.0)))
    narrow, wide = (panel_block(panel, width, 24, lettering) for width in (300, 900))
    places = [{piece.x > 400 for piece in block.draw(0, 0)} for block in (narrow, wide)]
    assert places == [{False}, {False, True}]


def test_parts_stand_under_one_another(lettering):
    one = part_block(WORDS, 900, 24, lettering)
    both = stacked((one, one), 10)
    assert both.height == pytest.approx(2 * one.height + 10)
    assert [piece.y for piece in both.draw(0, 5)] == pytest.approx([5, one.height + 15])


def test_a_drawing_takes_what_the_words_leave(lettering, english):
    panel = Panel("Bleeding", (crowd(3, "Bleeding", english), WORDS))
    scale = drawing_scale(panel, 600, 24, 500, lettering)
    assert panel_block(panel, 600, 24, lettering, scale=scale).height == pytest.approx(500)
    assert is_readable(panel, scale, 24, LEAST)
    assert not is_readable(panel, drawing_scale(panel, 600, 24, 200, lettering), 24, LEAST)


def test_a_long_word_asks_for_a_wide_column(lettering):
    assert widest_word(Panel("", (say("viscosupplementation"),)), lettering) > widest_word(Panel("a"), lettering)
