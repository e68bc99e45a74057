"""The risks of a course: counted out of 100 people with who, when and how sure, or said to be not known."""

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.icon_array import PEOPLE
from kneedesk.presentation.risks import (
    by_heading,
    caption,
    figure_of,
    frequency_cell,
    frequency_drawing,
    part_words,
    risk_table,
    risks_of,
)
from kneedesk.presentation.shapes import Circle
from kneedesk.presentation.wording import share, whole_people


def text_of(cell) -> str:
    return " ".join("".join(span.text for span in line) for line in cell)


@pytest.fixture
def counted(library):
    return [risk for risk in library.risks.values() if risk.frequency is not None]


@pytest.fixture
def uncounted(library):
    return [risk for risk in library.risks.values() if risk.frequency is None]


def test_E7_every_risk_has_its_frequency_or_is_said_to_be_not_known(counted, uncounted, library, english):
    assert counted
    assert uncounted
    for risk in counted:
        assert " out of 100" in text_of(frequency_cell(risk, library, english))
    for risk in uncounted:
        assert text_of(frequency_cell(risk, library, english)) == "Not known"


def test_X4_X5_X6_a_counted_risk_says_in_whom_over_what_time_and_how_sure(counted, library, english):
    for risk in counted:
        (row,) = risk_table("Risks", [risk], library, english).rows
        said = " ".join(text_of(cell) for cell in row)
        assert risk.frequency.population.en.partition("{")[0] in said
        assert "Time: " in said
        assert "ertainty" in said
        assert "{" not in said


def test_C2_a_frequency_is_cited(counted, library, english):
    for risk in counted:
        fact = risk.frequency.figure.partition(".")[0]
        assert frequency_cell(risk, library, english)[0][0].basis == (fact,)
        assert caption(risk, library, english)[1].basis == (fact,)


def test_C5_a_frequency_has_its_interval_where_one_is_known(counted, library, english):
    for risk in counted:
        figure = figure_of(risk, library)
        if figure.low is not None and whole_people(figure.low) != whole_people(figure.high):
            assert f"{whole_people(figure.high)}." in text_of(frequency_cell(risk, library, english))


def test_X8_drawing_and_words_say_the_same_number(counted, library, english):
    for risk in counted:
        people = whole_people(share(figure_of(risk, library)))
        drawing = frequency_drawing(risk, library, english)
        assert sum(isinstance(shape, Circle) and shape.fill == "accent" for shape in drawing.shapes) == people
        words = str(people) if people else "Fewer than 1"
        assert text_of(frequency_cell(risk, library, english)).startswith(f"{words} out of {PEOPLE}")
        assert f": {words} of {PEOPLE} " in drawing.description


def test_what_nobody_counted_is_drawn_as_unknown_and_captioned_by_its_name(uncounted, library, english):
    for risk in uncounted:
        assert "No trustworthy number" in frequency_drawing(risk, library, english).description
        assert text_of((caption(risk, library, english),)) == f"{risk.name.en}. "


def test_a_number_read_second_hand_says_so(counted, library, english):
    for risk in counted:
        fact = library.facts[risk.frequency.figure.partition(".")[0]]
        assert ("second-hand" in text_of(frequency_cell(risk, library, english))) is (fact.status == "secondary")


@pytest.mark.parametrize("treatment", Treatment)
def test_common_and_serious_harvest_and_anaesthesia_stand_apart(treatment, cases, library, english):
    risks = risks_of(cases["reference"], treatment, library)
    headings = by_heading(risks, english)
    assert sum(len(listed) for listed in headings.values()) == len(risks) > 0
    assert list(headings)[:2] == ["More often", "Serious"]
    for heading, listed in headings.items():
        assert {part_words(risk, english) for risk in listed} == {heading}


def test_only_the_risks_of_the_recorded_cells_are_shown(cases, library):
    ids = {risk.id for risk in risks_of(cases["reference"], Treatment.STEM_CELL, library)}
    assert "stem_cell-harvest_marrow_pain" in ids
    assert "stem_cell-harvest_fat_bruising" not in ids


@pytest.mark.parametrize("treatment", Treatment)
def test_a_serious_risk_is_called_so_by_its_heading_or_by_itself(treatment, cases, library, english):
    for heading, listed in by_heading(risks_of(cases["reference"], treatment, library), english).items():
        for risk, row in zip(listed, risk_table(heading, listed, library, english).rows, strict=True):
            said = "Serious" in (heading, text_of(row[1]).partition(".")[0])
            assert said is (risk.severity == "serious")


@pytest.mark.parametrize("treatment", Treatment)
def test_E7_a_table_has_a_full_row_for_each_risk(treatment, cases, library, english):
    risks = risks_of(cases["reference"], treatment, library)
    table = risk_table("Risks", risks, library, english)
    assert sum(table.widths) == pytest.approx(1)
    assert [row[0][0][0].text for row in table.rows] == [risk.name.en for risk in risks]
    assert all(text_of(cell) for row in table.rows for cell in row)
