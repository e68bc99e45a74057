"""Sources are numbered in the order in which a reader meets them."""

import pytest

from kneedesk.documents.references import References
from kneedesk.presentation.content import (
    Bullets,
    Checkboxes,
    Fields,
    Figure,
    Heading,
    Notice,
    Paragraph,
    Span,
    Table,
    Together,
    WritingLines,
    say,
)
from tests.documents.reading import printed, words_of

SOURCES = {"fact-1": ("review",), "fact-2": ("review",), "fact-3": ("trial", "guideline"), "fact-4": ("clinic",)}


def read(*blocks):
    references = References(SOURCES.__getitem__)
    references.read(blocks)
    return references


def test_facts_of_one_publication_share_its_number():
    references = read(Paragraph(say("One.", "fact-1", "fact-2")), Paragraph(say("Two.", "fact-4")))
    assert references.cited == ("review", "clinic")
    assert (references.number("fact-1"), references.number("fact-2"), references.number("fact-4")) == (1, 1, 2)


def test_a_statement_names_all_its_sources_once():
    references = read(Paragraph(say("One.", "fact-3", "fact-1")))
    assert references.cited == ("trial", "guideline", "review")
    assert references.numbers(("fact-1", "fact-2", "fact-3")) == (1, 2, 3)
    assert references.numbers(()) == ()


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(say("a", "fact-1")),
        Bullets((say("a"), say("b", "fact-1"))),
        Checkboxes((say("a", "fact-1"),)),
        Notice("t", (say("a", "fact-1"),)),
        Fields((("l", (say("a"), say("b", "fact-1"))),)),
        Table(("h",), (((say("a", "fact-1"),),),), (1.0,)),
        Figure((), say("a", "fact-1")),
        Together((Heading("h"), Together((Paragraph((Span("a"), Span("b", basis=("fact-1",)))),)))),
    ],
)
def test_a_citation_is_found_in_every_block(block):
    assert read(Heading("h"), WritingLines("w"), block).cited == ("review",)


def test_numbers_stand_behind_what_they_support():
    story = (Paragraph((Span("First", basis=("fact-3",)), Span(" and second.", basis=("fact-1", "fact-3")))),)
    references = read(*story)
    assert "First[1,2] and second.[1,2,3]" in words_of(printed(*story, references=references))
    assert "First and second." in words_of(printed(*story))


def test_what_was_not_read_has_no_number():
    with pytest.raises(KeyError):
        printed(Paragraph(say("a", "fact-1")), references=read())
