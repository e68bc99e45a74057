"""Drawings stand side by side where they fit, get smaller only a little, and keep their words."""

import pytest

from kneedesk.documents.figures import GUTTER, SMALLEST, TALLEST, WHOLE, figure_strips
from kneedesk.documents.parts import Shapes
from kneedesk.documents.strips import height_of
from kneedesk.presentation.content import Figure, say
from kneedesk.presentation.shapes import Drawing, Rectangle
from tests.documents.columns import WIDTH, column, lines_of, parts_of, roles_of


def drawing(width: float, height: float = 60.0) -> Drawing:
    return Drawing(width, height, (Rectangle(0, 0, width, height, fill="accent"),), f"{width:g} wide")


def placed(figure: Figure, room: float = 600.0) -> list[Shapes]:
    return parts_of(figure_strips(figure, column(room)), Shapes)


def test_each_drawing_has_its_words_for_who_cannot_see_it():
    shown = placed(Figure((drawing(120), drawing(130))))
    assert [part.element.alternative for part in shown] == ["120 wide", "130 wide"]
    assert roles_of(figure_strips(Figure((drawing(120),), say("Caption")), column())) == {"Figure", "Caption"}


def test_drawings_that_fit_stand_in_one_row_in_their_own_size():
    first, second = placed(Figure((drawing(200), drawing(200))))
    assert (first.x, second.x) == (0.0, 200 + GUTTER)
    assert first.scale == second.scale == 1.0


def test_drawings_that_nearly_fit_are_all_made_a_little_smaller():
    shown = placed(Figure((drawing(260), drawing(260))))
    assert len(figure_strips(Figure((drawing(260), drawing(260))), column())) == 1
    assert SMALLEST <= shown[0].scale == shown[1].scale < 1
    assert shown[1].x + 260 * shown[1].scale == pytest.approx(WIDTH)


def test_drawings_that_do_not_fit_go_on_in_the_next_row():
    strips = figure_strips(Figure((drawing(400), drawing(400))), column())
    assert len(strips) == 2
    assert [part.x for part in parts_of(strips, Shapes)] == [0.0, 0.0]


@pytest.mark.parametrize("size", [(2000.0, 60.0), (60.0, 2000.0)])
def test_no_drawing_is_wider_than_the_text_or_takes_the_whole_page(size):
    (part,) = placed(Figure((drawing(*size),)))
    assert size[0] * part.scale <= WIDTH + 0.01
    assert size[1] * part.scale <= TALLEST * 600 + 0.01


def test_a_caption_stands_beside_a_narrow_drawing_and_under_a_wide_one():
    (beside,) = figure_strips(Figure((drawing(120),), say("Caption")), column())
    assert lines_of([beside]) == ["Caption"]
    under = figure_strips(Figure((drawing(400),), say("Caption")), column())
    assert lines_of(under[-1:]) == ["Caption"]
    assert under[0].glued


@pytest.mark.parametrize(("share", "whole"), [(0.9, True), (1.1, False)])
def test_drawings_are_not_parted_from_one_another_or_their_key_where_much_of_a_page_holds_them(share, whole):
    figure = Figure((drawing(400), drawing(400), drawing(400)), say("A longer bar is better."))
    height = height_of(figure_strips(figure, column()))
    *strips, last = figure_strips(figure, column(room=height / (share * WHOLE)))
    assert all(strip.glued for strip in strips) == whole
    assert strips[-1].glued
    assert not last.glued
