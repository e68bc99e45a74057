"""A record in full: its numbers with their units, its sources, the claims on it, and where it is said."""

from kneedesk.presentation.content import Bullets, Fields, Heading
from kneedesk.presentation.record_page import address_of, record_page


def text(line):
    return "".join(span.text for span in line)


def fields(blocks):
    pairs = (pair for block in blocks if isinstance(block, Fields) for pair in block.pairs)
    return {name: " ".join(map(text, cell)) for name, cell in pairs}


def section(blocks, heading):
    place = blocks.index(Heading(heading, 3))
    assert isinstance(blocks[place + 1], Bullets)
    return [text(line) for line in blocks[place + 1].items]


def test_a_fact_says_who_was_studied_against_what_how_sure_and_what_was_read(library, english):
    blocks = record_page("COCH-02", library, english)
    said = fields(blocks)
    assert said["Studied"] == "people with osteoarthritis of the knee"
    assert said["As patients are told"] == "people with a worn knee (osteoarthritis)"
    assert said["Compared with"] == "Placebo injection"
    assert said["Certainty"].startswith("Certainty not rated")
    assert said["What was read"]
    assert said["Review"]
    assert "Difference between the groups: 1.2 of 10 points; against placebo injection; up to 6 months" in section(
        blocks, "Numbers"
    )
    assert any(line.startswith("SC-005.") for line in section(blocks, "Claims that it bears on"))
    assert any("1.2" in line for line in section(blocks, "Said with it"))


def test_no_number_of_a_recalled_fact_is_on_its_page(library, english):
    for fact in library.facts.values():
        if fact.status == "recalled":
            blocks = record_page(fact.id, library, english)
            assert blocks[0] == Heading("Not shown: nobody has read it in its source.", 2)
            assert Heading("Numbers", 3) not in blocks
            assert fields(blocks)["Status"] == "Recalled, and never shown as a fact"


def test_a_claim_says_what_the_evidence_says_of_it_and_what_kneedesk_says(library, english):
    said = fields(record_page("SC-005", library, english))
    assert said["Against the evidence"] == "Overstated"
    assert "may slightly improve" in said["What KneeDesk says"]


def test_a_clinic_page_states_its_interest_and_its_claims(library, english):
    blocks = record_page("S1", library, english)
    assert fields(blocks)["Interest"]
    assert len(section(blocks, "Its claims")) == sum(claim.article == "S1" for claim in library.claims.values())


def test_every_record_has_a_page_in_both_languages(library, english):
    for name in (*library.facts, *library.sources, *library.claims):
        assert isinstance(record_page(name, library, english)[0], Heading)


def test_a_source_is_found_by_its_doi_else_its_archive_else_its_own_address(library):
    assert address_of(library.sources["mautner-2023"]) == "https://doi.org/10.1038/s41591-023-02632-w"
    assert all(address_of(source).startswith("https://") for source in library.sources.values() if source.csl.doi)
    assert address_of(library.sources["convention"]) == ""
