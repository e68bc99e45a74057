"""Words that the glossary explains are found once in a text, the longest first, whatever the case."""

import pytest

from kneedesk.bundle import resources
from kneedesk.language import Language, language
from kneedesk.presentation.content import basis_of, text_of
from kneedesk.presentation.glossary import Glossary


@pytest.fixture(scope="module")
def glossary(library, english) -> Glossary:
    return Glossary(library, english)


@pytest.fixture(scope="module")
def spanish() -> Language:
    return language("es", resources() / "translations")


def found(glossary: Glossary, text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.term) for each in glossary.find(text)]


def test_each_word_is_found_where_it_first_stands(glossary):
    text = "Placebo or not: in trials a placebo helps, and cartilage stays."
    assert found(glossary, text) == [("Placebo", "placebo"), ("trials", "trial"), ("cartilage", "cartilage")]


def test_the_longest_form_is_taken(glossary):
    text = "A clinical trial of a cartilage defect. Inflammatory arthritis."
    assert found(glossary, text) == [
        ("clinical trial", "trial"),
        ("cartilage defect", "cartilage_defect"),
        ("Inflammatory arthritis", "arthritis"),
    ]


def test_a_part_of_a_word_is_not_the_word(glossary):
    assert found(glossary, "Osteoarthritis, jointly, industrials, preinfectional") == [
        ("Osteoarthritis", "osteoarthritis")
    ]


def test_a_short_form_in_capitals_is_no_other_word(library, spanish):
    glossary = Glossary(library, spanish)
    assert found(glossary, "Dijo Eva que la escala es EVA.") == [("EVA", "vas")]
    assert found(glossary, "La artrosis y el CARTÍLAGO.") == [
        ("artrosis", "osteoarthritis"),
        ("CARTÍLAGO", "cartilage"),
    ]


def test_a_word_is_told_with_what_it_rests_on(glossary, library):
    (word,) = glossary.find("The FDA said so.")
    term = library.terms["fda"]
    assert (word.name, basis_of(word.meaning)) == (term.name.en, term.meaning.basis)
    assert word.words == f"{term.name.en}: {text_of(word.meaning)}"


def test_every_form_of_every_term_is_found(library, english, spanish):
    for spoken in (english, spanish):
        glossary = Glossary(library, spoken)
        for term in library.terms.values():
            for form in term.forms[spoken.tag]:
                text = f"About {form}, then."
                assert found(glossary, text) == [(form, term.id)], form


def test_a_text_is_searched_once(glossary):
    assert glossary.find("A placebo again.") is glossary.find("A placebo again.")
