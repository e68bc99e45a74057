"""The reference consultation through the window, from an empty new one to the PDFs: once by mouse, once by keyboard."""

from datetime import date

import pytest

from kneedesk.domain.consultation import Knee
from kneedesk.domain.decision import StopRule
from kneedesk.domain.examination import Deformity, Effusion, Examination, Stability
from kneedesk.domain.history import (
    Autoimmune,
    Bleeding,
    Comorbidity,
    Condition,
    ConservativeCare,
    Diabetes,
    Immunosuppression,
    Onset,
)
from kneedesk.domain.imaging import Modality
from kneedesk.domain.measure import Instrument
from kneedesk.domain.patient import LanguageTag, Sex
from kneedesk.domain.preferences import Answer, Asked, Priority
from kneedesk.domain.treatment import CellSource, PreviousKind, ProductStatus, Response, Treatment
from tests.amending import amended
from tests.ui.clinician import Clinician, Keyboard, Mouse
from tests.ui.running import NOW, kept, running

GOAL = "walk my dog round the lake"


by_mouse_and_by_keyboard = pytest.mark.parametrize("hand", [Mouse(), Keyboard()], ids=["by mouse", "by keyboard alone"])


@by_mouse_and_by_keyboard
def test_the_reference_consultation_from_an_empty_one_to_its_documents(
    hand, qtbot, theme, tmp_path, library, english, cases
):
    desk, out = tmp_path / "desk", tmp_path / "out"
    out.mkdir()
    with running(desk, theme, qtbot) as application:
        clinician = Clinician(application.window, hand, library, english, qtbot)
        clinician.begins("Ruiz Peña", "Ana", Knee.RIGHT)
        meets_the_patient(clinician)
        evaluates(clinician)
        weighs(clinician)
        proposes(clinician)
        talks_it_through(clinician)
        assert clinician.waits_until_saved() == "Saved 14:02"
        written = clinician.exports(out)
    assert [path.name for path in written] == ["consent.pdf", "record.pdf", "sheet.pdf"]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in written)
    with kept(desk) as consultations:
        found = consultations.read("key-0")
    # The file was not begun at a desk, which knows its language and when the patient was asked.
    at_a_desk = amended(cases["reference"], "clinician", language=LanguageTag.ENGLISH)
    asked = Asked(at=NOW, answer=Answer.ANSWERED)
    assert found == amended(at_a_desk, "preferences", expected_pain_asked=asked)


@by_mouse_and_by_keyboard
def test_tomorrow_it_is_all_found_again(hand, qtbot, theme, tmp_path, library, english):
    with running(tmp_path, theme, qtbot) as application:
        clinician = Clinician(application.window, hand, library, english, qtbot)
        clinician.begins("Marsh", "Ida", Knee.LEFT)
        clinician.leaves()
        clinician.begins("Ruiz Peña", "Ana", Knee.RIGHT)
        clinician.opens("Evaluation")
        clinician.records("history.diabetes", Diabetes.CONTROLLED)
        clinician.records("examination.flexion_degrees", 118.0)  # the window is closed while this is still typed
    with running(tmp_path, theme, qtbot) as application:
        clinician = Clinician(application.window, hand, library, english, qtbot)
        clinician.resumes("pena")
        clinician.opens("Evaluation")
        clinician.records("examination.extension_deficit_degrees", 4.0)
        clinician.opens("Candidacy")
        clinician.overrides(Treatment.CORTICOSTEROID, "Two weeks until her daughter's wedding.")
        clinician.waits_until_saved()
    with kept(tmp_path) as consultations:
        found = consultations.read("key-1")
    assert found.history.diabetes is Diabetes.CONTROLLED
    assert found.examination == Examination(flexion_degrees=118.0, extension_deficit_degrees=4.0)
    (override,) = found.overrides
    assert override.treatment is Treatment.CORTICOSTEROID
    assert override.reason == "Two weeks until her daughter's wedding."
    assert override.at == NOW


@by_mouse_and_by_keyboard
def test_what_was_not_asked_before_is_asked_on_expectations_and_the_stop_rule_agreed(
    hand, qtbot, theme, tmp_path, library, english
):
    with running(tmp_path, theme, qtbot) as application:
        clinician = Clinician(application.window, hand, library, english, qtbot)
        clinician.begins("Marsh", "Ida", Knee.LEFT)
        clinician.opens("Expectations")
        clinician.records("preferences.expected_pain", Answer.RATHER_NOT_SAY)
        clinician.records("stop_rule.amount", 2.5)
        clinician.records("stop_rule.date", date(2027, 3, 10))
        clinician.records("decision.review_date", date(2027, 2, 18))
        clinician.leaves()
    with kept(tmp_path) as consultations:
        found = consultations.read("key-0")
    assert found.preferences.expected_pain_asked == Asked(at=NOW, answer=Answer.RATHER_NOT_SAY)
    assert found.stop_rule == StopRule(amount=2.5, date=date(2027, 3, 10))
    assert found.decision.review_date == date(2027, 2, 18)


def meets_the_patient(clinician: Clinician) -> None:
    clinician.records("patient.birth_date", date(1964, 5, 2))
    clinician.records("patient.identifier", "MRN-10293")
    clinician.records("patient.sex", Sex.FEMALE)
    clinician.records("patient.language", LanguageTag.SPANISH)
    clinician.records("patient.height_cm", 164.0)
    clinician.records("patient.weight_kg", 78.0)
    clinician.records("preferences.goals", (GOAL,))
    clinician.records("preferences.priorities", (Priority.PAIN_RELIEF, Priority.LOW_RISK, Priority.COST))
    clinician.records("preferences.willing_to_rehabilitate", True)
    clinician.records("preferences.accepts_uncertainty", True)
    clinician.records("preferences.wishes_to_postpone_surgery", True)
    for months, score in ((3, 3), (6, 2), (12, 1)):
        clinician.expects_pain(months, score)


def evaluates(clinician: Clinician) -> None:
    clinician.opens("Evaluation")
    clinician.asked_none("history.red_flags")
    clinician.records("history.condition", Condition.OSTEOARTHRITIS)
    clinician.records("history.onset", Onset.GRADUAL)
    clinician.records("history.symptom_duration_months", 26.0)
    clinician.records("history.conservative_care", ConservativeCare.INADEQUATE_RELIEF)
    clinician.records_treatment(PreviousKind.EXERCISE_THERAPY, Response.PARTIAL)
    clinician.records_treatment(PreviousKind.ANALGESICS, Response.PARTIAL)
    clinician.records_treatment(PreviousKind.HYALURONIC_ACID, Response.NONE, date(2026, 1, 14))
    clinician.records("history.knee_replacement_planned", False)
    clinician.records("history.active_infection", False)
    clinician.records("history.cancer_affected_knee", False)
    clinician.records("history.active_cancer", False)
    clinician.records("history.pregnancy", False)
    clinician.records("history.anticoagulant", False)
    clinician.records("history.bleeding_disorder", Bleeding.NONE)
    clinician.records("history.diabetes", Diabetes.CONTROLLED)
    clinician.records("history.autoimmune_disease", Autoimmune.NONE)
    clinician.records("history.immunosuppression", Immunosuppression.NONE)
    clinician.records("history.comorbidity", Comorbidity.STABLE)
    clinician.asked_none("history.hypersensitivity")
    clinician.records("history.medications", ("metformin 500 mg twice daily", "amlodipine 5 mg"))
    clinician.records("history.allergies", ("penicillin",))
    clinician.records("examination.flexion_degrees", 118.0)
    clinician.records("examination.extension_deficit_degrees", 4.0)
    clinician.records("examination.effusion", Effusion.SMALL)
    clinician.records("examination.stability", Stability.STABLE)
    clinician.records("examination.deformity", Deformity.MILD)
    clinician.records("examination.alignment_degrees", -4.0)
    clinician.records("examination.skin_intact", True)
    clinician.records("imaging.modality", Modality.RADIOGRAPH)
    clinician.records("imaging.date", date(2026, 10, 2))
    clinician.records("imaging.kellgren_lawrence", 3)
    clinician.measures(Instrument.PAIN_NRS, 7.0)
    clinician.measures(Instrument.WOMAC, 51.0, scale="0-96")
    clinician.measures(Instrument.ACTIVITY, 3.0, label=GOAL)


def weighs(clinician: Clinician) -> None:
    clinician.opens("Candidacy")
    assert clinician.reads_verdict(Treatment.PRP) == "Fits the described profile"
    assert clinician.reads_verdict(Treatment.STEM_CELL) == "Cannot say yet"  # the product is not known


def proposes(clinician: Clinician) -> None:
    clinician.opens("Options")
    clinician.records("proposal.treatment", Treatment.STEM_CELL)
    clinician.records("proposal.cell_source", CellSource.BONE_MARROW)
    clinician.records("proposal.product_status", ProductStatus.UNAPPROVED)
    clinician.records("proposal.sessions", 1)
    clinician.records("proposal.date", date(2026, 12, 10))
    clinician.records("proposal.total_cost", "5200 USD")
    clinician.opens("Candidacy")
    assert clinician.reads_verdict(Treatment.STEM_CELL) == "Fits, with cautions"


def talks_it_through(clinician: Clinician) -> None:
    clinician.opens("Risks")
    clinician.changes_mind_about_discussing()
    clinician.opens("Expectations")
    clinician.opens("Decision & consent")
    clinician.records("counselling.questions", ("How long will I be off work?",))
