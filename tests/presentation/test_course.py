"""One course in words."""

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.candidacy import Verdict
from kneedesk.domain.consultation import Consultation, Jurisdiction
from kneedesk.domain.decision import Override
from kneedesk.domain.history import History, RedFlag
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.content import basis_of, text_of
from kneedesk.presentation.course import Course, course_of, red_flag_lines, red_flag_names
from kneedesk.presentation.verdicts import changes_in_words
from tests.amending import recorded


def course(consultation: Consultation, treatment: Treatment, library, english) -> Course:
    candidacy = assess(consultation, library).candidacies[treatment]
    return course_of(candidacy, consultation, library, english)


def test_a_course_says_its_verdict_profile_stance_and_product(cases, library, english):
    cells = course(cases["reference"], Treatment.STEM_CELL, library, english)
    assert cells.verdict == "Fits, with cautions"
    assert cells.profile.startswith("Mautner 2023 (randomised trial); ")
    assert "strongly not to use it" in text_of(cells.stance)
    assert basis_of(cells.stance) == library.options[Treatment.STEM_CELL].stance.basis
    assert cells.product == "Not approved"
    assert cells.proposed


def test_the_status_of_a_product_stands_only_with_the_course_it_belongs_to(cases, library, english):
    assert course(cases["reference"], Treatment.PRP, library, english).product == ""
    assert course(cases["barely-recorded"], Treatment.STEM_CELL, library, english).product == "Not recorded"


@pytest.mark.parametrize("jurisdiction", Jurisdiction)
def test_the_authorities_of_the_place_speak_of_the_product_each_with_a_source(cases, library, english, jurisdiction):
    here = recorded(cases["reference"], jurisdiction=jurisdiction)
    cells = course(here, Treatment.STEM_CELL, library, english)
    assert cells.place
    assert basis_of(cells.authorities)
    assert course(here, Treatment.ARTHROSCOPY, library, english).authorities == ()


def test_every_reason_stands_in_exactly_one_group(cases, library, english):
    for consultation in cases.values():
        assessment = assess(consultation, library)
        for candidacy in assessment.candidacies.values():
            shown = course_of(candidacy, consultation, library, english)
            assert sorted(ground.reason.rule.id for ground in shown.grounds) == sorted(
                reason.rule.id for reason in candidacy.reasons
            )


def test_what_speaks_against_comes_first_and_decides(cases, library, english):
    shown = course(cases["reference"], Treatment.STEM_CELL, library, english)
    assert [ground.reason.rule.id for ground in shown.against] == ["unapproved-product"]
    assert shown.decisive == shown.against[0]
    assert course(cases["reference"], Treatment.PRP, library, english).decisive is None


def test_questions_are_named_and_what_was_left_is_not_asked_again(cases, library, english):
    barely = cases["barely-recorded"]
    questions = course(barely, Treatment.CONSERVATIVE, library, english).questions
    assert [(question.path, question.name) for question in questions] == [("history.red_flags", "Red flags")]
    left = Consultation.model_validate({**dict(barely), "not_assessed": ("history.red_flags",)})
    assert course(left, Treatment.CONSERVATIVE, library, english).questions == ()


def test_changes_are_worded_as_facts_about_what_decides(cases, library, english):
    changes = course(cases["reference"], Treatment.STEM_CELL, library, english).changes
    assert "Status of the product: Approved or In a clinical trial → Fits the described profile" in changes
    assert not any("Active infection" in change for change in changes)


def test_the_day_that_would_change_it_counts_from_the_injection_on_the_screen_as_in_the_record(cases, library, english):
    case = cases["steroid-before-replacement"]
    (change,) = (line for line in course(case, Treatment.CORTICOSTEROID, library, english).changes if "2027" in line)
    assert (
        change == "Planned knee replacement: None planned or 21 February 2027 \N{RIGHTWARDS ARROW} Fits, with cautions"
    )
    assessment = assess(case, library)
    recorded_words = changes_in_words(
        assessment.candidacies[Treatment.CORTICOSTEROID], assessment.findings, library, english
    )
    assert change in recorded_words


def test_conservative_care_has_no_profile(cases, library, english):
    assert course(cases["reference"], Treatment.CONSERVATIVE, library, english).profile.startswith("No profile")


@pytest.mark.parametrize("verdict", Verdict)
def test_only_a_verdict_that_advises_against_has_the_tone_of_a_stop(verdict, cases, library, english):
    tones = {
        shown.tone
        for consultation in cases.values()
        for shown in (course(consultation, treatment, library, english) for treatment in Treatment)
        if shown.kind is verdict
    }
    assert len(tones) == 1
    assert (tones == {"stop"}) is (verdict in (Verdict.DEFERRED, Verdict.CONTRAINDICATED))


def test_an_override_stands_beside_its_course_only(cases, library, english):
    override = Override(treatment=Treatment.ARTHROSCOPY, reason="A loose body on the scan.", clinician="Dr Marsh")
    changed = Consultation.model_validate({**dict(cases["reference"]), "overrides": (override,)})
    (departure,) = course(changed, Treatment.ARTHROSCOPY, library, english).departures
    assert (departure.reason, departure.signed) == ("A loose body on the scan.", "Dr Marsh")
    assert course(changed, Treatment.PRP, library, english).departures == ()
    assert course(changed, Treatment.ARTHROSCOPY, library, english).verdict == "Outside the described profile"


def test_a_red_flag_says_what_to_do_and_how_soon_each_statement_with_its_basis(cases, library, english):
    lines = red_flag_lines(cases["red-flag"], library, english)
    assert text_of(lines[0]).startswith("It may be an infection in the joint. ")
    assert any("Go today." in text_of(line) for line in lines)
    assert all(basis_of(line) for line in lines)
    assert red_flag_names(cases["red-flag"], library, english) == "Hot, swollen joint"


@pytest.mark.parametrize("flag", RedFlag)
def test_the_pack_has_words_for_every_red_flag(flag, cases, library, english):
    history = History(red_flags=(flag,))
    flagged = Consultation.model_validate({**dict(cases["reference"]), "history": history})
    assert len(red_flag_lines(flagged, library, english)) > 2


def test_no_red_flag_says_nothing(cases, library, english):
    assert red_flag_lines(cases["reference"], library, english) == ()
    assert red_flag_names(cases["reference"], library, english) == ""


def test_a_course_is_the_same_with_what_was_shown_before_and_takes_the_same_reasons_from_there(cases, library, english):
    reference = cases["reference"]
    before = assess(reference, library)
    shown = course_of(before.candidacies[Treatment.STEM_CELL], reference, library, english)
    for other in cases.values():
        after = assess(other, library, before)
        for candidacy in after.candidacies.values():
            assert course_of(candidacy, other, library, english, shown) == course_of(candidacy, other, library, english)
    again = course_of(before.candidacies[Treatment.STEM_CELL], reference, library, english, shown)
    assert all(one is other for one, other in zip(again.grounds, shown.grounds, strict=True))
