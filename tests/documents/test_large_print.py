"""Large print: one thing at a time across the page, nothing left out, nothing clipped and nothing over another."""

from itertools import combinations

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.documents.issue import issue
from kneedesk.documents.large_print import enlarged
from kneedesk.documents.style import PAPERS, STYLES
from kneedesk.presentation.content import (
    Bullets,
    Continued,
    Fields,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Spoken,
    Table,
    Together,
    say,
)
from kneedesk.presentation.shapes import Drawing, Label
from tests.documents.issuing import blocks_of, material_of, of_kind, spans_in
from tests.documents.reading import opened, pages_of, squeezed

SPACE = 19.0
"""Points: an em space at the end of a line is there for who copies it, and stands in the margin."""


def test_body_type_is_of_eighteen_points():
    assert STYLES["large"].body.size == STYLES["large"].cell.size == 18
    assert min(STYLES["large"].note.size, STYLES["large"].label.size) >= 16


def test_a_table_becomes_an_answer_for_each_column_under_the_name_of_its_row():
    row = ((say("Cost"),), (say("Much"),), (say("Little"), say("or nothing")))
    table = Table(("Question", "Cells", "None"), (row,), (0.2, 0.4, 0.4), caption="At a glance")
    caption, answers = enlarged((table,))
    assert caption == Heading("At a glance", 3)
    fields = Fields((("Cells", row[1]), ("None", row[2])), columns=1)
    assert answers == Continued("", (Heading("Cost", 3), fields))


def test_a_caption_that_the_heading_says_is_not_said_again():
    table = Table(("Question", "Answer"), (((say("Cost"),), (say("Much"),)),), (0.3, 0.7), caption="Costs")
    assert enlarged((Heading("Costs", 2), table)) == (Heading("Costs", 2), Heading("Cost", 3), Paragraph(say("Much")))


def test_several_answers_are_a_list_and_rows_without_a_name_keep_all_their_labels():
    several = ((say("Cost"),), (say("Much"), say("or nothing")))
    table = Table(("Question", "Answer"), (several,), (0.3, 0.7))
    assert enlarged((table,))[1] == Bullets(several[1])
    room = (say(""),)
    nameless = Table(("When", "What"), ((room, room),), (0.5, 0.5), row_headers=False)
    assert enlarged((nameless,)) == (Fields((("When", room), ("What", room)), columns=1),)


def test_an_empty_cell_is_a_line_to_write_on():
    room = (say("\N{NO-BREAK SPACE}"),)
    table = Table(("Measure", "Today"), (((say("WOMAC"),), room),), (0.4, 0.6))
    asked = (Heading("WOMAC", 3), Fields((("Today", room),), columns=1))
    assert enlarged((table,)) == (Continued("", asked),)


def test_each_drawing_has_a_line_of_its_own_wherever_it_stands():
    drawing = Drawing(10, 10, (), "one")
    figure = Figure((drawing, drawing), say("Both"))
    apart = (Figure((drawing,)), Together((Figure((drawing,)), Paragraph(say("Both")))))
    assert enlarged((figure,)) == apart
    assert enlarged((Figure((drawing, drawing)),)) == (Figure((drawing,)), Figure((drawing,)))
    assert enlarged((Together((figure,)), Spoken("es", (figure,)))) == (Together(apart), Spoken("es", apart))


def test_a_page_that_stands_alone_in_usual_print_leaves_no_page_half_empty_in_large_print():
    story = (
        Paragraph(say("One")),
        PageBreak(always=False),
        Paragraph(say("Two")),
        PageBreak(),
        Paragraph(say("Three")),
    )
    assert enlarged(story) == (story[0], story[2], story[3], story[4])


def test_what_is_drawn_across_the_page_is_drawn_in_large_letters(ready, library):
    wide, large = Drawing(470, 10, (), "small letters"), Drawing(540, 10, (), "large letters")
    assert enlarged((Figure((wide,), large=(large,)),)) == (Figure((large,)),)
    figures = of_kind(enlarged(blocks_of(Document.SHEET, ready, library)), Figure)
    across = min(geometry.width - 2 * geometry.side for geometry in PAPERS.values())
    sizes = [
        shape.size * min(STYLES["large"].drawing, across / drawing.width)
        for figure in figures
        for drawing in figure.drawings
        for shape in drawing.shapes
        if isinstance(shape, Label)
    ]
    assert len(figures) > 3
    assert min(sizes) >= 16


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("document", Document)
def test_every_document_is_whole_within_its_margins_and_never_over_itself(document, paper, ready, library):
    content = issue(document, material_of(ready, library), paper, large=True)
    printed = squeezed("".join(pages_of(content)))
    for span in spans_in(blocks_of(document, ready, library)):
        assert [word for word in span.text.split() if squeezed(word) not in printed] == []
    assert "…" not in printed
    geometry = PAPERS[paper]
    with opened(content) as pdf:
        for number, page in enumerate(pdf, start=1):
            textpage = page.get_textpage()
            boxes = [textpage.get_rect(index) for index in range(textpage.count_rects())]
            textpage.close()
            page.close()
            for left, bottom, right, top in boxes:
                assert left >= geometry.side - 1, (number, left)
                assert right <= geometry.width - geometry.side + SPACE, (number, right)
                assert 15 < bottom < top < geometry.height - 20, number
            for one, other in combinations(boxes, 2):
                assert not overlap(one, other), (number, one, other)


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Tell whether two boxes of type share more than their edges."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    deep = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 2 and deep > 3
