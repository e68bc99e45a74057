"""Blank forms: every step with its boxes and lines, every risk of every course, and nothing of any patient."""

import re
from dataclasses import replace

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.bundle import resources
from kneedesk.documents.blank_forms import blocks
from kneedesk.documents.issue import issue
from kneedesk.documents.lines import break_lines, one_line, voiced
from kneedesk.documents.style import STYLES
from kneedesk.domain.treatment import Treatment
from kneedesk.language import language
from kneedesk.presentation.content import Bullets, Checkboxes, Fields, Heading, Signature, Table, text_of
from tests.documents.issuing import blocks_of, fields_of, headings_of, issued, material_of, of_kind, section, words_in
from tests.documents.reading import pages_of, squeezed

# What the program alone knows, and what stands there in words of its own.
OTHERWISE = {
    "notice.digest",
    "signatures",
    "preferences.expected_pain_asked",
    "patient.birth_date",
    "proposal.treatment",
    "stop_rule.amount",
    "stop_rule.date",
}


@pytest.fixture(scope="module")
def forms(cases, library):
    return blocks_of(Document.BLANK, cases["reference"], library)


def test_every_step_has_its_form(forms):
    assert [heading.text for heading in of_kind(forms, Heading) if heading.level == 2] == [
        "Patient & goal",
        "Evaluation",
        "The course that is proposed",
        "Risks that were talked through",
        "Decision & consent",
        "Follow-up",
    ]


def test_every_finding_is_asked(forms, library):
    said = words_in(forms)
    missing = [finding.id for finding in library.findings.values() if finding.name.en not in said]
    assert set(missing) <= OTHERWISE


def test_every_value_of_a_finding_has_its_box(forms, library):
    fields = fields_of(forms)
    for finding in library.findings.values():
        if finding.name.en in fields and finding.id != "consent.interpreter":
            for words in finding.values.values():
                option = words.en.replace("-", "\N{NON-BREAKING HYPHEN}")
                assert f"☐ {option}" in fields[finding.name.en], finding.id


def test_not_assessed_is_an_answer_of_its_own_and_none_means_asked(forms):
    fields = fields_of(forms)
    assert fields["Effusion"] == "☐ None ☐ Small ☐ Large ☐ N"
    assert fields["Red flags"].startswith("☐ Asked: none")
    assert fields["Medicines"] == fields["Allergies"] == "☐ Asked: none ☐ N"


def test_a_line_beside_a_box_says_what_is_written_on_it(forms, library):
    cells = {label: words_in(cell) for each in of_kind(forms, Fields) for label, cell in each.pairs}
    denied = [finding for finding in library.findings.values() if set(finding.values) == {"false"}]
    assert [re.search(r"(\w+): _{20}", cells[finding.name.en])[1] for finding in denied] == ["Name", "Date"]


def test_T2_no_box_is_ticked(forms):
    assert "☑" not in words_in(forms)
    assert "☒" not in words_in(forms)


@pytest.mark.parametrize("treatment", Treatment)
def test_every_risk_of_every_course_can_be_ticked_with_how_often(treatment, forms, library):
    name = library.options[treatment].name.en
    ticked = words_in(of_kind(section(section(forms, "Risks that were talked through"), name), Checkboxes))
    for risk in library.risks_of(treatment, None):
        assert f"{risk.name.en}: " in ticked


def test_measures_are_written_at_every_date(forms):
    baseline, later = [table for table in of_kind(forms, Table) if table.header[0] == "Measure"]
    assert baseline.header == ("Measure", "Today")
    assert later.header == ("Measure", "6 weeks", "3 months", "6 months", "12 months")
    assert (baseline.caption, later.caption) == ("Baseline measures", "Measures")
    assert all(words_in(cell) == "" for row in later.rows for cell in row[1:])


def test_E15_E18_E20_everybody_who_may_sign_has_an_empty_place(forms):
    places = of_kind(forms, Signature)
    assert [place.role for place in places] == [
        "Patient",
        "Who decides for the patient",
        "Physician",
        "Interpreter",
        "Witness 1, where one is used",
        "Witness 2, where one is used",
        "On the day of the procedure",
    ]
    assert {(place.printed_name, place.signed, place.day) for place in places} == {("", "", "")}
    assert "relationship" in places[1].labels[0]


def test_what_is_signed_is_written_above_the_places_to_sign(forms):
    (title,) = (each for each in headings_of(forms) if each.startswith("Signatures"))
    assert title.startswith("Signatures for this procedure: ____")
    assert of_kind(section(forms, title), Signature) == of_kind(forms, Signature)


@pytest.mark.parametrize("tag", ["en", "es"])
def test_E24_all_places_to_sign_stand_on_one_page(tag, cases, library):
    spoken = language(tag, resources() / "translations")
    material = replace(material_of(cases["reference"], library), language=spoken)
    meanings = [squeezed(place.meaning) for place in of_kind(blocks(material), Signature)]
    for paper in ("a4", "letter"):
        pages = map(squeezed, pages_of(issue(Document.BLANK, material, paper)))
        assert [page for page in pages if all(meaning in page for meaning in meanings)], paper


def test_what_the_head_of_every_page_asks_is_not_asked_again(forms, cases, library):
    assert not {"Date of birth", "Patient number"} & set(fields_of(forms))
    for page in pages_of(issued(Document.BLANK, cases["reference"], library)):
        assert page.count("Date of birth") == page.count("Patient number") == 1


def test_a_box_stands_behind_no_other_mark_and_an_empty_check_is_said_as_one(forms):
    assert not [item for each in of_kind(forms, Bullets) for item in each.items if "☐" in text_of(item)]
    assert fields_of(forms)["Checked about clinic and product"].startswith("☐ Nothing was checked ☐ ")


@pytest.mark.parametrize("tag", ["en", "es"])
def test_a_course_has_one_name_wherever_it_is_ticked(tag, library):
    for path in ("proposal.treatment", "decision.leaning", "history.previous_treatments"):
        values = library.findings[path].values
        for treatment in Treatment:
            if treatment in values:
                assert values[treatment].spoken(tag) == library.options[treatment].name.spoken(tag), (path, treatment)


def test_nothing_of_the_patient_stands_on_any_page(cases, library):
    for case in ("reference", "hostile-text"):
        patient, texts = cases[case].patient, pages_of(issued(Document.BLANK, cases[case], library))
        for page in texts:
            assert "☐ RIGHT" in page
            assert "☐ LEFT" in page
            assert "…" not in page
            assert patient.family_name.upper() not in page
            assert "1964" not in page
            assert patient.identifier not in page


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_room_for_who_and_which_knee_is_whole_in_spanish_too(paper, cases, library):
    spanish = language("es", resources() / "translations")
    material = replace(material_of(cases["reference"], library), language=spanish)
    for page in pages_of(issue(Document.BLANK, material, paper)):
        assert "IZQUIERDA" in page
        assert "…" not in page


def test_the_forms_are_the_same_for_every_patient(cases, library):
    one, other = (blocks_of(Document.BLANK, cases[case], library) for case in ("reference", "declined"))
    assert one == other
    assert headings_of(one)[0] == "Blank forms"
    assert all(pairs for each in of_kind(one, Fields) for pairs in each.pairs)


@pytest.mark.parametrize("tag", ["en", "es"])
def test_in_large_print_an_option_is_broken_only_between_words_and_only_where_no_line_holds_it(tag, cases, library):
    material = replace(material_of(cases["reference"], library), language=language(tag, resources() / "translations"))
    voice, room = STYLES["large"].cell, 290.0
    cells = [cell for each in of_kind(blocks(material), Fields) for _, cell in each.pairs]
    answers = [answer for cell in cells for answer in map(text_of, cell) if answer.count("☐") > 1]
    assert len(answers) > 20
    for answer in answers:
        set_lines = break_lines(voiced(answer, voice), room)
        lines = ["".join(text for _, text in line.stretches).strip() for line in set_lines]
        assert not any(line.endswith("☐") for line in lines), lines
        assert {word for line in lines for word in line.split()} == set(answer.split()), lines
        for option in answer.split("\N{EM SPACE}"):
            if one_line(option, voice).width <= room:
                assert any(option in line for line in lines), option


@pytest.mark.parametrize(("tag", "large"), [("en", False), ("es", False), ("es", True)])
def test_no_risk_stands_on_a_page_without_the_name_of_its_course(tag, large, cases, library):
    material = replace(material_of(cases["reference"], library), language=language(tag, resources() / "translations"))
    courses = [squeezed(option.name.spoken(tag)) for option in library.options.values()]
    risks = [squeezed(f"{risk.name.spoken(tag)}: ") for risk in library.risks.values()]
    found = 0
    for page in pages_of(issue(Document.BLANK, material, "letter", large=large)):
        text = squeezed(page)
        places = [text.index(risk) for risk in risks if risk in text]
        if places:
            found += 1
            assert any(name in text[: min(places)] for name in courses)
    assert found >= 3


def test_no_line_parts_what_is_not_known(forms):
    said = [text_of(item) for boxes in of_kind(forms, Checkboxes) for item in boxes.items]
    assert any(text.endswith("Not\N{NO-BREAK SPACE}known") for text in said)
    assert not any("Not known" in text for text in said)
