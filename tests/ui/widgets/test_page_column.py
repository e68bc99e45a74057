"""A page as a column: its title first, then its cards, which scroll under it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from kneedesk.presentation.content import say
from kneedesk.ui.page import Page
from kneedesk.ui.widgets.page_column import page_column, page_head


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


def test_what_stands_beside_the_title_leaves_the_line_below_its_whole_width(qtbot):
    page, beside = Page(), QLabel("Answer the rest")
    qtbot.addWidget(page)
    page.setLayout(page_head(page, "Evaluation", "What is recorded.", beside))
    line = page.lines_to_say[0]
    line.show_said((say("“This I found.”"),), shown=True)
    page.resize(600, 200)
    page.show()
    QApplication.processEvents()
    assert beside.geometry().right() > 590 - page.layout().contentsMargins().right()
    assert line.width() == page.layout().contentsRect().width()
    assert line.y() >= beside.geometry().bottom()
