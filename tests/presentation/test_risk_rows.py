"""The risks of courses side by side."""

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.risk_rows import is_shared, risk_rows
from kneedesk.presentation.risks import by_heading, risks_of


@pytest.fixture
def risks_for(cases, library):
    def risks_for(*courses: Treatment):
        return tuple(risks_of(cases["reference"], each, library) for each in courses)

    return risks_for


@pytest.mark.parametrize("other", [each for each in Treatment if each is not Treatment.STEM_CELL])
def test_every_risk_of_both_courses_stands_once_under_its_heading(risks_for, english, other):
    ours, others = risks_for(Treatment.STEM_CELL, other)
    rows = risk_rows((ours, others), english)
    for side, risks in enumerate((ours, others)):
        for heading, members in by_heading(risks, english).items():
            listed = [pair[side].id for pair in rows[heading] if pair[side] is not None]
            assert sorted(listed) == sorted(risk.id for risk in members)


def test_the_same_risk_stands_in_one_row(risks_for, english):
    ours, others = risks_for(Treatment.STEM_CELL, Treatment.PRP)
    (row,) = [
        pair
        for listed in risk_rows((ours, others), english).values()
        for pair in listed
        if any(risk is not None and risk.name.en == "Infection inside the knee joint" for risk in pair)
    ]
    assert row[0].name.en == row[1].name.en


def test_a_heading_of_one_course_leaves_the_other_side_open(risks_for, english):
    ours, others = risks_for(Treatment.STEM_CELL, Treatment.CONSERVATIVE)
    harvest = risk_rows((ours, others), english)["From taking the cells"]
    assert harvest
    assert all(other is None for _, other in harvest)


def test_of_all_seven_courses_every_risk_stands_once_in_its_column(risks_for, english):
    every = risks_for(*Treatment)
    rows = [row for listed in risk_rows(every, english).values() for row in listed]
    for column, risks in enumerate(every):
        listed = [row[column].id for row in rows if row[column] is not None]
        assert sorted(listed) == sorted(risk.id for risk in risks)


def test_a_risk_that_several_courses_have_stands_in_one_row_open_where_a_course_does_not_list_it(risks_for, english):
    every = risks_for(Treatment.STEM_CELL, Treatment.PRP, Treatment.CONSERVATIVE)
    rows = [row for listed in risk_rows(every, english).values() for row in listed if is_shared(row)]
    assert rows
    for row in rows:
        assert len({risk.name.en for risk in row if risk is not None}) == 1
    assert any(row[2] is None for row in rows)
