"""IPDAS, item by item, over the whole pack and the printed sheet: what makes a text a decision aid at all.

The ids are those of IPDASi v4.0 in which an aid qualifies (Q), is free of harmful bias (C) and is good (X). Further
tests of an item stand beside what they test and bear its id too.
"""

import re
from pathlib import Path

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.domain.history import Condition
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import PLACEHOLDER
from kneedesk.knowledge.gate.numbers import broken_numbers
from kneedesk.knowledge.gate.references import broken_references, figure_of
from kneedesk.knowledge.gate.walk import passages_of, told_in
from kneedesk.knowledge.readability.scores import scores_of
from kneedesk.presentation.pack_page import pack_page
from tests.amending import amended, proposing
from tests.documents.issuing import blocks_of, material_of, words_in

TESTS = Path(__file__).parent
ITEMS = [
    *(f"Q{number}" for number in range(1, 7)),
    *(f"C{number}" for number in range(1, 7)),
    *(f"X{number}" for number in (*range(1, 12), *range(18, 22))),
]
ROWS = {"Q3": "what_it_is", "Q4": "what_it_may_do", "Q5": "harms", "Q6": "what_it_is_like"}
EVERYDAY = {"days_off", "driving", "sleep", "work", "help"}
every_course = pytest.mark.parametrize("treatment", Treatment)


@pytest.fixture(scope="module")
def sheets(cases, library):
    """The words of the sheet of the reference consultation, once for every course."""
    return {
        treatment: words_in(blocks_of(Document.SHEET, proposing(cases["reference"], treatment), library))
        for treatment in Treatment
    }


@pytest.fixture(scope="module")
def about(library, english):
    """The words of the page on which the pack says what it is."""
    return words_in(pack_page("about", library, english))


def spoken(passages, library):
    return [passage.text.spoken(language) for passage in passages for language in library.pack.languages]


@pytest.mark.parametrize("item", ITEMS)
def test_every_item_is_the_name_of_a_test(item):
    names = re.compile(rf"def test_(?:[A-Z]\d+_)*{item}_")
    assert any(names.search(path.read_text("utf-8")) for path in TESTS.rglob("test_*.py"))


@pytest.mark.parametrize("condition", Condition)
def test_Q1_every_condition_that_can_be_recorded_is_described(condition, cases, library):
    name = material_of(amended(cases["reference"], "history", condition=condition), library).condition_text
    text = library.texts[name]
    assert text.audience == "patient"
    for language in library.pack.languages:
        assert len(" ".join(passage.text.spoken(language) for passage in text.passages).split()) > 20


@every_course
def test_Q2_the_sheet_says_that_there_is_a_decision_and_names_every_option(treatment, sheets, library):
    assert "The decision: " in sheets[treatment]
    for option in library.options.values():
        assert option.name.en[1:] in sheets[treatment]


@every_course
@pytest.mark.parametrize("row", ROWS.values(), ids=[f"{item}_{row}" for item, row in ROWS.items()])
def test_Q3_Q4_Q5_Q6_each_option_has_the_row_in_every_language(treatment, row, library):
    passages = getattr(library.options[treatment].rows, row)
    assert passages
    assert all(len(text.split()) >= 3 for text in spoken(passages, library))


@every_course
def test_Q6_each_option_says_what_it_means_for_work_driving_sleep_and_help(treatment, library):
    answered = {aspect for passage in library.options[treatment].rows.what_it_is_like for aspect in passage.about}
    assert answered >= EVERYDAY


def test_C2_every_number_that_is_shown_is_a_figure_of_a_fact_with_a_source(library):
    told = told_in(library)
    assert list(broken_numbers(library, told)) == []
    assert list(broken_references(library, told)) == []
    assert all(library.sources_of(name) for name in shown_facts(library))


def test_C3_C4_the_pack_says_its_version_and_when_every_statement_is_reviewed_next(library, english, about):
    assert library.pack.version in about
    assert english.day(library.pack.review_due) in about
    assert all(entry.review_due > entry.reviewed for entry in library.entries())
    assert library.pack.update_policy.en.split(".")[0] in about


def test_C5_every_effect_that_an_option_names_has_a_certainty_or_says_why_not(library):
    for option in library.options.values():
        for effect in option.effects:
            fact = library.facts[effect.figure.partition(".")[0]]
            figure = figure_of(effect.figure, library)
            assert figure.low is not None or fact.certainty_note is not None or fact.certainty != "not-rated"


def test_C6_who_paid_for_the_content_is_said(library, about, sheets):
    assert library.pack.funding.en in about
    assert all(library.pack.funding.en in words for words in sheets.values())
    clinics = [source for source in library.sources.values() if source.type == "clinic-page"]
    assert clinics
    assert all(source.interest for source in clinics)


def test_X1_what_happens_without_a_procedure_is_told(library, sheets):
    title = library.texts["natural_course"].title.en
    assert all(title in words for words in sheets.values())
    assert library.options[Treatment.CONSERVATIVE].rows.later


@every_course
def test_X3_what_may_happen_is_a_number_or_is_said_to_be_not_known(treatment, library):
    rows = library.options[treatment].rows
    for passages in (rows.what_it_may_do, rows.harms):
        counted = [passage for passage in passages if PLACEHOLDER.search(passage.text.en)]
        unknown = [passage for passage in passages if "not known" in passage.text.en or "not sure" in passage.text.en]
        assert counted or unknown
    assert any(risk.frequency for risk in library.risks_of(treatment))


def test_X4_X6_every_counted_risk_has_its_people_and_its_time(library):
    counted = [risk.frequency for risk in library.risks.values() if risk.frequency]
    assert len(counted) > 10
    for language in library.pack.languages:
        assert all(each.population.spoken(language) and each.time.spoken(language) for each in counted)


def test_X5_every_counted_risk_is_a_share_of_those_who_were_counted(library):
    for risk in library.risks.values():
        if risk.frequency:
            figure = figure_of(risk.frequency.figure, library)
            assert figure.unit == "percent" or figure.events <= figure.denominator


def test_X7_no_text_counts_out_of_anything_but_a_hundred(library):
    other = re.compile(r"out of (?!100\b)\d|de cada (?!100\b)\d|\bper (?!100\b)\d")
    for entry in library.entries():
        for location, passage in passages_of(entry):
            for text in spoken([passage], library):
                assert not other.search(text), (entry.id, location)


def test_X10_the_sheet_leads_from_the_knee_over_the_choices_to_the_questions(sheets):
    steps = ("The decision: ", "What it may do", "What can go wrong", "Your other choices", "Your questions")
    for words in sheets.values():
        places = [words.find(step) for step in steps]
        assert -1 not in places
        assert places == sorted(places)


def test_X18_X19_how_the_evidence_was_selected_and_graded_is_told(library, about):
    assert library.pack.selection.en.split(".")[0] in about
    assert {"certainty_words", "evidence_method"} <= set(library.texts)
    facts = [library.facts[name] for name in shown_facts(library)]
    assert len(facts) > 50
    assert all(fact.certainty for fact in facts)
    assert {fact.certainty for fact in facts} > {"low", "moderate", "not-rated"}


def shown_facts(library):
    """Return the ids of the facts whose numbers are shown."""
    return {match["fact"] for text in told_in(library) for match in PLACEHOLDER.finditer(text.words.en)}


def test_X20_who_wrote_it_is_said(library, about, sheets):
    assert library.pack.authors
    for author in library.pack.authors:
        assert author.en in about
        assert all(author.en in words for words in sheets.values())


def test_X21_how_easy_it_is_to_read_is_measured_in_every_language(library):
    for language in library.pack.languages:
        scores = scores_of(library, language)
        assert len(scores) > 100
        assert not any(score.too_hard for score in scores)
