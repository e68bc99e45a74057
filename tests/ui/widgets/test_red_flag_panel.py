"""The panel of the red flags: as high as its words, never higher than its share of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.presentation.content import say
from kneedesk.ui.widgets.passage_list import Statement
from kneedesk.ui.widgets.red_flag_panel import RedFlagPanel
from tests.ui.hosting import host
from tests.ui.pages.desk import words

HEIGHT = 600


@pytest.fixture
def page(qtbot, english, theme):
    page = QWidget()
    column = QVBoxLayout(page)
    page.panel = RedFlagPanel(english, theme)
    column.addWidget(page.panel)
    column.addStretch(1)
    host(qtbot, page, height=HEIGHT)
    return page


def test_nothing_is_shown_where_nothing_is_recorded(page):
    page.panel.show_flags("", ())
    assert not page.panel.isVisible()


def test_few_words_take_the_room_they_need(page):
    page.panel.show_flags("Fracture", (say("Do not stand on it.", "A-1"),))
    (statement,) = page.panel.findChildren(Statement)
    assert page.panel.isVisible()
    assert page.panel.accessibleName() == "Red flag: Fracture"
    assert statement.visibleRegion().boundingRect() == statement.rect()
    assert page.panel.height() < HEIGHT // 4


def test_many_words_are_scrolled_and_reached_by_the_keyboard(page, qtbot):
    page.panel.show_flags("Fracture, Tumour", tuple(say(f"Words {number}. " * 30, "A-1") for number in range(12)))
    qtbot.waitUntil(lambda: HEIGHT // 4 <= page.panel.height() < HEIGHT // 2)
    statements = page.panel.findChildren(Statement)
    statements[0].setFocus()
    with qtbot.waitSignal(page.panel.explained, check_params_cb=lambda line: line == statements[-1].line):
        qtbot.keyClick(statements[0], Qt.Key.Key_End)
    assert not statements[-1].visibleRegion().isEmpty()
    assert statements[0].visibleRegion().isEmpty()


def test_a_flag_without_words_in_the_pack_is_named_all_the_same(page):
    page.panel.show_flags("Fracture", ())
    assert page.panel.isVisible()
    assert words(page.panel) == "Red flag: Fracture"
