"""Strips know their height together, which of them are an item of a list, and what they are kept with."""

from kneedesk.documents.strips import Strip, glue, glue_ends, height_of, items_of


def glued(strips):
    return [strip.glued for strip in strips]


def test_the_height_of_strips_leaves_out_the_white_above_the_first():
    assert height_of([Strip(10, before=5), Strip(10, before=5)]) == 25


def test_the_items_of_a_list_begin_with_white_above_them():
    first, second = [Strip(10), Strip(10)], [Strip(10, before=2), Strip(10), Strip(10)]
    assert items_of([*first, *second]) == [first, second]
    assert items_of([]) == []


def test_strips_are_kept_with_the_next_and_the_last_stays_free():
    strips = [Strip(10) for _ in range(3)]
    glue(strips)
    assert glued(strips) == [True, True, False]


def test_only_the_ends_of_a_paragraph_are_kept_together():
    strips = [Strip(10) for _ in range(6)]
    glue_ends(strips)
    assert glued(strips) == [True, False, False, False, True, False]


def test_what_is_glued_firmly_is_not_loosened_but_what_is_loose_is_made_firm():
    firm, loose, last = strips = [Strip(10) for _ in range(3)]
    glue([firm, loose])
    glue(strips, loosely=True)
    assert [strip.loosely for strip in strips] == [False, True, False]
    glue([loose, last])
    assert not loose.loosely
