"""What is heard: everything that is printed, once, in the order of reading, each for what it is."""

from collections.abc import Iterable, Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from kneedesk.assessment.readiness import Document
from kneedesk.documents.text import printable
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Checkboxes,
    Fields,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Span,
    Spoken,
    Table,
    say,
)
from kneedesk.presentation.shapes import Circle, Drawing, Stroke
from tests.documents.issuing import blocks_of, flat, issued, texts_in
from tests.documents.reading import printed, squeezed
from tests.documents.tags import tags_of, words_by_place

LONG = " ".join(f"word{number}" for number in range(700))
SIGNED = Drawing(80, 30, (Stroke(4, 20, 70, 5, "ink", 1.5),), "Signature of the patient")
DRAWING = Drawing(60, 40, (Circle(20, 20, 10, "accent"),), "One of two people.")


def code_of(content: bytes) -> bytes:
    """Return the drawing code of all pages."""
    return b"\n".join(page.get_contents().get_data() for page in PdfReader(BytesIO(content)).pages)


def spoken_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the texts of blocks as they are read; a caption may stand in the heading above it."""
    for block in flat(blocks):
        match block:
            case Table(header=header, rows=rows):
                yield from texts_in((header, rows))
            case Signature(role=role, meaning=meaning, labels=labels):
                yield from (role, meaning, *labels)
            case _:
                yield from texts_in(block)


def tagged(*blocks, **options):
    return tags_of(printed(*blocks, **options))


def test_the_document_begins_with_whom_it_is_about_and_ends_with_what_it_was_made_from():
    root = tagged(Heading("Title", 1), Paragraph(say("Text.")))
    assert root.role == "Document"
    head, title, text, foot = root.kids
    assert [tag.words.strip() for tag in head.all("P")] == [
        "Riverside Knee Clinic",
        "12 Quay Street",
        "Telephone +1 555 0100",
        "LEFT KNEE",
        "Consent form",
        "O’NEILL, Margaret",
        "born 2 May 1964 · MRN 0048",
    ]
    assert (title.role, title.own) == ("H1", "Title")
    assert (text.role, text.own) == ("P", "Text.")
    assert [tag.words.strip() for tag in foot.all("P")] == ["Content 2026.11", "Made 20 November 2026"]


def test_what_stands_on_every_page_is_read_once():
    root = tagged(Heading("Title", 1), PageBreak(), Paragraph(say("Two")), PageBreak(), Paragraph(say("Three")))
    words = root.words
    assert words.count("LEFT KNEE") == words.count("O’NEILL") == words.count("Made 20 November 2026") == 1
    assert "Page " not in words


def test_a_paragraph_over_two_pages_is_one_and_its_lines_do_not_run_together():
    root = tagged(Heading("Title", 1), Paragraph(say(LONG)))
    _, _, paragraph, _ = root.kids
    assert paragraph.own == LONG
    assert [page for page, _ in paragraph.places] == [0, 1]


def test_an_end_of_a_line_that_somebody_typed_is_a_space():
    _, paragraph, _ = tagged(Paragraph(say("one\ntwo"))).kids
    assert paragraph.own == "one two"


@pytest.mark.parametrize(
    ("blocks", "numbering", "labels"),
    [
        (Bullets((say("a"), say("b"))), "/Disc", ["•", "•"]),
        (Bullets((say("a"), say("b")), numbered=True), "/Decimal", ["1.", "2."]),
        (Checkboxes((say("a"), say("b"))), "/Square", ["☐", "☐"]),
    ],
)
def test_a_list_says_how_it_is_marked(blocks, numbering, labels):
    (listed,) = tagged(blocks).all("L")
    assert listed.attributes["/ListNumbering"] == numbering
    assert [tag.role for tag in listed.kids] == ["LI", "LI"]
    assert [[tag.role for tag in item.kids] for item in listed.kids] == [["Lbl", "LBody"]] * 2
    assert [(tag.spoken or tag.own).strip() for tag in listed.all("Lbl")] == labels
    assert [tag.own for tag in listed.all("LBody")] == ["a", "b"]


def test_a_table_has_heads_for_columns_and_rows_and_all_its_cells():
    table = Table(
        ("Question", "Cells", "None"),
        (((say("Cost"),), (say("Much"), say("Or more")), ()), ((say("Pain"),), (say("Less"),), (say("Same"),))),
        (0.2, 0.4, 0.4),
        caption="At a glance",
    )
    (tag,) = tagged(table).all("Table")
    caption, *rows = tag.kids
    assert (caption.role, caption.own) == ("Caption", "At a glance")
    assert tag.attributes["/Summary"] == "At a glance"
    assert [[cell.role for cell in row.kids] for row in rows] == [["TH"] * 3, ["TH", "TD", "TD"], ["TH", "TD", "TD"]]
    assert {cell.attributes["/Scope"] for cell in rows[0].kids} == {"/Column"}
    assert rows[1].kids[0].attributes["/Scope"] == "/Row"
    assert [paragraph.own for paragraph in rows[1].kids[1].kids] == ["Much", "Or more"]
    assert rows[1].kids[2].words == ""


def test_a_header_that_comes_again_on_the_next_page_is_read_once():
    rows = tuple(((say(f"row {number}"),), (say("text"),)) for number in range(80))
    content = printed(Table(("Head of rows", "Head of texts"), rows, (0.5, 0.5)))
    root = tags_of(content)
    assert root.words.count("Head of rows") == 1
    assert len(root.all("TR")) == 81
    decoration = [words for (_, number), words in words_by_place(content).items() if number == -1]
    assert sum("Head of rows" in words for words in decoration) >= 1


@pytest.mark.parametrize("count", [1, 2, 3])
def test_every_row_of_fields_has_as_many_columns(count):
    (table,) = tagged(Fields(tuple((f"label {n}", (say(f"value {n}"),)) for n in range(count)))).all("Table")
    spans = [sum(cell.attributes.get("/ColSpan", 1) for cell in row.kids) for row in table.kids]
    assert set(spans) == {4}


def test_a_drawing_says_its_number_and_stands_where_it_is():
    (figure,) = tagged(Figure((DRAWING,), say("Counted."))).all("Figure")
    assert figure.alternative == "One of two people."
    left, bottom, right, top = (float(each) for each in figure.attributes["/BBox"])
    assert (right - left, top - bottom) == pytest.approx((60, 40), abs=0.1)


def test_a_signature_is_read_word_by_word():
    signature = Signature("Patient", "Margaret O’Neill", "I agree.", signed="Margaret", day="20 November 2026")
    (section,) = [tag for tag in tagged(signature).all("Sect") if "Patient" in tag.words and "Quay" not in tag.words]
    assert [" ".join(tag.own.split()) for tag in section.kids] == [
        "Patient – I agree.",
        "Printed name",
        "Margaret O’Neill",
        "Signature",
        "Margaret",
        "Date",
        "20 November 2026",
        "Time",
    ]


def test_a_drawn_signature_is_a_drawing_with_its_place():
    (figure,) = tagged(Signature("Patient", "M", "I agree.", signed=SIGNED)).all("Figure")
    assert figure.alternative == "Signature of the patient"
    assert "/BBox" in figure.attributes


def test_what_is_in_another_language_says_so():
    content = printed(
        Spoken("es", (Paragraph(say("Texto.")),)), Paragraph((Span("Title: "), Span("Título", language="es")))
    )
    (section,) = [tag for tag in tags_of(content).all("Sect") if tag.language]
    assert (section.language, section.words.strip()) == ("es", "Texto.")
    assert code_of(content).count(b"/Span <</Lang (es)>> BDC") == 1


@pytest.mark.parametrize("name", ["reference", "hostile-text", "degenerative-tear"])
def test_every_word_of_every_document_is_heard_in_the_order_in_which_it_is_written(name, cases, library):
    for document in Document:
        heard = squeezed(tags_of(issued(document, cases[name], library)).words)
        place = 0
        for text in spoken_in(blocks_of(document, cases[name], library)):
            found = heard.find(squeezed(printable(text)), place)
            assert found >= 0, f"{document}: {text!r} is not heard after {heard[max(0, place - 60) : place]!r}"
            place = found + len(squeezed(printable(text)))
