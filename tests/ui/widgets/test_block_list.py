"""Blocks become headings, statements and fields; recorded or long words widen nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kneedesk.presentation.content import Bullets, Fields, Heading, Paragraph, say
from kneedesk.ui.widgets.block_list import BlockList
from kneedesk.ui.widgets.passage_list import Statement

BLOCKS = (
    Heading("A fact", 2),
    Paragraph(say("A note"), "note"),
    Fields((("Kind", (say("Guideline"),)), ("Said", (say("Pain fell", "AAA-01"),))), 1),
    Heading("Sources", 3),
    Bullets((say("One", "one-2020"), say("Two"))),
)


def test_every_block_is_shown_in_its_order(qtbot, theme):
    shown = BlockList(BLOCKS)
    qtbot.addWidget(shown)
    said = [label.text() for label in shown.findChildren(QLabel)]
    assert {"A fact", "A note", "Kind", "Guideline", "Said", "Pain fell", "Sources", "One", "Two"} == set(said)


def test_a_statement_says_what_it_rests_on(qtbot, theme):
    shown = BlockList(BLOCKS)
    qtbot.addWidget(shown)
    shown.show()
    one = next(each for each in shown.findChildren(Statement) if each.text() == "One")
    with qtbot.waitSignal(shown.pressed) as pressed:
        qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert pressed.args == [("one-2020",)]
