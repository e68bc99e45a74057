"""Everything the pack rests on is found by its words; what was only recalled is named and never said."""

import pytest

from kneedesk.presentation.register import SHELVES, find, register


@pytest.fixture(scope="module")
def records(library, english):
    return register(library, english)


def test_every_fact_source_and_claim_is_a_record(records, library):
    by_shelf = {shelf: {record.id for record in find(records, "", shelf)} for shelf in SHELVES}
    assert by_shelf["facts"] == set(library.facts)
    assert by_shelf["sources"] == set(library.sources)
    assert by_shelf["claims"] == set(library.claims)
    assert "about" in by_shelf["pack"]


def test_a_record_is_found_by_words_in_any_case_without_accents_and_in_any_order(records):
    assert "legare-2016" in {record.id for record in find(records, "2016 LEGARE", "sources")}
    assert [record.id for record in find(records, "coch-02", "facts")] == ["COCH-02"]
    assert find(records, "no such words at all", "facts") == ()


def test_a_recalled_fact_is_named_and_not_said(records, library):
    recalled = [
        record for record in records if record.shelf == "facts" and library.facts[record.id].status == "recalled"
    ]
    assert recalled
    assert len({record.title for record in recalled}) == len(recalled)
    for record in recalled:
        assert record.title.endswith("Not shown: nobody has read it in its source.")
        assert record.note == f"{record.id} · Recalled, and never shown as a fact"
        assert library.facts[record.id].statement.en.casefold() not in record.searched


def test_a_recalled_fact_is_told_from_the_others_by_its_source_and_first_words_without_a_figure(records):
    titles = {record.id: record.title for record in records}
    hidden = "Not shown: nobody has read it in its source."
    assert titles["COCH-03"] == f"The size of the effect on function against… (Whittle 2025). {hidden}"
    assert titles["GL-18"] == f"OARSI… (Bannuru 2019). {hidden}"
    assert titles["EFF-11"] == f"Cao 2025. {hidden}"
