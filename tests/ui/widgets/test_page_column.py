"""A page as a column: its title first, then its cards."""

from PySide6.QtWidgets import QLabel, QWidget

from kneedesk.ui.widgets.page_column import page_column


def test_a_column_begins_with_the_title_and_what_the_page_is_for(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = page_column(page, "Risks", "What can go wrong.")
    column.addWidget(QLabel("card"))
    page.resize(400, 300)
    page.show()
    labels = sorted(page.findChildren(QLabel), key=lambda label: label.mapTo(page, label.pos()).y())
    assert [label.text() for label in labels] == ["Risks", "What can go wrong.", "card"]
    assert labels[0].property("level") == "1"
