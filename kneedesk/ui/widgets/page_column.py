"""A page as a column of cards that scrolls under its title."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.ui.page import Page
from kneedesk.ui.widgets.block import Block
from kneedesk.ui.widgets.say_line import SpeechMark
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.text import body_label, heading

MARGINS: Final = (24, 18, 14, 0)
"""Around a page; what scrolls ends at the footer, and its bar stands at the right."""
GAP: Final = 14


def page_head(page: Page, title: str, note: str, beside: QWidget | None = None) -> QVBoxLayout:
    """Return the title of a page over one sentence on what it is for, and a line to say to the patient.

    What stands ``beside`` title and sentence leaves the line below them its whole width.
    """
    name, mark = heading(title, 1), SpeechMark()
    name.setWordWrap(False)  # or it would take no more room than half of it
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(name)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    words, top, head = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
    words.setSpacing(2)
    words.addLayout(row)
    words.addWidget(body_label(note, "note"))
    top.addLayout(words, 1)
    if beside is not None:
        top.addWidget(beside, 0, Qt.AlignmentFlag.AlignBottom)
    head.setSpacing(2)
    head.addLayout(top)
    head.addWidget(page.line_to_say(page.STEP, mark))
    return head


def page_column(page: Page, title: str, note: str) -> QVBoxLayout:
    """Give a page its title, which stays in sight, and return the column for its cards, which scrolls."""
    content = Block()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(*MARGINS)
    outer.setSpacing(12)
    outer.addLayout(page_head(page, title, note))
    outer.addWidget(ScrollColumn(content, title), 1)
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 6, 18)
    column.setSpacing(GAP)
    return column
