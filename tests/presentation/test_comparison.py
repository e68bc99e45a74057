"""Courses side by side: which at first, in which order, every question answered, and nowhere a verdict."""

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.candidacy import Verdict
from kneedesk.domain.preferences import Priority
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.comparison import (
    FEWEST,
    MOST,
    Comparison,
    compare,
    course_head,
    courses_at_first,
    courses_in_order,
    in_order,
)
from kneedesk.presentation.content import Gap, basis_of, text_of
from kneedesk.presentation.effects import Bar
from kneedesk.presentation.verdicts import verdict_words
from tests.amending import amended


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


@pytest.fixture
def rows(cases, library, english):
    def rows(courses=tuple(Treatment), consultation=cases["reference"], **how):
        return {row.name: row for row in compare(courses, consultation, library, english, **how)}

    return rows


def lines(answer):
    for part in answer:
        if not isinstance(part, Bar):
            yield part.line if isinstance(part, Gap) else part


def test_every_question_is_answered_for_every_course_with_a_basis(rows, library):
    assert len(rows()) == 14
    for row in rows().values():
        assert len(row.answers) == (1 if row.name in ("interest", "compared") else 7)
        assert all(row.answers), row.name
        if row.name not in ("salt_water", "interest"):
            said = [line for answer in row.answers for line in lines(answer) if not line[-1].recorded]
            assert all(basis_of(line) for line in said), row.name


def test_where_nothing_is_injected_the_question_of_salt_water_does_not_arise(rows):
    answers = rows((Treatment.PRP, Treatment.ARTHROSCOPY))["salt_water"].answers
    assert "does not arise" in text_of(answers[1][0])
    assert "salt_water" not in rows((Treatment.CONSERVATIVE, Treatment.ARTHROSCOPY))


def test_what_matters_comes_first_after_what_guidelines_say_in_short(rows, cases):
    assert [*rows()][:6] == ["stance", "what_it_may_do", "pain", "salt_water", "harms", "unknown"]
    turned = amended(cases["reference"], "preferences", priorities=(Priority.COST, Priority.PAIN_RELIEF))
    assert [*rows(consultation=turned)][:4] == ["stance", "cost", "interest", "what_it_may_do"]
    assert rows(consultation=turned)["cost"].matters == "Cost"
    assert rows(consultation=turned)["harms"].matters == ""


def test_only_what_was_picked_keeps_cost_and_interest(rows, cases):
    picked = amended(cases["reference"], "preferences", priorities=(Priority.LOW_RISK,))
    assert [*rows(consultation=picked, only_picked=True)] == ["stance", "harms", "unknown", "cost", "interest"]
    nothing = amended(cases["reference"], "preferences", priorities=None)
    assert rows(consultation=nothing, only_picked=True) == rows(consultation=nothing)


@pytest.mark.parametrize("course", Treatment)
def test_whatever_was_picked_each_course_says_what_it_costs_and_who_earns(rows, cases, course):
    for priority in Priority:
        picked = amended(cases["reference"], "preferences", priorities=(priority,))
        other = Treatment.PRP if course is not Treatment.PRP else Treatment.CONSERVATIVE
        shown = rows((course, other), picked, only_picked=True)
        assert shown["interest"].answers[0]
        for answer in shown["cost"].answers:
            assert answer
            assert "does not arise" not in " ".join(text_of(line) for line in lines(answer))


def test_what_the_proposed_course_costs_here_stands_first_in_its_answer_alone(rows, cases):
    answers = rows((Treatment.STEM_CELL, Treatment.PRP))["cost"].answers
    assert text_of(answers[0][0]) == "Here: 5200 USD"
    assert not any("5200" in text_of(line) for line in lines(answers[1]))


def test_what_the_practice_earns_is_said_or_that_nobody_recorded_it(rows, cases):
    (told,) = rows()["interest"].answers
    assert text_of(told[0]) == f"What the practice earns: {cases['reference'].practice.financial_interest}"
    silent = amended(cases["reference"], "practice", financial_interest=None)
    (untold,) = rows(consultation=silent)["interest"].answers
    assert isinstance(untold[0], Gap)


def test_an_answer_that_rests_on_a_search_alone_is_a_gap(rows):
    cost = rows()["cost"].answers[1]
    assert isinstance(cost[0], Gap)
    assert "no trustworthy price" in text_of(cost[0].line)


@pytest.mark.parametrize("verdict", Verdict)
def test_no_answer_is_a_verdict(rows, english, verdict):
    said = " ".join(text_of(line) for row in rows().values() for answer in row.answers for line in lines(answer))
    assert verdict_words(verdict, english) not in said or verdict in (Verdict.DEFERRED,)


def test_a_course_that_the_practice_does_not_give_says_so_over_its_answers(library, riverside, english):
    name = library.options[Treatment.ARTHROSCOPY].name.en
    assert course_head(Treatment.ARTHROSCOPY, library, english) == name
    assert course_head(Treatment.ARTHROSCOPY, riverside, english) == f"{name} \N{MIDDLE DOT} Not offered here"
    assert course_head(Treatment.PRP, riverside, english) == library.options[Treatment.PRP].name.en


def test_one_comparison_says_of_each_patient_what_a_new_one_says(cases, library, english):
    comparison = Comparison(library, english)
    for consultation in (*cases.values(), *cases.values()):
        for courses in ((Treatment.STEM_CELL, Treatment.PRP), (Treatment.PRP, Treatment.CONSERVATIVE)):
            for only in (False, True):
                rows = comparison.rows(courses, consultation, only_picked=only)
                assert rows == compare(courses, consultation, library, english, only_picked=only)


def test_what_the_pack_says_is_put_into_words_once(cases, library, english):
    comparison, courses = Comparison(library, english), (Treatment.STEM_CELL, Treatment.PRP)
    first = {row.name: row for row in comparison.rows(courses, cases["barely-recorded"])}
    again = {row.name: row for row in comparison.rows((Treatment.PRP,), cases["reference"])}
    assert again["harms"].answers[0] is first["harms"].answers[1]
    assert again["pain"].answers[0] is first["pain"].answers[1]


@pytest.mark.parametrize(
    ("courses", "hatched"),
    [
        ((Treatment.STEM_CELL, Treatment.CONSERVATIVE), True),
        ((Treatment.PRP, Treatment.CONSERVATIVE), False),
    ],
)
def test_the_sign_of_the_unknown_is_explained_where_it_is_drawn(courses, hatched, rows):
    row = rows(courses)["pain"]
    assert any(isinstance(part, Bar) and part.value is None for answer in row.answers for part in answer) is hatched
    assert ("A hatched box is no bar: there is no trustworthy number." in row.note) is hatched
    assert "do not hold the bars of two choices against each other." in row.note
