"""Rows of a list: Tab goes through them from the first to the one that adds."""

from PySide6.QtCore import Qt

from kneedesk.domain.treatment import PreviousKind, PreviousTreatment
from tests.ui.hosting import tab_order
from tests.ui.widgets.hands import click

TWO = tuple(PreviousTreatment(treatment=kind) for kind in (PreviousKind.PRP, PreviousKind.OSTEOTOMY))


def names(heard):
    return [widget.objectName().removeprefix("history.") for widget in tab_order(heard.window)]


def test_tab_goes_through_the_rows_to_what_adds_one(build):
    heard = build("history.medications")
    heard.field.show_value(("a", "b"))
    row = ("", ".remove")
    assert names(heard) == [
        *(f"medications[0]{part}" for part in row),
        *(f"medications[1]{part}" for part in row),
        "medications",
    ]


def test_tab_goes_from_a_table_to_the_rows_below_it(build):
    heard = build("history.previous_treatments")
    heard.field.show_value(TWO)
    row = ("response", "date", "remove")
    assert names(heard) == [
        "previous_treatments+exercise_therapy",
        *(f"previous_treatments[0].{part}" for part in row),
        *(f"previous_treatments[1].{part}" for part in row),
    ]


def test_a_row_that_comes_under_a_button_that_is_held_waits_for_the_release(qtbot, build):
    heard = build("history.medications")
    window, line = heard.window.windowHandle(), heard.field.next
    line.setFocus()
    qtbot.keyClicks(line, "metformin")
    place = heard.field.none.mapTo(heard.window, heard.field.none.rect().center())
    qtbot.mousePress(window, Qt.MouseButton.LeftButton, pos=place)
    line.clearFocus()
    assert heard.values == [("metformin",)]
    assert heard.field.rows[0].isHidden()
    qtbot.mouseRelease(window, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(heard.field.rows[0].isVisible)


def test_a_row_that_is_removed_gives_the_focus_to_what_adds_one(qtbot, build):
    heard = build("history.previous_treatments")
    heard.field.show_value(TWO)
    click(qtbot, heard.field.rows[1].remove)
    assert heard.field.adder.focusProxy().hasFocus()
    assert heard.values == [TWO[:1]]


def test_fewer_rows_are_shown_where_fewer_are_recorded(build):
    heard = build("history.previous_treatments")
    heard.field.show_value(TWO)
    heard.field.show_value(TWO[1:])
    assert [row.value() for row in heard.field.rows] == [TWO[1]]
    heard.field.show_value(None)
    assert heard.field.rows == []
    assert heard.field.value() is None
    heard.field.show_value(())
    assert heard.field.value() == ()


def test_what_is_shown_does_not_depend_on_what_was_shown_before(build):
    heard = build("history.medications")
    for entries in (("a", "b"), ("b",), ("b", "c", "d"), None, (), ("a",)):
        heard.field.show_value(entries)
        assert heard.field.value() == entries
