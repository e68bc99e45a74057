"""How a consent form ends: room for answers, and every signature with what it means under what is signed."""

from datetime import datetime, timedelta, timezone

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.documents import agreement
from kneedesk.documents.issue import issue
from kneedesk.domain.consultation import Jurisdiction
from kneedesk.domain.signature import Method, Role
from kneedesk.domain.signature import Signature as SignatureOnScreen
from kneedesk.domain.treatment import PROCEDURES
from kneedesk.domain.versions import finalise
from kneedesk.presentation.content import Checkboxes, Fields, Heading, Signature, text_of
from kneedesk.presentation.shapes import Drawing
from tests.amending import amended, proposing, ready_to_sign, recorded
from tests.documents.issuing import fields_of, material_of, of_kind, words_in
from tests.documents.reading import pages_of

SIGNED = ("I agree to this procedure.", "I explained all of the above", "I saw the patient sign.", "I still agree.")


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("treatment", PROCEDURES)
def test_E18_E19_E20_E24_each_page_that_is_signed_says_what_is_signed(treatment, paper, large, cases, library):
    ready = ready_to_sign(proposing(cases["reference"], treatment), library)
    for consultation in (ready, proposing(cases["reference"], treatment)):
        material = material_of(consultation, library)
        pages = [" ".join(text.split()) for text in pages_of(issue(Document.CONSENT, material, paper, large=large))]
        signed = [text for text in pages if any(words in text for words in SIGNED)]
        assert sum(text.count(words) for text in signed for words in SIGNED) == len(SIGNED)
        assert all(f"Signatures: {material.subject}" in text for text in signed)


@pytest.mark.parametrize("treatment", PROCEDURES)
def test_E6_patient_and_physician_sign_beneath_what_was_explained(treatment, cases, library):
    ready = ready_to_sign(proposing(cases["reference"], treatment), library)
    pages = pages_of(issue(Document.CONSENT, material_of(ready, library), "a4"))
    (page,) = [text for text in pages if "What was explained to me" in text]
    assert all(words in page for words in SIGNED[:2])


def test_signatures_come_last_and_in_their_order(ready, library):
    blocks = agreement.blocks(material_of(ready, library))
    assert blocks[-1].blocks[0] == Heading("Signatures: stem-cell injection, right knee", 2)
    assert [each.role for each in of_kind(blocks, Signature)] == [
        "Patient",
        "Physician",
        "Witness, where one is used",
        "On the day of the procedure",
    ]


STROKES = (((100, 300), (400, 100), (500, 320)), ((520, 300), (900, 280)))
AT = datetime(2026, 11, 18, 14, 30, tzinfo=timezone(timedelta(hours=1)))


def given(role: Role, name: str, **other):
    """Return a signature in the shape of a consultation."""
    return {"role": role, "name": name, "at": AT, "meaning": "I agree to this procedure.", **other}


@pytest.fixture
def signed(ready, library):
    drawn = given(Role.PATIENT, "Ana Ruiz Peña", method=Method.DRAWN, strokes=STROKES)
    typed = given(Role.CLINICIAN, "Dr Helen Marsh", method=Method.TYPED)
    ink = given(Role.WITNESS, "Ian Wit", method=Method.PAPER)
    return recorded(ready, signatures=tuple(SignatureOnScreen(**each) for each in (drawn, typed, ink)))


def test_E18_E19_who_signed_on_the_screen_stands_with_name_role_day_time_and_meaning(signed, library):
    material = material_of(signed, library)
    patient, physician, witness, day_of = of_kind(agreement.blocks(material), Signature)
    for place in (patient, physician, witness):
        assert (place.day, place.time) == ("18 November 2026", "14:30 UTC+01:00")
        assert place.meaning == "I agree to this procedure."
    assert isinstance(patient.signed, Drawing)
    assert (physician.signed, witness.signed) == ("Dr Helen Marsh", "")
    assert [each.labels[1] for each in (patient, physician, witness, day_of)] == [
        "Signature · Drawn",
        "Signature · Typed",
        "Signature · On paper",
        "Signature",
    ]
    assert (day_of.signed, day_of.day, day_of.time) == ("", "", "")
    assert sum(page.count("14:30 UTC+01:00") for page in pages_of(issue(Document.CONSENT, material, "a4"))) == 3


def test_E20_mexico_asks_for_two_witnesses(ready, library):
    there = recorded(ready, jurisdiction=Jurisdiction.MEXICO)
    places = of_kind(agreement.blocks(material_of(there, library)), Signature)
    assert [each.role for each in places] == [
        "Patient",
        "Physician",
        "Witness\N{NO-BREAK SPACE}1",
        "Witness\N{NO-BREAK SPACE}2",
        "On the day of the procedure",
    ]


def test_E4_E15_E16_E21_E25_what_was_recorded_is_printed_and_its_box_is_gone(ready, library):
    consent = {
        "discussed_by": "Nurse Joan Bell",
        "interpreter": "Rosa Lima, Spanish",
        "capacity": False,
        "proxy_name": "Eva Ruiz",
        "proxy_relationship": "daughter",
        "copy_given": True,
        "time_to_think": "two weeks",
    }
    said = fields_of(agreement.blocks(material_of(amended(ready, "consent", **consent), library)))
    assert said["Talk held by"] == "Nurse Joan Bell"
    assert said["Interpreter: name and language"] == "Rosa Lima, Spanish"
    assert said["Capacity to decide"] == "No"
    assert said["Signed for the patient by: name and relationship"] == "Eva Ruiz daughter"
    assert said["Time between the talk and the signature"] == "two weeks"
    blocks = agreement.blocks(material_of(amended(ready, "consent", **consent), library))
    assert len(of_kind(blocks, Checkboxes)) == 1
    assert len(of_kind(agreement.blocks(material_of(ready, library)), Checkboxes)) == 2


def test_T2_what_nobody_recorded_is_left_to_be_ticked_and_written(ready, library):
    said = fields_of(agreement.blocks(material_of(ready, library)))
    assert said["Interpreter: name and language"] == said["Talk held by"] == ""
    assert "Capacity to decide" not in said


def test_E32_the_product_is_written_in_on_the_day_for_cells_only(ready, cases, library):
    def labels(consultation):
        blocks = agreement.blocks(material_of(consultation, library))
        return [label for fields in of_kind(blocks, Fields) for label, _ in fields.pairs]

    product = "Product, lot number, living cells (on the day)"
    assert product in labels(ready)
    assert product not in labels(proposing(cases["reference"], PROCEDURES[1]))


def test_E14_a_blank_teach_back_leaves_lines_and_no_heading(cases, library):
    words = words_in(agreement.blocks(material_of(cases["reference"], library)))
    assert words.count("What this can and cannot do, in your own words") == 1


def test_E22_the_line_for_initials_stands_beside_its_label(ready, library):
    choices = of_kind(agreement.blocks(material_of(ready, library)), Checkboxes)[-1]
    assert all(text_of(item).endswith(f"Initials:\N{NO-BREAK SPACE}{'_' * 12}") for item in choices.items)


def test_T2_a_final_form_says_that_its_empty_lines_were_left_for_the_pen(ready, library):
    left = "left for the pen when this form was made final on 18 November 2026."
    assert left not in words_in(agreement.blocks(material_of(ready, library)))
    final = agreement.blocks(material_of(finalise(ready, library.version, AT), library))
    assert fields_of(final)["Empty lines"] == f"L{left[1:]}"
    # Under the lines for answers, and under the places to sign.
    assert words_in(final).count(f"Empty lines and boxes: {left}") == 2
