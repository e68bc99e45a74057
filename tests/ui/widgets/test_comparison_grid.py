"""Courses beside one another: the first questions at once, the others row by row, none of it built twice."""

import pytest
from PySide6.QtCore import QPoint, Qt

from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.comparison import compare
from kneedesk.presentation.content import Gap
from kneedesk.ui.widgets.comparison_answer import BarView
from kneedesk.ui.widgets.comparison_grid import ComparisonGrid
from kneedesk.ui.widgets.comparison_head import ComparisonHead
from kneedesk.ui.widgets.comparison_question import ComparisonQuestion
from kneedesk.ui.widgets.passage_list import Statement
from kneedesk.ui.widgets.scrolling import ScrollColumn
from tests.ui.hosting import host

THREE = (Treatment.STEM_CELL, Treatment.PRP, Treatment.CONSERVATIVE)
FIVE = (*THREE, Treatment.ARTHROSCOPY, Treatment.KNEE_REPLACEMENT)
ROOMY = 1080


@pytest.fixture
def grid(qtbot, library, english, theme):
    grid = ComparisonGrid(library, english, theme)
    host(qtbot, grid, height=4000)
    return grid


@pytest.fixture
def show(qtbot, library, english, cases):
    def show(grid, courses, *, wait=True):
        grid.show_rows(courses, compare(courses, cases["reference"], library, english))
        if wait:
            qtbot.waitUntil(lambda: grid.is_filled)

    return show


@pytest.fixture
def scrolled(qtbot, library, english, theme, show):
    """Show a grid in an area that scrolls it."""
    grid = ComparisonGrid(library, english, theme)
    area = ScrollColumn(grid, "page")
    host(qtbot, area, height=400)
    show(grid, THREE)
    qtbot.waitUntil(lambda: grid.height() >= grid.heightForWidth(grid.width()))
    return grid, area


def visible(grid) -> set[Statement]:
    return {each for each in grid.findChildren(Statement) if each.isVisible()}


def question(grid, name) -> ComparisonQuestion:
    return grid.findChild(ComparisonQuestion, f"options.row={name}")


def test_the_first_questions_stand_at_once_and_the_others_follow(grid, show, qtbot):
    show(grid, THREE, wait=False)
    at_once = visible(grid)
    assert at_once
    assert not grid.is_filled
    qtbot.waitUntil(lambda: grid.is_filled)
    assert at_once < visible(grid)


def test_out_of_sight_it_is_built_row_by_row_when_it_is_told_to(grid, show, qtbot):
    grid.hide()
    show(grid, THREE, wait=False)
    assert not grid._next.isActive()
    while not grid.is_filled:
        lacking = sum(row.lacks for row in grid._shown)
        grid.fill_next()
        assert sum(row.lacks for row in grid._shown) < lacking
    assert not grid._next.isActive()


def test_nothing_lies_upon_anything_else(grid, show):
    for courses in (THREE[:2], THREE, FIVE[:4], FIVE):
        show(grid, courses)
        for width in (740, ROOMY):
            grid.resize(width, grid.heightForWidth(width))
            parts = [*visible(grid), *(each for each in grid.findChildren(BarView) if each.isVisible())]
            parts += [each for each in grid.findChildren(ComparisonQuestion) if each.isVisible()]
            boxes = [each.rect().translated(each.mapTo(grid, QPoint(0, 0))) for each in parts]
            assert all(grid.rect().contains(box) for box in boxes)
            assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_five_courses_share_what_the_drawer_leaves(grid, show):
    show(grid, FIVE)
    assert grid.minimumSizeHint().width() <= 740


def test_questions_stand_beside_their_answers_where_there_is_room_else_above(grid, show):
    show(grid, FIVE[:4])
    for width, beside in ((740, False), (ROOMY, True)):
        grid.resize(width, grid.heightForWidth(width))
        assert (question(grid, "harms").width() < width / 2) is beside


def test_every_statement_has_the_height_that_its_words_need(grid, show):
    show(grid, THREE)
    for width in (500, 800):
        grid.resize(width, grid.heightForWidth(width))
        for statement in visible(grid):
            assert statement.height() == statement.heightForWidth(statement.width())


def test_what_was_built_once_is_kept(grid, show):
    show(grid, THREE)
    built = {each for each in visible(grid) if "compared" not in each.parentWidget().accessibleName()}
    show(grid, THREE[:2])
    assert built & visible(grid) < built
    show(grid, THREE)
    assert grid.is_filled
    assert built <= visible(grid)


def test_what_is_in_sight_changes_at_once_and_what_lies_below_shows_nothing_old_meanwhile(
    scrolled, show, qtbot, cases, library, english
):
    grid, _area = scrolled
    high = grid.heightForWidth(grid.width())
    others = (Treatment.PRP, Treatment.CONSERVATIVE, Treatment.ARTHROSCOPY)
    new = [answer for row in compare(others, cases["reference"], library, english) for answer in row.answers]
    lines = {part.line if isinstance(part, Gap) else part for answer in new for part in answer}
    show(grid, others, wait=False)
    at_once = visible(grid)
    assert any(not each.visibleRegion().isEmpty() for each in at_once)
    assert all(each.line in lines for each in at_once)
    assert not grid.is_filled
    assert grid.heightForWidth(grid.width()) > high / 2, "what is empty keeps its room"
    qtbot.waitUntil(lambda: grid.is_filled)
    assert at_once < visible(grid)


def test_nothing_moves_afterwards_under_who_reads_below(scrolled, show, qtbot):
    grid, area = scrolled
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    show(grid, (Treatment.PRP, Treatment.CONSERVATIVE, Treatment.ARTHROSCOPY), wait=False)
    assert grid.is_filled, "what stands above what is in sight has its height at once"


def test_what_holds_the_focus_is_never_taken_away_meanwhile(scrolled, show, qtbot):
    grid, area = scrolled
    last = max(visible(grid), key=lambda each: each.mapTo(grid, QPoint(0, 0)).y())
    last.setFocus()
    area.verticalScrollBar().setValue(0)
    show(grid, THREE[::-1], wait=False)
    assert last.hasFocus()
    qtbot.waitUntil(lambda: grid.is_filled)
    assert last.hasFocus()


def test_a_question_folds_its_answers_away_and_the_rest_moves_up(grid, show, qtbot):
    show(grid, THREE)
    before, shown = grid.heightForWidth(800), visible(grid)
    qtbot.mouseClick(question(grid, "harms"), Qt.MouseButton.LeftButton)
    assert grid.folded == {"harms"}
    assert visible(grid) < shown
    assert grid.heightForWidth(800) < before
    qtbot.mouseClick(question(grid, "harms"), Qt.MouseButton.LeftButton)
    assert visible(grid) == shown


def test_one_row_is_in_focus_and_arrows_lead_from_row_to_row(grid, show, qtbot):
    entered = []
    grid.row_entered.connect(entered.append)
    show(grid, THREE)
    question(grid, grid.rows[0]).setFocus()
    for _ in grid.rows[1:]:
        qtbot.keyClick(grid.window().focusWidget(), Qt.Key.Key_Down)
    assert entered == [*grid.rows]
    qtbot.keyClick(grid.window().focusWidget(), Qt.Key.Key_Right)
    assert isinstance(grid.window().focusWidget(), Statement)
    assert entered == [*grid.rows], "the focus stays in the row"


def test_the_names_of_the_courses_stay_in_sight_and_so_does_the_question(scrolled, qtbot):
    grid, area = scrolled
    harms = question(grid, "harms")
    bar = area.verticalScrollBar()
    bar.setValue(harms.y() + 150)
    head = grid.findChild(ComparisonHead)
    assert head.mapTo(area, QPoint(0, 0)).y() == 0
    assert harms.mapTo(area, QPoint(0, 0)).y() == head.height() + 1
    bar.setValue(0)
    assert head.y() == 0


def test_what_the_keyboard_reaches_lies_under_neither_names_nor_question(scrolled, qtbot):
    grid, area = scrolled
    window = grid.window()
    head = grid.findChild(ComparisonHead)
    question(grid, grid.rows[0]).setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    for key in [Qt.Key.Key_Down] * 25 + [Qt.Key.Key_Up] * 20:
        qtbot.keyClick(window.focusWidget(), key)
        reached = window.focusWidget()
        top = reached.mapTo(area, QPoint(0, 0)).y()
        assert top >= head.height()
        assert top < area.viewport().height()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Left)
    for _ in range(4):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
        assert head.height() <= window.focusWidget().mapTo(area, QPoint(0, 0)).y() < area.viewport().height()


def test_a_screen_reader_finds_what_a_bar_shows(grid, show):
    show(grid, THREE)
    said = {each.accessibleName() for each in grid.findChildren(BarView) if each.isVisible()}
    assert any("saline injection" in words for words in said)
    assert any("no trustworthy number" in words for words in said)
