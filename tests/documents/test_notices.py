"""A notice is framed and signed, kept whole where it is short, and never cut just below its title."""

import pytest

from kneedesk.documents.flow import paginate
from kneedesk.documents.notices import LOOKS, WHOLE, notice_strips
from kneedesk.documents.parts import Type
from kneedesk.documents.strips import Strip, height_of
from kneedesk.documents.style import theme
from kneedesk.presentation.content import Notice, say
from tests.documents.columns import WIDTH, column, lines_of, parts_of

ITEMS = (say("Your knee gets hot."), say("You have a fever."))


@pytest.mark.parametrize("tone", ["stop", "caution", "plain"])
def test_a_notice_says_its_title_and_every_item_inside_its_frame(tone):
    strips = notice_strips(Notice("Call us", ITEMS, tone), column())
    assert lines_of(strips) == ["Call us", "Your knee gets hot.", "You have a fever."]
    assert all(strip.bands == strips[0].bands for strip in strips)
    (ground,) = strips[0].bands
    assert (ground.x, ground.width) == (0.0, WIDTH)
    assert all(ground.x < part.x < part.x + part.line.width < WIDTH for part in parts_of(strips, Type))


def test_only_a_plain_notice_has_no_sign():
    signs = {
        tone: any(
            type(part).__name__ == "_Sign"
            for strip in notice_strips(Notice("x", ITEMS, tone), column())
            for part in strip.parts
        )
        for tone in LOOKS
    }
    assert signs == {"stop": True, "caution": True, "plain": False}


def test_a_short_notice_is_kept_whole_and_a_long_one_may_be_cut_between_its_lines():
    short = notice_strips(Notice("x", ITEMS), column())
    long = notice_strips(Notice("x", ITEMS * 40), column())
    assert height_of(short) < WHOLE * 600 < height_of(long)
    assert all(strip.glued for strip in short[:-1])
    assert long[0].glued
    assert long[1].glued
    assert long[-2].glued
    assert not all(strip.glued for strip in long[:-1])


def test_a_notice_that_no_page_holds_says_where_it_goes_on_that_it_does():
    pages = paginate(notice_strips(Notice("Call us", ITEMS * 40, "stop"), column()), lambda _: 600.0)
    assert len(pages) > 2
    for page in pages[1:]:
        assert page[0].repeated
        assert lines_of([page[0].strip]) == ["Call us, continued"]
        assert page[0].strip.bands == page[1].strip.bands != (), "its title stands on its ground"
        assert type(page[0].strip.parts[0]).__name__ == "_Sign"


def test_a_notice_of_most_of_a_page_is_moved_over_with_its_heading():
    notice = notice_strips(Notice("Call us", ITEMS * 11, "stop"), column())
    assert 0.6 * 600 < height_of(notice) < WHOLE * 600
    above, heading = Strip(200), Strip(40, glued=True)
    first, second = paginate([above, heading, *notice], lambda _: 600.0)
    assert [each.strip for each in first] == [above]
    assert [each.strip for each in second] == [heading, *notice]


def test_a_notice_is_parted_under_the_title_of_a_document_only():
    above = Strip(0.25 * 600), Strip(0.2 * 600)

    def begins(*before):
        notice = notice_strips(Notice("Call us", ITEMS * 11), column())
        pages = paginate([*before, *notice], lambda _: 600.0)
        return next(number for number, page in enumerate(pages, 1) if any(each.strip is notice[0] for each in page))

    assert begins(above[0]) == 1
    assert begins(Strip(500), *above) == 3, "a later page is rather left empty than a notice cut"


def test_the_numbers_at_the_end_of_a_notice_are_never_parted_from_what_stands_before_them():
    numbers = say("Emergency telephone: +1 555 0199")
    for filled in range(0, 180, 9):
        notice = notice_strips(Notice("Call us", (*ITEMS * 12, numbers)), column())
        *_, last = paginate([Strip(filled), *notice], lambda _: 600.0)
        said = lines_of(each.strip for each in last if not each.repeated)
        assert said[-2:] == ["You have a fever.", "Emergency telephone: +1 555 0199"]


def test_one_item_has_no_disc_and_a_notice_needs_no_title():
    strips = notice_strips(Notice("", ITEMS[:1]), column())
    assert lines_of(strips) == ["Your knee gets hot."]
    assert parts_of(strips, Type) == [part for strip in strips for part in strip.parts]


def test_every_look_is_in_the_theme():
    for look in LOOKS.values():
        assert {look.title, look.ground, look.frame} <= set(theme("light"))
