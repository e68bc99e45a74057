"""What a step still lacks."""

from kneedesk.assessment.assessment import assess
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.patient import Patient, Sex
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.progress import (
    evaluated,
    is_open,
    lacks_about_patient,
    lacks_of_evaluation,
    needed_for,
    open_verdicts,
    pregnancy_is_asked,
)


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


def test_the_reference_lacks_nothing(cases, library):
    reference = cases["reference"]
    assessment = assess(reference, library)
    assert lacks_about_patient(reference) == ()
    assert lacks_of_evaluation(reference, assessment) == ()
    assert needed_for(reference, assessment) == {}
    assert open_verdicts(assessment) == ()


def test_what_is_not_recorded_is_lacking(cases, library):
    barely = cases["barely-recorded"]
    lacking = lacks_of_evaluation(barely, assess(barely, library))
    assert "history.red_flags" in lacking
    assert "imaging.kellgren_lawrence" in lacking
    assert "history.condition" not in lacking
    assert "history.condition_detail" not in lacking
    assert "preferences.goals" in lacks_about_patient(barely)


def test_what_was_deliberately_left_is_not_lacking(cases, library):
    left = amended(cases["barely-recorded"], not_assessed=("history.diabetes", "preferences.expected_pain"))
    assessment = assess(left, library)
    assert "history.diabetes" not in lacks_of_evaluation(left, assessment)
    assert "history.diabetes" not in needed_for(left, assessment)
    assert "preferences.expected_pain" not in lacks_about_patient(left)


def test_an_empty_list_was_asked(cases):
    assert not is_open("measures", cases["barely-recorded"])
    assert is_open("history.allergies", cases["barely-recorded"])


def test_pregnancy_is_asked_of_whom_the_rule_says(cases, library):
    barely = cases["barely-recorded"]
    assert not pregnancy_is_asked(assess(barely, library))
    woman = amended(barely, patient=Patient(family_name="Wei", sex=Sex.FEMALE))
    assessment = assess(woman, library)
    assert pregnancy_is_asked(assessment)
    assert "history.pregnancy" in lacks_of_evaluation(woman, assessment)


def test_needed_findings_name_the_courses_they_can_change(cases, library):
    needed = needed_for(cases["barely-recorded"], assess(cases["barely-recorded"], library))
    assert needed["history.red_flags"] == tuple(Treatment)
    assert needed["history.diabetes"] == (
        Treatment.STEM_CELL,
        Treatment.CORTICOSTEROID,
        Treatment.KNEE_REPLACEMENT,
    )


def test_open_verdicts_are_those_that_cannot_be_said_yet(cases, library):
    assert Treatment.ARTHROSCOPY not in open_verdicts(assess(cases["barely-recorded"], library))


def test_red_flags_stand_first(library):
    assert evaluated("history", library)[0] == "history.red_flags"
    assert evaluated("imaging", library) == ("imaging.modality", "imaging.date", "imaging.kellgren_lawrence")
