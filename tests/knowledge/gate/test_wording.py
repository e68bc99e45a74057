"""Chances are told out of 100, and rare, common or safe never stand alone."""

import pytest

from kneedesk.knowledge.shelves import read_library
from tests.knowledge.small_pack import files, passage, refused, write

ALONE, ONE_IN = "stands alone", "never as one in so many"
SPOKEN = [
    ("en", "This happens in 1 in {AAA-01.late} people.", ONE_IN),
    ("en", "One in ten people had pain.", ONE_IN),
    ("en", "One out of {AAA-01.late} people had pain.", ONE_IN),
    ("es", "Le pasa a 1 de cada {AAA-01.late} personas.", ONE_IN),
    ("es", "Una de cada diez personas tuvo dolor.", ONE_IN),
    ("en", "Infection is rare.", "'rare' stands alone"),
    ("en", "Pain is common. {AAA-01.late} people had it.", "'common' stands alone"),
    ("en", "The injection is safe.", "'safe' stands alone"),
    ("en", "Swelling is uncommon.", ALONE),
    ("es", "La infección es rara.", "'rara' stands alone"),
    ("es", "El dolor es frecuente.", "'frecuente' stands alone"),
    ("es", "Es un problema común.", "'común' stands alone"),
    ("es", "La inyección es segura.", "segura' stands alone"),
]


@pytest.mark.parametrize(("language", "said", "reason"), SPOKEN, ids=[each[1] for each in SPOKEN])
def test_a_chance_in_words_is_refused_in_its_line(tmp_path, language, said, reason):
    text = {"en": said.replace("Le pasa a 1 de cada", "To"), language: said}
    changes = {"passages": [{"text": text, "facts": ["AAA-01"]}]}
    line = refused(tmp_path, "texts/placebo.yaml", changes, reason)
    assert line.removeprefix("text:").startswith(f"{language}:")


@pytest.mark.parametrize(
    "said",
    [
        "Infection is rare: {AAA-01.late.of100} out of 100 people.",
        "Whether it is safe is not known.",
        "Swelling was more frequent with cells than without.",
        "The two have this in common.",
        "One out of 100 people had pain.",
    ],
)
def test_a_word_with_a_number_a_comparison_or_a_doubt_is_read(tmp_path, said):
    entries = files()
    entries["texts/placebo.yaml"]["passages"] = [passage(said, facts=["AAA-01"])]
    assert read_library(write(tmp_path, entries))


def test_a_claim_stays_as_the_article_says_it(tmp_path):
    entries = files()
    entries["claims/SC-001.yaml"]["paraphrase"] = {"en": "Serious problems are rare and it is safe"}
    assert read_library(write(tmp_path, entries))
