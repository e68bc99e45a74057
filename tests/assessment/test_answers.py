"""Which questions one key may answer with *no*."""

import pytest

from kneedesk.assessment.answers import ASKED_ONE_BY_ONE, answers_of_no, no_of, questions_with_no
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.history import Condition, History


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


def test_questions_of_the_history_are_answered_with_what_no_means_for_each(cases, library):
    answers = answers_of_no(cases["barely-recorded"], library)
    assert answers["history.anticoagulant"] is False
    assert answers["history.diabetes"] == "none"
    assert answers["history.knee_replacement_planned"] is False
    assert answers["history.hypersensitivity"] == ()
    assert answers["history.allergies"] == ()
    assert answers["history.previous_treatments"] == ()


def test_answers_are_values_that_the_consultation_takes(cases, library):
    barely = cases["barely-recorded"]
    answers = answers_of_no(barely, library)
    history = type(barely.history).model_validate(
        {**dict(barely.history), **{path.partition(".")[2]: value for path, value in answers.items()}}
    )
    answered = amended(barely, history=history)
    assert answers_of_no(answered, library) == {}


@pytest.mark.parametrize("case", ["barely-recorded", "reference", "infection", "red-flag"])
def test_red_flags_infection_skin_pregnancy_and_cancer_are_never_answered(case, cases, library):
    assert not ASKED_ONE_BY_ONE & set(answers_of_no(cases[case], library))
    assert not ASKED_ONE_BY_ONE & set(questions_with_no(library))


def test_what_an_examiner_finds_is_never_answered(cases, library):
    assert all(path.startswith("history.") for path in answers_of_no(cases["barely-recorded"], library))


def test_a_recorded_finding_is_never_answered(cases, library):
    assert answers_of_no(cases["reference"], library) == {}
    history = History(condition=Condition.OSTEOARTHRITIS, allergies=("penicillin",), medications=())
    answers = answers_of_no(amended(cases["barely-recorded"], history=history), library)
    assert "history.allergies" not in answers
    assert "history.medications" not in answers


def test_a_finding_that_was_not_assessed_is_never_answered(cases, library):
    left = amended(cases["barely-recorded"], not_assessed=("history.diabetes",))
    assert "history.diabetes" not in answers_of_no(left, library)


def test_answers_stand_in_the_order_of_the_form(cases, library):
    answers = tuple(answers_of_no(cases["barely-recorded"], library))
    assert answers == tuple(sorted(answers, key=lambda path: library.findings[path].order))


@pytest.mark.parametrize("path", ["history.condition", "history.onset", "history.symptom_duration_months"])
def test_a_question_without_a_no_is_never_answered(path, library):
    assert no_of(path) is None
    assert path not in questions_with_no(library)


def test_conservative_care_is_never_answered_with_not_tried():
    assert no_of("history.conservative_care") is None
