"""What is typed finds what was recorded: without case, accents, apostrophes, and by parts of words and days."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneedesk.store.folding import fold, search_column, sought_words
from tests.values import HOSTILE

texts = st.text(max_size=40) | st.sampled_from(HOSTILE)


def finds(text, *recorded, day=date(2026, 11, 18)):
    column = search_column(recorded, day)
    return all(word in column for word in sought_words(text))


@pytest.mark.parametrize(
    ("recorded", "typed"),
    [
        ("Villaseñor Ibáñez", "villasenor ibanez"),
        ("Villasenor", "VILLASEÑOR"),
        ("Åsa Öberg", "asa oberg"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Sørensen", "SORENSEN"),
        ("Weiß", "weiss"),
        ("Weiss", "Weiß"),
        ("Þórður Æsir", "thordur aesir"),
        ("İbrahim Is\u0131k", "ibrahim isik"),
        ("O’Brien", "o'brien"),
        ("O'Brien", "obrien"),
        ("Nguyễn", "nguyen"),
        ("García-López", "garcia lopez"),
        ("García López", "garcia-lopez"),
        ("e\u0301toile", "\u00e9toile"),
        ("李小龍", "小龍"),
        ("Zoë\u200b", "zoe"),
        ("MRN-004711", "4711"),
        ("MRN-004711", "mrn-0047"),
        ("12.345.678-9", "12345678-9"),
        ("A_17", "a 17"),
    ],
)
def test_a_name_is_found_without_case_and_accents(recorded, typed):
    assert finds(typed, recorded)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-18",
        "2026-11",
        "18 nov",
        "Nov 2026",
        "18 de noviembre de 2026",
        "18 November 2026",
        "18/11/2026",
        "NOVIEMBRE",
    ],
)
def test_a_day_is_found_by_figures_and_by_the_word_of_its_month(typed):
    assert finds(typed, "Doe")
    assert not finds(typed, "Doe", day=date(2025, 3, 7))


def test_a_hyphen_keeps_figures_together():
    assert not finds("2026-11-18", "2026", "11", "18", day=date(2018, 3, 7))
    assert not finds("mrn-1", "MRN-2")


def test_all_words_must_be_there_in_any_order():
    assert finds("doe jane", "Jane", "Doe")
    assert finds("nov doe", "Jane", "Doe")
    assert not finds("doe john", "Jane", "Doe")


def test_nothing_typed_finds_everything():
    assert finds(" ' \u200b - ", "Doe")
    assert sought_words("") == []


def test_words_that_stand_apart_are_not_found_as_one():
    assert not finds("janedoe", "Jane", "Doe")


def test_endless_text_is_cut():
    words = sought_words("x" * 10_000 + " y" * 10_000)
    assert len(words) == 20
    assert max(map(len, words)) == 200


@given(texts)
def test_folded_text_is_folded(text):
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_folded_text_can_be_written_anywhere(text):
    folded = fold(text)
    folded.encode()
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in folded)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20), st.data())
def test_every_part_of_a_word_finds_it_in_any_spelling(name, data):
    words = fold(name).split()
    if words:
        word = data.draw(st.sampled_from(words))
        begin = data.draw(st.integers(0, len(word) - 1))
        part = word[begin : data.draw(st.integers(begin + 1, len(word)))]
        assert finds(data.draw(st.sampled_from([part, part.upper(), unicodedata.normalize("NFC", part)])), name)


@given(texts, texts)
def test_the_whole_of_what_was_recorded_finds_it(given_name, family_name):
    assert finds(f"{family_name} {given_name}", given_name, family_name)
    assert finds(given_name.upper(), given_name, family_name)
