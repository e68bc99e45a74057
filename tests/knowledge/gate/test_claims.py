"""A claim without support is not told as true, and a clinic page alone carries no number, effect or indication."""

import pytest

from kneedesk.knowledge.entry import Passage, Words
from kneedesk.knowledge.gate.claims import broken_claims
from kneedesk.knowledge.gate.walk import Told
from kneedesk.knowledge.shelves import read_library
from tests.knowledge.small_pack import files, passage, refused, write

TEXT, REPEATS = "texts/placebo.yaml", "repeats SC-001, which is overstated, as true"
PLANTED = [
    (TEXT, passage("After the injection, new cartilage grows back."), REPEATS),
    (TEXT, passage("First it rests. Then cartilage which is new grows back fast."), REPEATS),
    (TEXT, {"text": {"en": "x", "es": "Así crece otra vez cartílago nuevo."}, "sources": ["convention"]}, REPEATS),
    (TEXT, passage("Clinics saw it in 40 people.", sources=["page"]), "never carries a number alone"),
    (TEXT, passage("The knee feels warm.", sources=["page"]), "told as the words of clinics"),
    (TEXT, passage("Clinics say that it relieves pain.", sources=["page"]), "never carries an effect alone"),
]


@pytest.mark.parametrize(("file", "planted", "reason"), PLANTED, ids=[each[1]["text"]["en"] for each in PLANTED])
def test_a_planted_claim_is_refused_in_its_line(tmp_path, file, planted, reason):
    line = refused(tmp_path, file, {"passages": [planted]}, reason)
    assert line.startswith("es:" if "es" in planted["text"] else "en:")


@pytest.mark.parametrize(
    "said",
    [
        "Stem cells repair damaged tissue.",
        "It can put a knee replacement off for years.",
        "Most patients are very satisfied.",
        "The benefit can last for several years in some people.",
        "Soreness is a sign that healing has begun.",
    ],
)
def test_claims_of_the_articles_are_known_in_other_words(said, library):
    option = library.options["stem_cell"]
    passage = Passage(text=Words(en=said), sources=("convention",))
    (fault,) = broken_claims(library, [Told(option, ("stance", "text"), passage.text, passage)])
    assert fault[1] == ("stance", "text", "en")
    assert fault[2].startswith("repeats SC-")


def test_a_rule_repeats_no_claim(tmp_path):
    changes = {"plain": {"en": "New cartilage grows back."}}
    assert refused(tmp_path, "rules/prp/osteoarthritis.yaml", changes, REPEATS) == "en: New cartilage grows back."


def test_an_indication_needs_more_than_a_clinic_page(tmp_path):
    line = refused(
        tmp_path, "rules/prp/osteoarthritis.yaml", {"facts": [], "sources": ["page"]}, "carries an indication alone"
    )
    assert line == "sources:"


@pytest.mark.parametrize(
    "said",
    [
        passage("New cartilage does not grow back."),
        passage("Some clinics say that new cartilage grows back."),
        passage("Many clinics advise rest.", sources=["page"]),
        passage("The knee feels warm.", sources=["page", "convention"]),
    ],
)
def test_what_denies_or_attributes_a_claim_is_read(tmp_path, said):
    entries = files()
    entries[TEXT]["passages"] = [said]
    assert read_library(write(tmp_path, entries))


def test_a_supported_claim_may_be_told(tmp_path):
    entries = files()
    entries["claims/SC-001.yaml"]["verdict"] = "supported"
    entries[TEXT]["passages"] = [passage("New cartilage grows back.")]
    assert read_library(write(tmp_path, entries))
