"""Courses side by side: which at first, in which order, every question answered, and nowhere a verdict."""

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.candidacy import Verdict
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.comparison import (
    FEWEST,
    MOST,
    compare,
    course_head,
    courses_at_first,
    courses_in_order,
    in_order,
)
from kneedesk.presentation.verdicts import verdict_words


def test_courses_stand_in_the_order_of_the_pack(library):
    assert courses_in_order(library)[0] is Treatment.STEM_CELL
    assert set(courses_in_order(library)) == set(Treatment)


def test_at_first_the_proposed_course_stands_beside_care_without_a_procedure(cases, library):
    for name, consultation in cases.items():
        courses = courses_at_first(consultation, assess(consultation, library), library)
        assert FEWEST <= len(courses) <= 3 < MOST, name
        assert Treatment.CONSERVATIVE in courses
        assert len(set(courses)) == len(courses)
        if consultation.proposal.treatment is not None:
            assert courses[0] is consultation.proposal.treatment


def test_at_first_a_third_course_is_one_that_fits(cases, library):
    reference = cases["reference"]
    assessment = assess(reference, library)
    third = courses_at_first(reference, assessment, library)[1]
    assert assessment.candidacies[third].verdict in (Verdict.CANDIDATE, Verdict.CAUTION)


def test_the_order_is_that_of_the_pack_after_the_proposed_course(cases, library):
    courses = (Treatment.KNEE_REPLACEMENT, Treatment.STEM_CELL, Treatment.PRP)
    assert in_order(courses, cases["reference"], library) == (
        Treatment.STEM_CELL,
        Treatment.PRP,
        Treatment.KNEE_REPLACEMENT,
    )


def test_every_question_is_answered_for_every_course_with_a_basis(library, english):
    rows = compare(tuple(Treatment), library, english)
    assert len(rows) == 9
    for row in rows:
        assert len(row.answers) == 7
        assert all(row.answers), row.name
        if row.name != "salt_water":
            assert all(span.basis for answer in row.answers for line in answer for span in line), row.name


def test_where_nothing_is_injected_the_question_of_salt_water_does_not_arise(library, english):
    rows = {row.name: row for row in compare((Treatment.PRP, Treatment.ARTHROSCOPY), library, english)}
    assert "does not arise" in rows["salt_water"].answers[1][0][0].text
    rows = {row.name: row for row in compare((Treatment.CONSERVATIVE, Treatment.ARTHROSCOPY), library, english)}
    assert "salt_water" not in rows


@pytest.mark.parametrize("verdict", Verdict)
def test_no_answer_is_a_verdict(library, english, verdict):
    said = " ".join(
        span.text
        for row in compare(tuple(Treatment), library, english)
        for answer in row.answers
        for line in answer
        for span in line
    )
    assert verdict_words(verdict, english) not in said or verdict in (Verdict.DEFERRED,)


def test_a_course_that_the_practice_does_not_give_says_so_over_its_answers(library, riverside, english):
    name = library.options[Treatment.ARTHROSCOPY].name.en
    assert course_head(Treatment.ARTHROSCOPY, library, english) == name
    assert course_head(Treatment.ARTHROSCOPY, riverside, english) == f"{name} \N{MIDDLE DOT} Not offered here"
    assert course_head(Treatment.PRP, riverside, english) == library.options[Treatment.PRP].name.en
