"""A scene can be said in words: each of its parts, and what its drawings show."""

from kneedesk.presentation.content import Gap, say
from kneedesk.presentation.effects import Bar
from kneedesk.presentation.scene import Panel, Scene, words_of
from kneedesk.presentation.shapes import Drawing


def test_every_part_is_said_and_a_bar_by_the_line_above_it():
    parts = (
        "Head",
        say("A line"),
        Gap(say("Nobody knows")),
        Bar("course", "spoken", (0, 10)),
        Drawing(1, 1, (), "Seen"),
    )
    scene = Scene("Title", (Panel("Name", parts),), "Note", stages=("First", "Second"))
    assert words_of(scene) == ("Title", "First", "Second", "Name", "Head", "A line", "Nobody knows", "Seen", "Note")


def test_being_on_another_panel_makes_no_other_scene():
    assert Scene("Title", at=1) == Scene("Title", at=2)
