"""Tables and fields: cells side by side, a header that comes again, a row cut only where it is very tall."""

import pytest

from kneedesk.documents.flow import paginate
from kneedesk.documents.parts import Type
from kneedesk.documents.strips import Strip, height_of
from kneedesk.documents.style import STYLES
from kneedesk.documents.tables import GUTTER, NEIGHBOURS, Rule, fields_strips, table_strips
from kneedesk.presentation.content import Fields, Table, say
from tests.documents.columns import WIDTH, column, lines_of, parts_of, roles_of

LONG = "The knee was examined in extension and flexion, with mild effusion. " * 60
TABLE = Table(
    ("Risk", "What it means"),
    (((say("Pain"),), (say("It hurts."),)), ((say("Fever"),), (say("You are hot."),))),
    (0.3, 0.7),
)


def test_a_table_has_its_caption_its_header_and_its_rows():
    strips = table_strips(Table(TABLE.header, TABLE.rows, TABLE.widths, caption="Risks"), column())
    assert lines_of(strips) == ["Risks", "Risk", "What it means", "Pain", "It hurts.", "Fever", "You are hot."]
    assert roles_of(strips) == {"Caption", "TH", "TD"}
    assert lines_of(table_strips(TABLE, column(), captioned=True))[0] == "Risk"


def test_the_first_column_heads_its_row_where_it_should():
    scopes = {
        "".join(text for _, text in part.line.stretches): part.element.scope
        for part in parts_of(table_strips(TABLE, column()), Type)
    }
    assert scopes == {
        "Risk": "Column",
        "What it means": "Column",
        "Pain": "Row",
        "It hurts.": "",
        "Fever": "Row",
        "You are hot.": "",
    }
    plain = table_strips(Table(TABLE.header, TABLE.rows, TABLE.widths, row_headers=False), column())
    assert {part.element.role for part in parts_of(plain[1:], Type)} == {"TD"}


def test_columns_stand_apart_and_within_the_table():
    starts = sorted({part.x for part in parts_of(table_strips(TABLE, column()), Type)})
    assert starts == [0.0, pytest.approx(0.3 * WIDTH)]
    wide = table_strips(Table(("a", "b"), (((say(LONG),), (say(LONG),)),), (0.3, 0.7)), column())
    for part in parts_of(wide, Type):
        edge = 0.3 * WIDTH - GUTTER if part.x == 0 else WIDTH
        assert part.x + part.line.width <= edge + 0.01


def test_every_row_carries_the_header_for_the_page_it_may_open():
    strips = table_strips(TABLE, column())
    header, rows = strips[0], strips[1:]
    assert header.glued
    assert all(row.header[0] is header for row in rows)


def test_a_tall_row_is_cut_between_lines_and_nothing_of_it_is_lost():
    strips = table_strips(Table(("a", "b"), (((say("Pain"),), (say(LONG),)),), (0.3, 0.7)), column())
    assert len(strips) > 20
    assert " ".join(lines_of(strips)[3:]).split() == LONG.split()


@pytest.mark.parametrize("columns", [1, 2])
def test_a_row_of_fields_that_goes_on_says_its_label_again(columns):
    pages = paginate(fields_strips(Fields((("Signatures", (say(LONG),)),), columns), column()), lambda _: 300.0)
    assert len(pages) > 2
    for page in pages[1:]:
        again = [each.strip for each in page if each.repeated]
        assert lines_of(again) == ["Signatures, continued"]
        assert (height_of(again) > STYLES["patient"].label.leading) is (columns == 2), "room above, none beside"


def test_where_a_word_more_would_be_cut_a_label_is_said_again_as_it_is():
    row = ((say("Pain"),), (say(LONG),))
    pages = paginate(table_strips(Table(("a", "b"), (row,), (0.08, 0.92)), column()), lambda _: 300.0)
    assert len(pages) > 1
    for page in pages[1:]:
        assert lines_of(each.strip for each in page if each.repeated) == ["a", "b", "Pain"]


def test_a_label_that_fills_lines_is_not_said_again():
    row = ((say(LONG),), (say("short"),))
    pages = paginate(table_strips(Table(("a", "b"), (row,), (0.3, 0.7)), column()), lambda _: 300.0)
    assert [lines_of(each.strip for each in page if each.repeated) for page in pages[1:]] == [["a", "b"]] * (
        len(pages) - 1
    )


def test_a_tall_row_parts_between_its_paragraphs_and_never_between_few_lines_of_one():
    paragraph = say("The knee was examined in extension and flexion. " * 10)
    for filled in range(0, 200, 10):
        above = Strip(filled)
        pages = paginate([above, *fields_strips(Fields((("Notes", (paragraph,) * 8),), 1), column())], lambda _: 300.0)
        for page in pages:
            said = " ".join(lines_of(each.strip for each in page if not each.repeated)).removeprefix("Notes")
            assert said.count("The knee was examined") % 10 == 0


def test_no_line_closes_a_row_where_it_is_cut():
    drawn = []

    class Paper:
        def __getattr__(self, name):
            return lambda *_: drawn.append(name)

    rule = Rule(0.0, 100.0, "line", 0.7)
    rule.paint(Paper(), 0.0, 50.0, 20.0, opens=True, closes=False)
    assert not drawn
    rule.paint(Paper(), 0.0, 50.0, 20.0, opens=False, closes=True)
    assert "line" in drawn


@pytest.mark.parametrize(("columns", "rows"), [(1, 3), (2, 2)])
def test_fields_stand_in_rows_of_as_many_columns(columns, rows):
    pairs = tuple((label, (say(value),)) for label, value in (("Name", "Ana"), ("Born", "1964"), ("Knee", "right")))
    strips = fields_strips(Fields(pairs, columns), column())
    assert len(strips) == rows
    assert sorted(lines_of(strips)) == sorted(["Name", "Ana", "Born", "1964", "Knee", "right"])


def test_a_field_without_a_value_is_as_high_as_a_line_to_write_on():
    (empty,) = fields_strips(Fields((("Interpreter", (say(""),)),)), column())
    assert empty.height >= STYLES["patient"].writing


def test_no_row_of_fields_is_alone_at_the_foot_or_the_head_of_a_page():
    rows = fields_strips(Fields(tuple((f"Label {n}", (say("Value"),)) for n in range(5)), columns=1), column())
    assert [row.glued for row in rows] == [True, False, False, True, False]


def test_rows_that_would_leave_much_of_a_page_empty_may_part():
    narrow = column()
    cell = (say("The knee was examined in extension and flexion. " * 14),)
    rows = fields_strips(Fields((("One", cell), ("Two", cell)), columns=1), narrow)
    assert height_of(rows) > NEIGHBOURS * narrow.room
    assert not rows[0].glued


def test_below_a_label_there_is_room_to_write_however_many_lines_the_label_has():
    def height(*labels):
        (row,) = fields_strips(Fields(tuple((label, (say(""),)) for label in labels)), column())
        return row.height

    style = STYLES["patient"]
    one, two = height("Interpreter", "Proxy"), height("Interpreter", "What is refunded, and who pays " * 2)
    assert one >= style.label.leading + 20
    assert two == pytest.approx(one + style.label.leading)


def test_no_row_of_a_table_is_alone_at_the_foot_or_the_head_of_a_page():
    rows = tuple(((say(f"Row {n}"),), (say("Value"),)) for n in range(5))
    strips = table_strips(Table(("a", "b"), rows, (0.5, 0.5)), column())
    assert [strip.glued for strip in strips] == [True, True, False, False, True, False]
