"""A page as a column: its title first, then its cards, which scroll under it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from kneedesk.ui.page import Page
from kneedesk.ui.widgets.page_column import page_column


def heights(page):
    return {label.text(): label.mapTo(page, QPoint(0, 0)).y() for label in page.findChildren(QLabel)}


def test_the_title_stays_in_sight_while_the_cards_scroll(qtbot):
    page = Page()
    qtbot.addWidget(page)
    column = page_column(page, "Risks", "What can go wrong.")
    card = QLabel("card")
    card.setMinimumHeight(2000)
    column.addWidget(card)
    page.resize(400, 300)
    page.show()
    QApplication.processEvents()
    before = heights(page)
    assert sorted(before, key=before.__getitem__) == ["Risks", "What can go wrong.", "card"]
    page.findChild(QScrollArea).verticalScrollBar().setValue(500)
    after = heights(page)
    assert after == before | {"card": before["card"] - 500}
    assert page.findChild(QLabel).property("level") == "1"
