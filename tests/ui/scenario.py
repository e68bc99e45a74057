"""The reference consultation as it is talked through, step by step, in clinical words."""

from datetime import date

from kneedesk.domain.consultation import Consultation, Knee
from kneedesk.domain.examination import Deformity, Effusion, Stability
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
from tests.ui.clinician import Clinician
from tests.ui.running import NOW

GOAL = "walk my dog round the lake"


def at_a_desk(reference: Consultation) -> Consultation:
    """Return the reference case as a desk records it: it knows its language and when the patient was asked."""
    spoken = amended(reference, "clinician", language=LanguageTag.ENGLISH)
    return amended(spoken, "preferences", expected_pain_asked=Asked(at=NOW, answer=Answer.ANSWERED))


def begins(clinician: Clinician) -> None:
    clinician.begins("Ruiz Peña", "Ana", Knee.RIGHT)


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
    records_what_is_not_no(clinician)
    clinician.records("history.knee_replacement_planned", False)
    clinician.records("history.anticoagulant", False)
    clinician.records("history.bleeding_disorder", Bleeding.NONE)
    clinician.records("history.autoimmune_disease", Autoimmune.NONE)
    clinician.records("history.immunosuppression", Immunosuppression.NONE)
    clinician.asked_none("history.hypersensitivity")


def evaluates_quickly(clinician: Clinician) -> None:
    records_what_is_not_no(clinician)
    clinician.answers_the_rest_with_no()
    clinician.confirms_that_all_was_asked()


def records_what_is_not_no(clinician: Clinician) -> None:
    """Record it with what no list of the rest ever answers: red flags, infection, cancer and pregnancy."""
    clinician.opens("Evaluation")
    clinician.asked_none("history.red_flags")
    clinician.records("history.condition", Condition.OSTEOARTHRITIS)
    clinician.records("history.onset", Onset.GRADUAL)
    clinician.records("history.symptom_duration_months", 26.0)
    clinician.records("history.conservative_care", ConservativeCare.INADEQUATE_RELIEF)
    clinician.records_treatment(PreviousKind.EXERCISE_THERAPY, Response.PARTIAL)
    clinician.records_treatment(PreviousKind.ANALGESICS, Response.PARTIAL)
    clinician.records_treatment(PreviousKind.HYALURONIC_ACID, Response.NONE, date(2026, 1, 14))
    for question in ("active_infection", "cancer_affected_knee", "active_cancer", "pregnancy"):
        clinician.records(f"history.{question}", False)
    clinician.records("history.diabetes", Diabetes.CONTROLLED)
    clinician.records("history.comorbidity", Comorbidity.STABLE)
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
    assert clinician.sees_verdict(Treatment.PRP) == "Fits the described profile"
    assert clinician.sees_verdict(Treatment.STEM_CELL) == "Fits, with cautions"


def talks_it_through(clinician: Clinician) -> None:
    clinician.opens("Risks")
    clinician.changes_mind_about_discussing()
    asks_what_is_left(clinician)


def talks_it_through_quickly(clinician: Clinician) -> None:
    """Go over the risks and tick none: ticked and unticked, the list is recorded as empty, which nobody needs."""
    clinician.opens("Risks")
    asks_what_is_left(clinician)


def asks_what_is_left(clinician: Clinician) -> None:
    clinician.opens("Expectations")
    clinician.opens("Decision & consent")
    clinician.records("counselling.questions", ("How long will I be off work?",))
