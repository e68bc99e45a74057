"""A page as one column of cards under its title; the window scrolls it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.ui.widgets.text import body_label, heading

SIDE = 24
GAP = 16


def page_column(page: QWidget, title: str, note: str) -> QVBoxLayout:
    """Give a page its title over one sentence on what it is for, and return the column for its cards."""
    column = QVBoxLayout(page)
    column.setContentsMargins(SIDE, 18, 14, SIDE)
    column.setSpacing(GAP)
    block = QVBoxLayout()
    block.setSpacing(2)
    block.addWidget(heading(title, 1))
    block.addWidget(body_label(note, "note"))
    column.addLayout(block)
    return column
