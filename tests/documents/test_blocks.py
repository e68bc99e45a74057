"""Every block is printed whole, in order, on as many pages as it needs."""

import re

import pytest

from kneedesk.documents.blocks import lay_out
from kneedesk.documents.parts import Column
from kneedesk.documents.structure import Element
from kneedesk.documents.style import STYLES
from kneedesk.presentation.content import (
    Bullets,
    Checkboxes,
    Continued,
    Fields,
    Figure,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Signature,
    Sources,
    Table,
    Together,
    WritingLines,
    quote,
    say,
)
from kneedesk.presentation.shapes import Circle, Drawing, Rectangle
from tests.documents.reading import pages_of, printed, squeezed, words_of

SENTENCE = "The knee was examined in extension and flexion, with mild effusion. "
LONG = (SENTENCE * 80)[:5000].strip()
DRAWING = Drawing(120, 60, (Rectangle(0, 0, 120, 60, fill="accent"),), "a blue field")


def column(density="patient", room=600.0):
    return Column(0.0, 475.0, room, STYLES[density], None, Element("Document"))


def elements(strips):
    return [part.element for strip in strips for part in strip.parts if part.element is not None]


def elements_under(element):
    return [element, *(each for kid in element.kids for each in elements_under(kid))]


def filled_to(lines):
    """Return paragraphs that fill so many lines of a page."""
    return [Paragraph(say(f"line {number}")) for number in range(lines)]


def test_blocks_are_printed_in_their_order():
    text = words_of(
        printed(
            Heading("Title", 1),
            Paragraph(say("lead"), "lead"),
            Heading("Part", 2),
            Bullets((say("bullet one"), say("bullet two"))),
            Fields((("label one", (say("value one"),)), ("label two", (say("value two"),)))),
            Fields((("label three", (say("value three"),)),), columns=1),
            Table(("head",), (((say("cell"),),),), (1.0,), caption="caption"),
            Notice("notice", (say("item"),), "caution"),
            Figure((DRAWING,), say("figure caption")),
            Checkboxes((say("box"),)),
            WritingLines("write here", 2),
            Signature("Patient", "Margaret O’Neill", "I agree."),
        )
    )
    said = ["Title", "lead", "Part", "bullet one", "bullet two", "label one", "label two", "value three", "caption"]
    said += ["head", "cell", "notice", "item", "figure caption", "box", "write here", "Patient", "I agree."]
    said += ["Margaret O’Neill", "Printed name", "Signature", "Date", "Time"]
    place = 0
    for words in said:
        place = text.index(words, place) + len(words)


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(say(LONG)),
        Bullets((say(LONG),)),
        Fields((("label", (quote(LONG),)), ("other", (say("short"),)))),
        Fields((("label", (quote(LONG),)),), columns=1),
        Table(("a", "b"), (((quote(LONG),), (say("short"),)),), (0.5, 0.5)),
        Notice("title", (say(LONG), say(LONG)), "stop"),
        Together((Paragraph(say(LONG)),)),
        Signature("role", "name", LONG),
    ],
)
@pytest.mark.parametrize("density", ["patient", "record"])
def test_five_thousand_characters_are_printed_whole(block, density):
    content = printed(Heading("Before"), block, Heading("After"), density=density)
    pages = pages_of(content)
    assert len(pages) > 1
    assert squeezed(" ".join(pages)).count("Thekneewasexamined") >= 73
    assert "After" in pages[-1]


@pytest.mark.parametrize("density", ["patient", "record"])
def test_an_unbroken_word_is_cut_and_no_character_lost(density):
    word = "x" * 400
    row = ((say("a"),), (quote(word),))
    text = words_of(printed(Table(("p", "q"), (row,), (0.7, 0.3)), Paragraph(quote(word)), density=density))
    assert text.count("x") - text.count("ex") >= 800


def test_a_table_repeats_its_header_and_says_its_caption_once():
    rows = tuple(((say(f"row {number}"),), (say("what was found " * 6),)) for number in range(40))
    table = Table(("Left head", "Right head"), rows, (0.3, 0.7), caption="Findings")
    pages = pages_of(printed(Heading("Findings"), Paragraph(say("first")), table))
    assert len(pages) > 1
    assert all("Left head" in text and "Right head" in text for text in pages)
    assert sum(text.count("Findings") for text in pages) == 1
    joined = " ".join(pages)
    assert all(f"row {number}" in joined for number in range(40))


def test_a_short_row_is_never_cut():
    rows = tuple(((say(f"begin{number} " + "word " * 40 + f"end{number}"),),) for number in range(30))
    for text in pages_of(printed(Table(("head",), rows, (1.0,)))):
        assert re.findall(r"begin(\d+)", text) == re.findall(r"end(\d+)", text)


@pytest.mark.parametrize("lines", range(20, 34))
def test_a_heading_stays_with_what_it_announces(lines):
    for follower in (
        Paragraph(say("follows")),
        Table(("follows",), (((say("cell"),),),), (1.0,)),
        Notice("follows", ()),
    ):
        for text in pages_of(printed(*filled_to(lines), Heading("Announced", 2), follower)):
            assert ("Announced" in text) == ("follows" in text)


@pytest.mark.parametrize("lines", range(20, 30))
def test_what_belongs_together_is_not_cut(lines):
    signing = Together(
        (
            Heading("Sign here", 2),
            Signature("Patient", "Name", "I agree."),
            Signature("Physician", "Dr", "I explained."),
        )
    )
    for text in pages_of(printed(*filled_to(lines), signing)):
        assert ("Sign here" in text) == ("I agree." in text) == ("I explained." in text)


def test_a_page_break_starts_a_page():
    assert len(pages_of(printed(Paragraph(say("one")), PageBreak(), Paragraph(say("two"))))) == 2


def test_lists_are_numbered_where_they_should_be():
    text = words_of(printed(Bullets(tuple(say(f"source {n}") for n in range(12)), numbered=True, style="note")))
    assert "1. source 0" in text
    assert "12. source 11" in text


def test_empty_blocks_print_nothing_and_break_nothing():
    story = (
        Bullets(()),
        Checkboxes(()),
        Together(()),
        Figure(()),
        WritingLines("", 0),
        Fields(()),
        Paragraph(say("here")),
    )
    assert "here" in words_of(printed(*story))


def test_drawings_stand_side_by_side_and_keep_their_descriptions():
    strips = lay_out((Figure((DRAWING, DRAWING, DRAWING), say("three")),), column())
    assert [element.alternative for element in elements(strips) if element.role == "Figure"] == ["a blue field"] * 3
    assert len([part for part in strips[0].parts if part.element.role == "Figure"]) == 3


def test_a_drawing_wider_or_taller_than_the_page_is_made_smaller():
    large = Drawing(2000, 3000, (Circle(1000, 1000, 900, fill="accent"),), "large")
    (strip,) = lay_out((Figure((large,)),), column(room=600))
    assert strip.height <= 600
    assert strip.parts[0].scale < 0.25


def test_a_label_without_a_value_leaves_room_for_a_pen():
    style = STYLES["patient"]
    (written,) = lay_out((Fields((("Interpreter", (say(""),)),)),), column())
    (filled,) = lay_out((Fields((("Interpreter", (say("none"),)),)),), column())
    assert written.height >= style.writing
    assert written.height > filled.height


def test_everything_printed_knows_what_it_is():
    within = column()
    strips = lay_out(
        (
            Heading("Title", 1),
            Paragraph(say("text")),
            Bullets((say("item"),)),
            Table(("head",), (((say("row"),),),), (1.0,), caption="caption"),
            Notice("notice", (say("item"),)),
        ),
        within,
    )
    roles = [element.role for element in elements(strips)]
    assert roles == ["H1", "P", "Lbl", "LBody", "Caption", "TH", "TH", "P", "P"]
    assert set(elements(strips)) < set(elements_under(within.element))
    heads = [element for element in elements(strips) if element.role == "TH"]
    assert [head.scope for head in heads] == ["Column", "Row"]


def test_the_record_is_denser_than_what_a_patient_reads():
    story = tuple(Paragraph(say(SENTENCE * 3)) for _ in range(30))
    assert len(pages_of(printed(*story, density="record"))) < len(pages_of(printed(*story)))


def test_a_page_that_goes_on_under_a_heading_says_it_again():
    section = Continued("Risks, continued", (Heading("Risks", 3), *filled_to(90)))
    pages = pages_of(printed(Heading("Title", 1), section, Heading("Other", 3), *filled_to(60)))
    assert len(pages) > 3
    said = ["Risks, continued" in text for text in pages]
    last = max(number for number, one in enumerate(said) if one)
    assert said == [False] + [True] * last + [False] * (len(pages) - last - 1)
    assert "Risks, continued" not in words_of(printed(Continued("Risks, continued", (Heading("Risks", 3),))))


@pytest.mark.parametrize(
    "block",
    [
        Bullets((say(SENTENCE),) * 90),
        Checkboxes((say(SENTENCE),) * 90),
        Fields(tuple((f"label {number}", (say(SENTENCE),)) for number in range(90))),
    ],
)
def test_a_list_that_goes_on_says_its_heading_again(block):
    _, *others = pages_of(printed(Heading("Title", 1), Heading("What is not known", 3), block))
    assert others
    assert all(text.count("What is not known, continued") == 1 for text in others)
    section = Continued("", (Heading("What is not known", 3), block))
    assert [text.count("What is not known, continued") for text in pages_of(printed(section))[1:]] == [1] * len(others)


def test_sources_that_go_on_say_so():
    first, *others = pages_of(printed(Heading("Sources", 2), Sources((say(SENTENCE),) * 200)))
    assert others
    assert [text.count("Sources, continued") for text in (first, *others)] == [0, *[1] * len(others)]


@pytest.mark.parametrize("lines", range(20, 34))
def test_no_short_item_of_a_list_is_cut_and_the_last_does_not_stand_alone(lines):
    items = tuple(say(f"begin{number} {SENTENCE * 4}end{number}") for number in range(4))
    pages = pages_of(printed(*filled_to(lines), Bullets(items)))
    for text in pages:
        assert re.findall(r"begin(\d)", text) == re.findall(r"end(\d)", text)
        assert ("begin2" in text) == ("begin3" in text)


@pytest.mark.parametrize("lines", range(20, 34))
def test_a_heading_and_its_lead_stay_with_the_first_of_what_they_lead_to(lines):
    for led in (Fields((("one", (say("three"),)),)), Checkboxes((say("one"), say("three")))):
        story = (*filled_to(lines), Heading("What matters most", 3), Paragraph(say("Pick up to three."), "note"), led)
        for text in pages_of(printed(*story)):
            assert ("What matters most" in text) == ("Pick up" in text)
            assert "Pick up" not in text or "one" in text.partition("Pick up")[2]


def test_a_list_under_the_title_alone_goes_on_without_it():
    _, *others = pages_of(printed(Heading("Title", 1), Bullets((say(SENTENCE),) * 90)))
    assert others
    assert "Title, continued" not in " ".join(others)


def test_a_table_that_goes_on_has_its_heading_above_its_header():
    rows = tuple(((say(f"Row {n}"),), (say("Value"),)) for n in range(60))
    table = Table(("Risk", "How often"), rows, (0.5, 0.5), caption="Serious")
    _, *others = pages_of(printed(Continued("Serious, continued", (Heading("Serious", 3), table))))
    assert others
    for text in others:
        assert text.index("Serious, continued") < text.index("How often") < text.index("Row ")
