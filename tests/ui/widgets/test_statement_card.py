"""A card of statements: there where something is said, and never a window of its own."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.presentation.content import say
from kneedesk.ui.widgets.statement_card import StatementCard
from tests.ui.hosting import host


def test_a_card_is_there_where_something_is_said(qtbot):
    page = QWidget()
    full, empty = StatementCard("Full"), StatementCard("Empty")
    full.show_lines((say("One.", "A-1"),))
    empty.show_lines(())
    assert not full.isVisible(), "without a parent it would be a window"
    column = QVBoxLayout(page)
    column.addWidget(full)
    column.addWidget(empty)
    host(qtbot, page)
    assert full.isVisible()
    assert not empty.isVisible()
    empty.show_lines((say("Two.", "A-2"),))
    full.show_lines(())
    assert empty.isVisible()
    assert not full.isVisible()
