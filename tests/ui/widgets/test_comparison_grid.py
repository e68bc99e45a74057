"""Courses beside one another: the first questions at once, the others row by row, none of it built twice."""

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.ui.widgets.comparison_grid import ComparisonGrid
from kneedesk.ui.widgets.passage_list import Statement
from tests.ui.hosting import host

THREE = (Treatment.STEM_CELL, Treatment.PRP, Treatment.CONSERVATIVE)


@pytest.fixture
def grid(qtbot, library, english):
    grid = ComparisonGrid(library, english)
    host(qtbot, grid, height=4000)
    return grid


def visible(grid) -> set[Statement]:
    return {each for each in grid.findChildren(Statement) if each.isVisible()}


def test_the_first_questions_stand_at_once_and_the_others_follow(grid, qtbot):
    grid.show_courses(THREE)
    at_once = visible(grid)
    assert at_once
    assert not grid.is_filled
    qtbot.waitUntil(lambda: grid.is_filled)
    assert at_once < visible(grid)


def test_nothing_lies_upon_anything_else(grid, qtbot):
    for courses in (THREE[:2], THREE, (*THREE, Treatment.ARTHROSCOPY)):
        grid.show_courses(courses)
        qtbot.waitUntil(lambda: grid.is_filled)
        grid.resize(800, grid.heightForWidth(800))
        boxes = [each.rect().translated(each.mapTo(grid, each.rect().topLeft())) for each in visible(grid)]
        assert all(grid.rect().contains(box) for box in boxes)
        assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_every_statement_has_the_height_that_its_words_need(grid, qtbot):
    grid.show_courses(THREE)
    qtbot.waitUntil(lambda: grid.is_filled)
    for width in (500, 800):
        grid.resize(width, grid.heightForWidth(width))
        for statement in visible(grid):
            assert statement.height() == statement.heightForWidth(statement.width())


def test_what_was_built_once_is_kept(grid, qtbot):
    grid.show_courses(THREE)
    qtbot.waitUntil(lambda: grid.is_filled)
    built = visible(grid)
    grid.show_courses(THREE[:2])
    assert visible(grid) < built
    grid.show_courses(THREE)
    assert grid.is_filled
    assert visible(grid) == built
