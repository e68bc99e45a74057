"""The risks of two courses side by side."""

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.risk_pairs import pairs
from kneedesk.presentation.risks import by_heading, risks_of


@pytest.fixture
def two(cases, library):
    def two(one: Treatment, other: Treatment):
        return tuple(risks_of(cases["reference"], each, library) for each in (one, other))

    return two


@pytest.mark.parametrize("other", [each for each in Treatment if each is not Treatment.STEM_CELL])
def test_every_risk_of_both_courses_stands_once_under_its_heading(two, english, other):
    ours, others = two(Treatment.STEM_CELL, other)
    rows = pairs(ours, others, english)
    for side, risks in enumerate((ours, others)):
        for heading, members in by_heading(risks, english).items():
            listed = [pair[side].id for pair in rows[heading] if pair[side] is not None]
            assert sorted(listed) == sorted(risk.id for risk in members)


def test_the_same_risk_stands_in_one_row(two, english):
    ours, others = two(Treatment.STEM_CELL, Treatment.PRP)
    (row,) = [
        pair
        for listed in pairs(ours, others, english).values()
        for pair in listed
        if any(risk is not None and risk.name.en == "Infection inside the knee joint" for risk in pair)
    ]
    assert row[0].name.en == row[1].name.en


def test_a_heading_of_one_course_leaves_the_other_side_open(two, english):
    ours, others = two(Treatment.STEM_CELL, Treatment.CONSERVATIVE)
    harvest = pairs(ours, others, english)["From taking the cells"]
    assert harvest
    assert all(other is None for _, other in harvest)
