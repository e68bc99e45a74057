"""What the pack says of itself: thirteen attributes, what was not done, both figures of readability, every topic."""

from kneedesk.presentation.content import Fields, Heading
from kneedesk.presentation.pack_page import pack_page


def text(line):
    return "".join(span.text for span in line)


def fields(blocks):
    pairs = [pair for block in blocks if isinstance(block, Fields) for pair in block.pairs]
    return {name: [text(line) for line in cell] for name, cell in pairs}


def test_about_names_version_authors_funding_and_policy(library, english):
    said = fields(pack_page("about", library, english))
    assert said["Version"] == [library.version]
    assert said["Authors"] == [english.enumerate(tuple(each.en for each in library.pack.authors))]
    assert all(said[name][0] for name in ("Funding", "How it is kept up to date", "How the evidence was selected"))


def test_X21_both_figures_of_readability_are_printed_for_each_language(library, english):
    said = fields(pack_page("readability", library, english))
    assert set(said) == {"English", "Español"}
    assert all(line.startswith("Flesch–Kincaid grade: ") for line in said["English"])
    assert all(line.startswith("Fernández-Huerta ease: ") for line in said["Español"])
    assert [len(lines) for lines in said.values()] == [2, 2]


def test_the_thirteen_attributes_and_the_development_are_told(library, english):
    assert len(fields(pack_page("attributes", library, english))) == 13
    said = fields(pack_page("development", library, english))
    assert any(lines[0] == "Not done" for lines in said.values())


def test_every_topic_says_where_it_lives_and_leads_to_its_records(library, english):
    heading, listed = pack_page("topics", library, english)
    assert heading == Heading("What the articles cover, and where it stands", 2)
    assert len(listed.pairs) == len(library.topics)
    places = [span for _, cell in listed.pairs for line in cell for span in line]
    assert all(span.text and not span.text.endswith(": ") for span in places)
    assert all(span.basis for span in places if span.text.startswith("SC-"))
