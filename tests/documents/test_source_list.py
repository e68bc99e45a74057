"""The list of sources: numbered in order, small but readable, each entry whole, in columns where letters are small."""

import pytest

from kneedesk.documents.flow import paginate
from kneedesk.documents.parts import Column, Type
from kneedesk.documents.source_list import source_strips
from kneedesk.documents.structure import Element
from kneedesk.documents.style import STYLES
from kneedesk.presentation.content import Sources, say
from tests.documents.columns import WIDTH, lines_of, parts_of, roles_of

ENTRY = "Skou ST, Roos EM. A trial of total knee replacement. N Engl J Med 2015;373(17):1597-1606. Randomised trial."
LISTED = Sources(tuple(say(f"{ENTRY} {number}") for number in range(12)), (say("Checked today."), say("Overdue.")))


def laid(density):
    column = Column(0.0, WIDTH, 600.0, STYLES[density], None, Element("Document"))
    return source_strips(LISTED, column)


@pytest.mark.parametrize("density", STYLES)
def test_every_entry_is_printed_whole_under_its_number(density):
    printed = " ".join(lines_of(laid(density)))
    assert all(f"{number + 1}. {ENTRY} {number}" in printed for number in range(12))
    assert printed.startswith("Checked today. Overdue.")
    assert {"L", "LI", "Lbl", "LBody"} <= {role for role in roles_of(laid(density)) if role != "P"} | {"L", "LI"}


@pytest.mark.parametrize(("density", "least"), [("patient", 8), ("record", 8), ("large", 14)])
def test_no_letter_is_smaller_than_print_allows(density, least):
    types = parts_of(laid(density), Type)
    assert min(how.size for part in types for how, _ in part.line.stretches) >= least


@pytest.mark.parametrize(("density", "columns"), [("patient", 2), ("record", 2), ("large", 1)])
def test_small_print_stands_in_two_columns_and_large_print_in_one(density, columns):
    (page,) = paginate(laid(density), lambda _: 2000.0)
    assert len({placed.right for placed in page}) == columns
    for placed in page:
        for part in placed.strip.parts:
            assert placed.right + part.x + part.line.width <= WIDTH + 0.01


def test_no_entry_is_parted_between_columns_or_pages():
    pages = paginate(laid("patient"), lambda _: 150.0)
    assert len(pages) > 1
    for page in pages:
        begins = {}
        for placed in page:
            begins.setdefault(placed.right, lines_of([placed.strip])[0])
        assert all(words.split(".")[0].isdigit() or words == "Checked today." for words in begins.values())
