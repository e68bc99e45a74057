"""What strips are made of: type at a place, the numbers of its sources, and no line left alone."""

import pytest

from kneedesk.documents.fonts import FACES
from kneedesk.documents.lines import voiced
from kneedesk.documents.parts import Type, heading_strips, said, type_strips
from kneedesk.documents.references import References
from kneedesk.documents.style import STYLES
from kneedesk.presentation.content import Paragraph, Span, quote, say
from tests.documents.columns import WIDTH, column, lines_of, parts_of, roles_of

BODY = STYLES["patient"].body
LONG = "The knee was examined in extension and flexion, with mild effusion. " * 8


def numbered(*lines):
    references = References(lambda basis: tuple(basis.split("+")))
    references.read([Paragraph(line) for line in lines])
    return references


def test_C2_a_statement_is_followed_by_the_numbers_of_its_sources_raised_and_small():
    line = say("Pain may fall.", "b", "a+b")
    stretches = said(line, BODY, numbered(say("first", "c"), line))
    assert "".join(text for _, text in stretches) == "Pain may fall.[2,3]"
    how, text = stretches[-1]
    assert text == "[2,3]"
    assert how.rise > 0
    assert how.size < BODY.size


@pytest.mark.parametrize("density", STYLES)
@pytest.mark.parametrize("voice", ["body", "note", "cell"])
def test_no_number_of_a_source_is_too_small_to_read(density, voice):
    line = say("Pain may fall.", "a")
    mark, _ = said(line, getattr(STYLES[density], voice), numbered(line))[-1]
    assert mark.size >= 7.5


def test_without_references_or_a_basis_there_is_no_number():
    assert "".join(text for _, text in said(say("Pain", "a"), BODY, None)) == "Pain"
    assert "".join(text for _, text in said(quote("Pain [1]"), BODY, numbered())) == "Pain [1]"


def test_a_strong_span_is_set_in_a_stronger_face():
    (strong, _), (plain, _) = said((Span("Stop. ", strong=True), Span("Go.")), BODY, None)
    assert strong.face != plain.face


def test_a_paragraph_is_set_in_lines_that_fit_and_leaves_none_alone():
    strips = type_strips(voiced(LONG, BODY), BODY, column(), "P")
    assert " ".join(lines_of(strips)) == LONG.strip()
    assert all(part.line.width <= WIDTH + 0.01 for part in parts_of(strips, Type))
    assert strips[0].glued
    assert strips[-2].glued
    assert not strips[-1].glued
    assert roles_of(strips) == {"P"}


def test_a_heading_stays_with_what_follows_and_its_lines_are_balanced():
    strips = heading_strips(voiced("A heading that is too long for one line " * 3, BODY), BODY, column(), "H2")
    widths = [part.line.width for part in parts_of(strips, Type)]
    assert all(strip.glued for strip in strips)
    assert min(widths) > 0.6 * max(widths)


def test_a_column_is_inset_and_opens_elements_within_its_own():
    outer = column(x=10.0)
    inner = outer.inset(20, 5).within("Sect", alternative="words")
    assert (inner.x, inner.width) == (30.0, WIDTH - 25)
    assert inner.element.role == "Sect"
    assert outer.element.kids == [inner.element]


def test_a_bold_lead_in_stays_on_the_page_of_its_words():
    line = (*say(LONG), Span("Few red blood cells; serious problem: " * 2, strong=True), *say(LONG))
    strips = type_strips(said(line, BODY, None), BODY, column(), "P")
    strong = FACES["strong"]
    ends = [parts_of([strip], Type)[0].line.stretches[-1][0].face == strong for strip in strips]
    assert any(ends)
    assert all(strip.glued for strip, end in zip(strips, ends, strict=True) if end)
    assert not all(strip.glued for strip in strips[2:-2])
    assert not type_strips(said(say("Stop.", strong=True), BODY, None), BODY, column(), "P")[-1].glued
