"""Recorded findings in words: *not recorded* is never *no*, and *none* was asked."""

import json
from datetime import UTC, date, datetime
from typing import get_args

import pytest

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Unsure
from kneedesk.domain.finding import choices, entry_choices, finding_types
from kneedesk.domain.preferences import Answer, Asked
from kneedesk.domain.product import Donor
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.finding import Section
from kneedesk.presentation.findings import name_of, section_pairs, value_cell, value_words
from tests.amending import amended, recorded

AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
SIGNED = Signature(role=Role.PATIENT, name="Ana Ruiz Peña", at=AT, method=Method.TYPED, meaning="I agree.")


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("history.active_infection", None, "Not recorded"),
        ("history.active_infection", False, "No"),
        ("history.active_infection", True, "Yes"),
        ("history.hypersensitivity", (), "Asked: none"),
        ("counselling.checked", (), "Nothing was checked"),
        ("history.knee_replacement_planned", False, "None planned"),
        ("history.knee_replacement_planned", date(2026, 12, 27), "27 December 2026"),
        ("imaging.kellgren_lawrence", 3, "3 (definite narrowing)"),
        ("examination.flexion_degrees", 118.0, "118 degrees"),
        ("examination.alignment_degrees", -4.0, "\N{MINUS SIGN}4 degrees"),
        ("history.symptom_duration_months", 2.5, "2.5 months"),
        ("proposal.total_cost", "5200 USD", "5200 USD"),
        ("history.medications", ("aspirin", "metformin"), "aspirin; metformin"),
        ("stop_rule.amount", 2.5, "2.5 points"),
        ("decision.leaning", Unsure.NOT_SURE, "Not sure"),
        ("decision.leaning", Treatment.PRP, "PRP"),
        ("product.donor", Donor.DONOR, "A donor"),
        ("consent.interpreter", False, "Offered and declined"),
        ("consent.interpreter", "false", "false"),
        ("consent.witnesses", ("Luz Ortiz", "Sam Reed"), "Luz Ortiz; Sam Reed"),
        ("notice.shown_at", AT, "18 November 2026, 14:02 UTC"),
        ("preferences.expected_pain_asked", Asked(at=AT, answer=Answer.NOT_ASKED), "Not asked, 18 November 2026"),
        ("signatures", (SIGNED,), "Patient: Ana Ruiz Peña, 18 November 2026, 14:02 UTC, Typed"),
    ],
)
def test_a_value_in_words(path, value, words, library, english):
    said = value_words(path, value, library, english)
    assert said.startswith(words)


def test_every_value_of_every_named_finding_has_words(library, english):
    for path in library.findings:
        assert name_of(path, library, english)
        for value in choices(path):
            assert value_words(path, value, library, english)
        for value in entry_choices(path):
            assert value_words(path, (value,), library, english) != str(value)


def test_earlier_treatments_name_what_is_not_recorded_of_them(cases, library, english):
    lines = value_cell("history.previous_treatments", cases["reference"], library, english)
    texts = [line[0].text for line in lines]
    assert "date not recorded" in texts[0]
    assert texts[2].endswith("14 January 2026")
    first = cases["reference"].history.previous_treatments[0]
    silent = type(first)(treatment=first.treatment)
    assert "response not recorded" in value_words("history.previous_treatments", (silent,), library, english)


def test_a_measure_names_its_range_and_its_day(cases, library, english):
    texts = [line[0].text for line in value_cell("measures", cases["reference"], library, english)]
    assert "WOMAC: 51 on 0 to 96, 18 November 2026" in texts
    assert "walk my dog round the lake: 3 on 0 to 10, 18 November 2026" in texts


def test_what_was_deliberately_left_is_not_the_same_as_not_recorded(cases, library, english):
    consultation = amended(cases["reference"], "examination", effusion=None)
    left = recorded(consultation, not_assessed=("examination.effusion",))
    assert value_cell("examination.effusion", consultation, library, english)[0][0].text == "Not recorded"
    assert value_cell("examination.effusion", left, library, english)[0][0].text == "Not assessed"


def test_only_what_somebody_typed_is_marked_as_recorded(cases, library, english):
    reference = cases["reference"]
    assert value_cell("preferences.goals", reference, library, english)[0][0].recorded
    assert value_cell("measures", reference, library, english)[0][0].recorded
    assert value_cell("signatures", recorded(reference, signatures=(SIGNED,)), library, english)[0][0].recorded
    assert not value_cell("history.condition", reference, library, english)[0][0].recorded
    assert not value_cell("history.allergies", recorded(reference, history={}), library, english)[0][0].recorded


def test_every_section_names_its_findings_in_order_recorded_or_not(cases, library, english):
    pairs = section_pairs("history", cases["barely-recorded"], library, english)
    orders = [finding.order for finding in library.findings.values() if finding.section == "history"]
    assert len(pairs) == len(orders)
    names = [name for name, _ in pairs]
    assert names.index("Main condition") < names.index("Previous treatments of this knee")


# Said by the frame of every page, the opening of a document, or the parts on talk and decision.
ELSEWHERE = ("format", "version", "date", "knee", "jurisdiction", "overrides", "not_assessed")
VERSIONS = ("knowledge", "amends", "finalised")
BLOCKS_ELSEWHERE = ("clinician.", "practice.")
TALK_ELSEWHERE = (
    *("counselling.discussed", "counselling.teach_back", "counselling.questions"),
    *("decision.outcome", "decision.treatment", "decision.reason", "decision.review_date"),
)
PATIENT_ELSEWHERE = ("patient.given_name", "patient.family_name", "patient.identifier", "patient.language")


def test_every_finding_has_words_or_a_place_of_its_own(library):
    elsewhere = {*ELSEWHERE, *VERSIONS, *PATIENT_ELSEWHERE, *TALK_ELSEWHERE}
    unnamed = [
        path
        for path in finding_types()
        if path not in library.findings and path not in elsewhere and not path.startswith(BLOCKS_ELSEWHERE)
    ]
    assert unnamed == []


def test_every_way_to_sign_has_words(library):
    assert {*Role, *Method} == set(library.findings["signatures"].values)
    assert set(Answer) == set(library.findings["preferences.expected_pain_asked"].values)


def test_a_file_with_nothing_recorded_says_so_everywhere(library, english):
    tree = {"format": "kneedesk-consultation", "version": 1, "date": "2026-11-18", "knee": "left", "jurisdiction": "eu"}
    empty = Consultation.model_validate_json(json.dumps({**tree, "patient": {"family_name": "Case"}}))
    for section in get_args(Section):
        for name, cell in section_pairs(section, empty, library, english):
            assert cell[0][0].text == "Not recorded", name
