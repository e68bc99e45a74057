"""What a patient reads of every course: an answer to every question, salt water beside injections, no promise."""

import re

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.gate.walk import passages_of, told_in
from kneedesk.presentation.wording import fill


def patient_texts(library):
    """Yield where a text for patients stands, and the text."""
    for kind, entries in (
        ("options", library.options.values()),
        ("timelines", library.timelines.values()),
        ("head_to_head", library.head_to_head.values()),
        ("terms", library.terms.values()),
        ("texts", [text for text in library.texts.values() if text.audience == "patient"]),
    ):
        for entry in entries:
            for location, passage in passages_of(entry):
                yield f"{kind}/{entry.id} {'.'.join(map(str, location))}", passage.text
    for risk in library.risks.values():
        for location, passage in passages_of(risk):
            yield f"risks/{risk.id} {'.'.join(map(str, location))}", passage.text
        if risk.frequency is not None:
            yield f"risks/{risk.id} population", risk.frequency.population
            yield f"risks/{risk.id} time", risk.frequency.time
    for fact in library.facts.values():
        if fact.people is not None:
            yield f"facts/{fact.id} people", fact.people
    for rule in {id(rule): rule for rules in library.rules.values() for rule in rules}.values():
        yield f"rules/{rule.id} plain", rule.plain


@pytest.fixture(scope="module")
def spoken(library, english):
    """Every text for patients with its figures, by its place."""
    return {place: fill(words.en, library, english) for place, words in patient_texts(library)}


@pytest.mark.parametrize("treatment", Treatment)
def test_Q3_Q4_Q5_Q6_every_question_about_every_course_has_an_answer(treatment, library):
    option = library.options[treatment]
    for part in (option.rows, option.short):
        for name in type(part).model_fields:
            row = getattr(part, name)
            answers = row if isinstance(row, tuple) else (row,)
            assert name == "salt_water" or all(answers), name
            assert all(answer is None or len(answer.text.en.split()) >= 3 for answer in answers), name


INJECTIONS = (Treatment.STEM_CELL, Treatment.CORTICOSTEROID, Treatment.HYALURONIC_ACID, Treatment.PRP)


@pytest.mark.parametrize("treatment", INJECTIONS)
def test_every_injection_is_held_against_salt_water(treatment, library):
    assert library.options[treatment].rows.salt_water


@pytest.mark.parametrize("treatment", Treatment)
def test_E7_every_course_has_common_and_serious_risks(treatment, library):
    assert {risk.severity for risk in library.risks_of(treatment)} == {"common", "serious"}


def test_certainty_is_named_wherever_an_option_says_what_it_may_do(library, english):
    said = re.compile(r"certain|sure|not known|may|disagree|chance|doubt|unsure|no trial|studies", re.IGNORECASE)
    for option in library.options.values():
        text = " ".join(fill(passage.text.en, library, english) for passage in option.rows.what_it_may_do)
        assert said.search(text), option.id


SHOUTING = re.compile(
    r"breakthrough|miracle|cure[sd]?\b|guarantee[ds]?\b|proven|revolution|painless|risk-free|completely safe"
)


def test_no_text_promises(spoken):
    assert {place: text for place, text in spoken.items() if SHOUTING.search(text.lower())} == {}


A_STUDY = re.compile(r"(?<!tubo de )\bensayos?\b(?! clínicos?\b)")


def test_a_study_has_one_name_in_spanish(library):
    """Patients are told of *estudios*; an *ensayo clínico* is what a product is given in, and its text may say so."""
    told = {place: words.es for place, words in patient_texts(library) if words.es is not None}
    found = [place for place, text in told.items() if A_STUDY.search(text.lower())]
    assert [place for place in found if not place.startswith("texts/stem_cell-trial ")] == []


def test_a_trial_has_one_name_in_spanish_for_physicians(library):
    to_patients = {id(words) for _, words in patient_texts(library)}
    physicians = [each.words for each in told_in(library) if id(each.words) not in to_patients and each.words.es]
    trials = [words for words in physicians if re.search(r"\btrials?\b", words.en) and "stud" not in words.en]
    assert len(trials) > 50
    assert [words.es for words in trials if re.search(r"\bestudios?\b", words.es)] == []
