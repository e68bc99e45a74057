"""A page as a column of cards that scrolls under its title."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.text import body_label, heading

MARGINS: Final = (24, 18, 14, 0)
"""Around a page; what scrolls ends at the footer, and its bar stands at the right."""
GAP: Final = 14


def page_head(title: str, note: str) -> QVBoxLayout:
    """Return the title of a page over one sentence on what it is for."""
    head = QVBoxLayout()
    head.setSpacing(2)
    head.addWidget(heading(title, 1))
    head.addWidget(body_label(note, "note"))
    return head


def page_column(page: QWidget, title: str, note: str) -> QVBoxLayout:
    """Give a page its title, which stays in sight, and return the column for its cards, which scrolls."""
    content = QWidget()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(*MARGINS)
    outer.setSpacing(12)
    outer.addLayout(page_head(title, note))
    outer.addWidget(ScrollColumn(content, title), 1)
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 6, 18)
    column.setSpacing(GAP)
    return column
