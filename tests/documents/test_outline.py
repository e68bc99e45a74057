"""Headings lead from one to the next without a gap, for who hears them and in the bookmarks."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from kneedesk.documents.blocks import lay_out
from kneedesk.documents.outline import grade
from kneedesk.presentation.content import Heading, Paragraph, say
from tests.documents.columns import column
from tests.documents.reading import printed


@pytest.mark.parametrize(
    ("levels", "graded"),
    [
        ((1, 2, 3, 3, 2), ["H1", "H2", "H3", "H3", "H2"]),
        ((1, 3, 2, 3), ["H1", "H2", "H2", "H3"]),
        ((3, 3), ["H1", "H2"]),
    ],
)
def test_no_level_is_left_out(levels, graded):
    strips = lay_out([Heading(f"heading {level}", level) for level in levels], column())
    grade(strips)
    assert [strip.parts[0].element.role for strip in strips] == graded
    assert [f"H{strip.bookmark.level}" for strip in strips] == graded


def test_a_heading_of_two_lines_is_one_heading_and_one_bookmark():
    content = printed(Heading("What this treatment may do for your knee, and what nobody can promise you", 1))
    assert [entry.title for entry in PdfReader(BytesIO(content)).outline] == [
        "What this treatment may do for your knee, and what nobody can promise you"
    ]


def test_a_bookmark_leads_to_its_page_a_little_above_the_heading():
    lines = [Paragraph(say("text"))] * 60
    reader = PdfReader(BytesIO(printed(Heading("One", 1), *lines, Heading("Two", 2))))
    first, (second,) = reader.outline
    assert reader.get_destination_page_number(first) == 0
    assert reader.get_destination_page_number(second) == len(reader.pages) - 1 > 0
    words = reader.pages[0].extract_text()
    assert "One" in words
    assert float(first.top) > 600
