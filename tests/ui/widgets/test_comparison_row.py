"""One row: its question beside or above the answers, folded or open, built once for each course."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.comparison import Row
from kneedesk.presentation.content import say
from kneedesk.ui.widgets.comparison_answer import ComparisonAnswer
from kneedesk.ui.widgets.comparison_row import ComparisonRow
from kneedesk.ui.widgets.words import Words
from tests.ui.hosting import host

NAMES = {Treatment.PRP: "PRP", Treatment.ARTHROSCOPY: "Keyhole surgery"}
ROW = Row("harms", "What can go wrong", ((say("Germs.", "SAFE-12"),), (say("Clots.", "SUR-03"),)), note="Of 100.")
BESIDE, ABOVE = [(158, 200), (368, 200)], [(0, 279), (289, 279)]
WIDTH = 568


@pytest.fixture
def grid(qtbot):
    grid = QWidget()
    host(qtbot, grid)
    return grid


@pytest.fixture
def row(grid, theme, english):
    row = ComparisonRow(ROW, english, theme.colour, grid)
    row.show_row(ROW, NAMES)
    row.fill()
    row.set_visible(True)
    return row


def answers(grid) -> list[ComparisonAnswer]:
    return [each for each in grid.findChildren(ComparisonAnswer) if each.isVisible()]


def test_each_answer_is_named_by_question_and_course_and_lies_in_its_column(row, grid):
    row.place(0, WIDTH, BESIDE)
    assert [each.accessibleName() for each in answers(grid)] == [
        "What can go wrong: PRP",
        "What can go wrong: Keyhole surgery",
    ]
    assert [(each.x(), each.width()) for each in answers(grid)] == BESIDE
    assert row.bottom == row.height_at(WIDTH, BESIDE)


def test_the_question_stands_beside_or_above(row, grid):
    row.place(0, WIDTH, BESIDE)
    (note,) = (each for each in grid.findChildren(Words) if each.isVisible())
    assert row.question.geometry().right() < answers(grid)[0].x()
    row.place(0, WIDTH, ABOVE)
    assert row.question.geometry().bottom() < note.y() < answers(grid)[0].y()


def test_folded_it_is_as_tall_as_the_question(row, grid):
    tall = row.height_at(WIDTH, ABOVE)
    row.question.click()
    row.set_visible(True)
    assert not answers(grid)
    assert row.statements(Treatment.PRP) == []
    assert row.height_at(WIDTH, ABOVE) < tall


def test_one_answer_for_all_spans_the_columns_and_is_held_by_the_first(row, grid):
    row.show_row(replace(ROW, answers=((say("For all.", "SAFE-12"),),)), NAMES)
    assert row.lacks
    row.fill()
    row.set_visible(True)
    row.place(0, WIDTH, BESIDE)
    (only,) = answers(grid)
    assert (only.x(), only.geometry().right()) == (158, WIDTH - 1)
    first, second = (row.statements(course) for course in NAMES)
    assert [each.text() for each in first] == ["For all."]
    assert second == []


def test_a_question_that_is_followed_stays_within_its_row(row):
    row.place(100, WIDTH, BESIDE)
    for edge, top in ((0, 108), (110, 110), (9000, row.bottom - row.question.height() - 8)):
        row.follow(edge)
        assert row.question.y() == max(108, top)
