"""An answer: statements in their order, a bar as wide as its column, the sign of the unknown beside a gap."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible

from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.content import Gap, say
from kneedesk.presentation.effects import bars_of, effects_on_pain, reach_of
from kneedesk.ui.widgets.comparison_answer import BarView, ComparisonAnswer, GapStatement
from tests.ui.hosting import host


@pytest.fixture
def bars(library, english):
    return bars_of(effects_on_pain(Treatment.PRP, library)[0], reach_of(library), library, english)


@pytest.fixture
def answer(qtbot, theme, bars):
    parts = tuple(part for pair in bars for part in pair)
    answer = ComparisonAnswer("Pain: PRP", (*parts, Gap(say("Nobody knows.", "pack-search"))), theme.colour)
    host(qtbot, answer)
    return answer


def test_a_bar_is_as_wide_as_the_column_and_says_what_it_shows(answer, bars):
    views = answer.findChildren(BarView)
    for width in (180, 300):
        answer.place(QRect(0, 0, width, answer.height_at(width)))
        assert {view.width() for view in views} == {width - 20}
    said = [QAccessible.queryAccessibleInterface(view) for view in views]
    assert [node.text(QAccessible.Text.Name) for node in said] == [bar.words for _, bar in bars]
    assert {node.role() for node in said} == {QAccessible.Role.Graphic}


def test_parts_lie_under_one_another(answer):
    answer.place(QRect(0, 0, 200, answer.height_at(200)))
    parts = sorted((*answer.statements, *answer.findChildren(BarView)), key=lambda part: part.y())
    assert all(above.geometry().bottom() < below.y() for above, below in pairwise(parts))
    assert parts[-1].geometry().bottom() <= answer.height()


def test_a_gap_is_hatched_at_its_edge_and_other_statements_are_not(answer):
    answer.place(QRect(0, 0, 300, answer.height_at(300)))
    *known, gap = answer.statements
    assert isinstance(gap, GapStatement)
    assert colours(gap.grab(QRect(10, 4, 6, gap.height() - 8)).toImage()) > 1
    assert gap.contentsMargins().left() > 16
    for each in known:  # the pointer stands where an earlier test left it
        each.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        each.clearFocus()
    edges = [each.grab(QRect(0, 4, 9, each.height() - 8)).toImage() for each in known]
    assert {colours(edge) for edge in edges} == {1}


def colours(picture) -> int:
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return len({picture.pixel(x, y) for x, y in points})


def test_other_words_take_the_place_of_the_first_in_the_same_statements(answer):
    answer.show_answer((say("One.", "COCH-02"), Gap(say("Two.", "pack-search"))))
    before = answer.statements
    answer.show_answer((say("Three.", "COCH-02"), Gap(say("Four.", "pack-search"))))
    assert answer.statements == before
    assert [each.text() for each in before] == ["Three.", "Four."]


def test_what_is_pressed_is_explained_and_the_focus_is_told(answer, qtbot):
    explained, entered = [], []
    answer.explained.connect(explained.append)
    answer.entered.connect(lambda: entered.append(True))
    statement = answer.statements[0]
    qtbot.mouseClick(statement, Qt.MouseButton.LeftButton)
    assert explained == [statement.line]
    assert entered
