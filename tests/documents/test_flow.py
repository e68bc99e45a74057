"""Strips flow over pages: together where they belong together, never lost, never past the foot."""

from hypothesis import given
from hypothesis import strategies as st

from kneedesk.documents.flow import SCANT, SPARSE, paginate
from kneedesk.documents.strips import Strip, glue, glue_ends

heights = st.lists(st.tuples(st.floats(1, 60), st.floats(0, 30), st.booleans()), max_size=60)


def placed(strips, room=100.0):
    return [[each.strip for each in page] for page in paginate(strips, lambda _: room)]


@given(heights)
def test_every_strip_is_placed_once_in_order_and_inside_its_page(drawn):
    strips = [Strip(height, before=before, glued=glued) for height, before, glued in drawn]
    pages = paginate(strips, lambda number: 70.0 if number == 1 else 100.0)
    assert [each.strip for page in pages for each in page] == strips
    for number, page in enumerate(pages, start=1):
        ends = [each.top + each.strip.height for each in page]
        assert all(end <= (70.01 if number == 1 else 100.01) for end in ends)
        assert all(each.top >= end for each, end in zip(page[1:], ends, strict=False))


def test_no_page_begins_with_white():
    strips = [Strip(60, before=40), Strip(60, before=40)]
    pages = paginate(strips, lambda _: 100.0)
    assert [page[0].top for page in pages] == [0.0, 0.0]


def test_what_is_glued_goes_to_the_next_page_together():
    first, second, third = Strip(70), Strip(20), Strip(20)
    glue([second, third])
    assert placed([first, second, third]) == [[first], [second, third]]


def test_what_is_glued_but_too_tall_for_any_page_is_cut():
    strips = [Strip(30) for _ in range(6)]
    glue(strips)
    assert placed(strips) == [strips[:3], strips[3:]]


def test_paragraphs_leave_no_line_alone():
    lines = [Strip(10) for _ in range(6)]
    glue_ends(lines)
    assert placed([Strip(85), *lines])[1] == lines
    assert placed([Strip(50), *lines])[1] == lines[4:]


def test_a_page_that_goes_on_with_a_table_repeats_its_header():
    header = Strip(20)
    header.glued = True
    rows = [Strip(30, header=(header,)) for _ in range(5)]
    pages = paginate([header, *rows], lambda _: 100.0)
    assert [[each.strip for each in page] for page in pages] == [
        [header, *rows[:2]],
        [header, *rows[2:4]],
        [header, rows[4]],
    ]
    assert [page[0].repeated for page in pages] == [False, True, True]


def test_a_break_starts_a_page_but_leaves_none_empty():
    first, second = Strip(10), Strip(10)
    breaks = [Strip(0, breaks=True) for _ in range(4)]
    assert placed([breaks[0], first, breaks[1], breaks[2], second, breaks[3]]) == [[first], [second]]
    assert placed([]) == [[]]


def test_what_is_glued_loosely_is_parted_only_where_a_page_would_stay_mostly_empty():
    def parted(filled):
        lines = [Strip(10) for _ in range(9)]
        glue(lines[:2])
        glue(lines[-2:])
        glue(lines, loosely=True)
        return [len(page) for page in placed([Strip(filled), *lines])]

    assert parted(100 * SPARSE + 1) == [1, 9]
    assert parted(100 * SPARSE - 1) == [8, 2]
    assert parted(19) == [8, 2], "what is glued firmly stays together"


def test_a_little_left_over_for_a_last_page_is_taken_in_by_less_white():
    def pages(last):
        strips = [Strip(16, before=4) for _ in range(10)]
        return paginate([*strips, Strip(last, before=4)], lambda _: 200.0)

    assert len(pages(last=6)) == 1
    usual = pages(last=60)
    assert len(usual) == 2
    assert [placed.top for placed in usual[0]] == [20.0 * number for number in range(10)]
    nothing_to_gain = paginate([Strip(100) for _ in range(2)] + [Strip(10)], lambda _: 200.0)
    assert len(nothing_to_gain) == 2


def test_what_cannot_be_taken_in_shares_the_last_two_pages_evenly():
    strips = [Strip(10) for _ in range(21)]
    *_, last, end = placed(strips)
    assert abs(len(last) - len(end)) <= 1
    assert len(placed(strips)) == 3
    assert len(end) * 10 >= SCANT * 100


def columns(count, height=10.0, second=50.0):
    return [Strip(height, second=second) for _ in range(count)]


def test_columns_fill_a_page_side_by_side_before_they_turn_it():
    strips = [Strip(30), *columns(30)]
    first, end = paginate(strips, lambda _: 100.0)
    assert [each.right for each in first] == [0.0] * 8 + [50.0] * 7
    assert [each.top for each in first[1:8]] == [each.top for each in first[8:]], "both begin below the strip above"
    assert [each.strip for page in (first, end) for each in page] == strips
    assert len([each for each in end if each.right]) == len([each for each in end if not each.right]) == 8


def test_the_columns_of_a_last_page_are_alike_and_what_follows_stands_below_both():
    strips = [*columns(9), Strip(10)]
    (page,) = paginate(strips, lambda _: 100.0)
    assert [each.top for each in page] == [0, 10, 20, 30, 40, 0, 10, 20, 30, 50]


def test_a_page_that_goes_on_with_columns_repeats_what_stands_over_them():
    over = Strip(15)
    strips = [Strip(10, second=50.0, header=(over,)) for _ in range(45)]
    first, second, end = paginate(strips, lambda _: 100.0)
    assert [page[0].strip is over and page[0].repeated for page in (first, second, end)] == [True] * 3
    assert {each.right for each in second[1:]} == {0.0, 50.0}
    assert min(each.top for each in second[1:]) == 15
    assert [each.strip for page in (first, second, end) for each in page[1:]] == strips


def test_what_is_too_tall_for_a_page_of_columns_is_placed_all_the_same():
    strips = [Strip(90, second=50.0, header=(Strip(15),)) for _ in range(2)]
    assert [[each.strip for each in page[1:]] for page in paginate(strips, lambda _: 100.0)] == [
        [each] for each in strips
    ]


def test_what_leads_to_columns_stays_with_the_first_of_them():
    heading = Strip(10, glued=True)
    first, second = paginate([Strip(85), heading, *columns(4)], lambda _: 100.0)
    assert len(first) == 1
    assert second[0].strip is heading


@given(heights)
def test_every_strip_of_columns_is_placed_once_and_inside_its_page(drawn):
    strips = [Strip(height, before=before, glued=glued, second=9.0) for height, before, glued in drawn]
    pages = paginate([Strip(20), *strips, Strip(5)], lambda number: 100.0)
    assert [each.strip for page in pages for each in page][1:-1] == strips
    assert all(each.top + each.strip.height <= 100.01 for page in pages for each in page if not each.strip.glued)


def test_a_page_before_a_break_is_not_left_nearly_empty_either():
    strips = [Strip(19, before=1.5) for _ in range(5)]
    after = [Strip(10) for _ in range(11)]
    assert [len(page) for page in placed([*strips, Strip(0, breaks=True), *after])] == [5, 5, 6]
