"""A list has a disc, a number or an empty box before the first line of each item."""

import pytest

from kneedesk.documents.lists import bullet_strips, checkbox_strips
from kneedesk.presentation.content import Bullets, Checkboxes, say
from kneedesk.presentation.shapes import Circle, Rectangle
from tests.documents.columns import column, lines_of, roles_of, shapes_of

ITEMS = (say("Pain after the injection"), say("Swelling that takes some days to go away " * 5), say("Fever"))


def test_each_item_of_a_list_has_one_disc():
    strips = bullet_strips(Bullets(ITEMS), column())
    assert [type(shape) for shape in shapes_of(strips)] == [Circle] * 3
    assert roles_of(strips) == {"Lbl", "LBody"}


def test_a_numbered_list_counts_from_one():
    strips = bullet_strips(Bullets(ITEMS, numbered=True), column())
    assert [line for line in lines_of(strips) if line.rstrip(".").isdigit()] == ["1.", "2.", "3."]
    assert shapes_of(strips) == []


def test_a_quiet_list_is_set_smaller():
    loud, quiet = (bullet_strips(Bullets(ITEMS, style=style), column()) for style in ("body", "note"))
    assert quiet[0].height < loud[0].height


def test_T2_every_box_to_tick_is_empty():
    boxes = shapes_of(checkbox_strips(Checkboxes(ITEMS), column()))
    assert [type(box) for box in boxes] == [Rectangle] * 3
    assert all(box.fill is None and box.outline == "ink" and not box.hatched for box in boxes)


@pytest.mark.parametrize("lay_out", [bullet_strips, checkbox_strips])
def test_white_stands_between_items_and_not_before_the_first(lay_out):
    kind = Bullets if lay_out is bullet_strips else Checkboxes
    strips = lay_out(kind(ITEMS), column())
    assert strips[0].before == 0
    assert sum(strip.before > 0 for strip in strips) == 2
    assert lay_out(kind(()), column()) == []
