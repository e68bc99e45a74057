"""Statements on a page: real labels, one stop of Tab, each explained when it is reached or pressed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kneedesk.presentation.content import Span, say
from kneedesk.ui.widgets.passage_list import PassageList, Roving, Statement
from tests.ui.hosting import host

LINES = (say("One.", "A-1"), say("Two.", "B-1", "S2"), (Span("Three.", basis=("C-1",)), Span(" And so on.")))


@pytest.fixture
def page(qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    page.list = PassageList(LINES)
    for widget in (QLineEdit(), page.list, QLineEdit()):
        widget.setAccessibleName("x")
        column.addWidget(widget)
    page.said = []
    page.list.explained.connect(page.said.append)
    host(qtbot, page)
    page.findChildren(QLineEdit)[0].setFocus()
    return page


def test_showing_explains_nothing(page):
    assert page.said == []


def test_a_statement_says_its_text_to_a_screen_reader(page):
    node = QAccessible.queryAccessibleInterface(page.list.statements[2])
    assert node.role() is QAccessible.Role.StaticText
    assert node.text(QAccessible.Text.Name) == "Three. And so on."


def test_tab_stops_once_and_arrows_reach_every_statement(page, qtbot):
    first, second, third = page.list.statements
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_End)
    assert third.hasFocus()
    qtbot.keyClick(third, Qt.Key.Key_Down)
    assert page.said == list(LINES)
    qtbot.keyClick(third, Qt.Key.Key_Tab)
    assert page.findChildren(QLineEdit)[1].hasFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert third.hasFocus(), "Tab returns to where the reader was"


def test_a_press_explains_once(page, qtbot):
    qtbot.mouseClick(page.list.statements[1], Qt.MouseButton.LeftButton)
    assert page.said == [LINES[1]]
    qtbot.mouseClick(page.list.statements[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.list.statements[1], Qt.Key.Key_Space)
    assert page.said == [LINES[1]] * 3


def test_other_statements_take_the_places_of_these(page, qtbot):
    kept = page.list.statements[0]
    page.list.show_lines((say("Other.", "D-1"),))
    assert page.list.statements == [kept]
    assert kept.text() == "Other."
    page.list.show_lines(LINES)
    assert [each.text() for each in page.list.statements] == ["One.", "Two.", "Three. And so on."]
    assert page.said == []


def test_arrows_lead_through_rows_and_columns(qtbot):
    cells = [[[Statement(say(f"{column}{row}{n}")) for n in range(1 + row)] for row in range(2)] for column in "ab"]
    holder, roving = QWidget(), Roving()
    layout = QVBoxLayout(holder)
    for statement in (each for column in cells for cell in column for each in cell):
        layout.addWidget(statement)
        statement.key_pressed.connect(roving.lead)
    roving.hold(cells)
    host(qtbot, holder)
    cells[0][0][0].setFocus()
    path = []
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home)
    for key in keys:
        qtbot.keyClick(holder.focusWidget(), key)
        path.append(holder.focusWidget().text())
    assert path == ["b00", "b10", "b11", "a11", "a11", "a00"]
    stops = [each for each in holder.findChildren(Statement) if each.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert [each.text() for each in stops] == ["a00"]


def test_markup_in_a_statement_is_shown_as_it_is(qtbot):
    statement = Statement(say("<b>5 < 6</b> & more"))
    qtbot.addWidget(statement)
    assert statement.text() == "<b>5 < 6</b> & more"
    assert statement.textFormat() is Qt.TextFormat.PlainText
