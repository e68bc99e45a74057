"""Syllables come from CMUdict, or from a rule where it lacks a word; easy texts get a low grade."""

import pytest

from kneedesk.bundle import resources
from kneedesk.knowledge.readability.english import WORD, dictionary, grade, syllables
from kneedesk.knowledge.readability.runs import runs_in


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("knee", 1),
        ("the", 1),
        ("used", 1),
        ("treated", 2),
        ("people", 2),
        ("injection", 3),
        ("arthritis", 3),
        ("physician", 3),
        ("changes", 2),
        ("Knee", 1),
        ("knee’s", 1),
        ("24.5", 1),
    ],
)
def test_syllables_of_common_words(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("snooted", 2), ("grippies", 2), ("zorble", 2), ("plimes", 1), ("PRP", 3), ("Zorble's", 2)]
)
def test_a_word_that_the_dictionary_lacks_is_counted_by_rule(word, count):
    assert word.lower() not in dictionary()
    assert syllables(word) == count


def test_the_rule_is_right_for_most_words_of_the_dictionary(monkeypatch):
    known = dict(dictionary())
    monkeypatch.setattr("kneedesk.knowledge.readability.english.dictionary", dict)
    wrong = [word for word, count in known.items() if syllables(word) != count]
    far = [word for word, count in known.items() if abs(syllables(word) - count) > 1]
    assert len(known) > 2000
    assert len(wrong) < len(known) / 8
    assert len(far) < len(known) / 100


def test_the_dictionary_has_most_words_that_patients_read(library):
    read = [word.lower() for run in runs_in(library, "en") for word in WORD.findall(run.text) if word[0].isalpha()]
    lacking = [word for word in read if word not in dictionary()]
    assert len(lacking) < len(read) / 50


def test_the_licence_of_the_dictionary_stands_beside_it():
    folder = resources() / "readability"
    assert "Carnegie Mellon" in (folder / "LICENSE.txt").read_text("utf-8")
    assert "LICENSE.txt" in (folder / "english.txt").read_text("utf-8").partition("\na ")[0]


def test_a_hard_text_is_graded_above_an_easy_one():
    easy = "The knee can hurt. You can walk. Call us if it gets hot."
    hard = (
        "Intra-articular administration of autologous mesenchymal stromal preparations remains investigational, "
        "notwithstanding considerable promotional dissemination."
    )
    assert grade(easy) < 2
    assert grade(hard) > 16


def test_the_formula_of_flesch_and_kincaid():
    assert grade("One two three four. Five six nine ten.") == pytest.approx(0.39 * 4 + 11.8 * 1 - 15.59)
    assert grade("Knee pain.", lambda word: 2) == pytest.approx(0.39 * 2 + 11.8 * 2 - 15.59)
