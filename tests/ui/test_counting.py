"""How many keys and clicks a consultation takes beyond what is typed, by the quickest path that records the same."""

from datetime import date

from kneedesk.domain.consultation import Knee
from kneedesk.domain.decision import Outcome
from kneedesk.domain.examination import Deformity, Effusion, Stability
from kneedesk.domain.history import Comorbidity, Condition, ConservativeCare, Diabetes, Onset
from kneedesk.domain.imaging import Modality
from kneedesk.domain.measure import Instrument
from kneedesk.domain.patient import LanguageTag
from kneedesk.domain.preferences import Answer, Asked
from kneedesk.domain.treatment import PreviousKind, Response
from tests.amending import amended
from tests.ui.clinician import Clinician, Deft
from tests.ui.counting import counted
from tests.ui.running import NOW, kept, running
from tests.ui.test_walk import GOAL, meets_the_patient, proposes, talks_it_through, weighs

# What it takes today; the aim is 60. Each control costs one; a row of a table costs two or three.
REFERENCE = 86
FIVE_MINUTES = 25


def test_the_reference_consultation(qtbot, theme, tmp_path, library, english, cases):
    desk, out = tmp_path / "desk", tmp_path / "out"
    out.mkdir()
    with running(desk, theme, qtbot) as application, counted() as count:
        clinician = Clinician(application.window, Deft(), library, english, qtbot)
        clinician.begins("Ruiz Peña", "Ana", Knee.RIGHT)
        meets_the_patient(clinician)
        evaluates_quickly(clinician)
        weighs(clinician)
        proposes(clinician)
        talks_it_through(clinician)
        clinician.waits_until_saved()
        clinician.exports(out)
    with kept(desk) as consultations:
        found = consultations.read("key-0")
    at_a_desk = amended(cases["reference"], "clinician", language=LanguageTag.ENGLISH)
    asked = Asked(at=NOW, answer=Answer.ANSWERED)
    assert found == amended(at_a_desk, "preferences", expected_pain_asked=asked)
    assert count.made <= REFERENCE


def test_the_five_minute_path(qtbot, theme, tmp_path, library, english):
    """Who it is, what decides, the rest asked and answered with no, what was decided, and the papers."""
    out = tmp_path / "out"
    out.mkdir()
    with running(tmp_path / "desk", theme, qtbot) as application, counted() as count:
        clinician = Clinician(application.window, Deft(), library, english, qtbot)
        clinician.begins("Ruiz Peña", "Ana", Knee.RIGHT)
        clinician.opens("Evaluation")
        clinician.records("history.condition", Condition.OSTEOARTHRITIS)
        clinician.records("imaging.kellgren_lawrence", 3)
        clinician.answers_the_rest_with_no()
        clinician.confirms_that_all_was_asked()
        clinician.opens("Options")
        clinician.opens("Decision & consent")
        clinician.records("decision.outcome", Outcome.NOT_TODAY)
        clinician.waits_until_saved()
        written = clinician.exports(out)
    assert "sheet.pdf" in [path.name for path in written]
    assert count.made <= FIVE_MINUTES


def evaluates_quickly(clinician: Clinician) -> None:
    """Record what is not no, and then once that all the rest was asked."""
    clinician.opens("Evaluation")
    asks_what_is_asked_by_itself(clinician)
    clinician.records("history.condition", Condition.OSTEOARTHRITIS)
    clinician.records("history.onset", Onset.GRADUAL)
    clinician.records("history.symptom_duration_months", 26.0)
    clinician.records("history.conservative_care", ConservativeCare.INADEQUATE_RELIEF)
    clinician.records_treatment(PreviousKind.EXERCISE_THERAPY, Response.PARTIAL)
    clinician.records_treatment(PreviousKind.ANALGESICS, Response.PARTIAL)
    clinician.records_treatment(PreviousKind.HYALURONIC_ACID, Response.NONE, date(2026, 1, 14))
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
    clinician.answers_the_rest_with_no()
    clinician.confirms_that_all_was_asked()


def asks_what_is_asked_by_itself(clinician: Clinician) -> None:
    """Answer what no list of the rest ever answers."""
    clinician.asked_none("history.red_flags")
    for question in ("active_infection", "cancer_affected_knee", "active_cancer", "pregnancy"):
        clinician.records(f"history.{question}", False)
