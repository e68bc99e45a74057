"""What is past its day of review is counted, named and listed in full."""

from datetime import date

from kneedesk.presentation.content import Bullets, Heading, Paragraph, basis_of, text_of
from kneedesk.presentation.review import overdue_line, overdue_names, overdue_page, overdue_words

LATE = date(2029, 1, 1)


def test_nothing_is_said_where_nothing_is_overdue(library, english):
    assert overdue_words((), english) == ""
    assert overdue_line((), english) == ()
    heading, said = overdue_page((), library, english)
    assert isinstance(heading, Heading)
    assert isinstance(said, Paragraph)
    assert text_of(said.line) == "No statement is past its day of review."


def test_one_is_told_in_its_own_words(library, english):
    one = (library.facts["COCH-02"],)
    assert overdue_words(one, english) == "One statement is past its day of review"
    assert text_of(overdue_line(one, english)) == "One statement is past its day of review: COCH-02."


def test_of_many_the_first_are_named_and_the_others_counted(library, english):
    entries = library.overdue(LATE)
    names = overdue_names(entries, english)
    assert names.startswith(f"{entries[0].id}, {entries[1].id}, ")
    assert names.endswith(f" and {len(entries) - 8} more")
    said = text_of(overdue_line(entries, english))
    assert said.startswith(f"{len(entries)} statements are past their day of review: ")


def test_the_page_lists_every_entry_and_leads_to_those_that_the_evidence_holds(library, english):
    entries = library.overdue(LATE)
    _, listed = overdue_page(entries, library, english)
    assert isinstance(listed, Bullets)
    assert len(listed.items) == len(entries)
    led = {name for line in listed.items for name in basis_of(line)}
    assert led == {*library.facts, *library.sources, *library.claims}
