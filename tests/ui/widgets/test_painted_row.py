"""A row of painted lines."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets import painted_row
from kneedesk.ui.widgets.painted_row import BASIS, NAME, NOTE, Line, PaintedRow
from kneedesk.ui.widgets.painted_row import _break as broken_line
from kneedesk.ui.widgets.words import Words
from tests.ui.hearing import hearing
from tests.ui.hosting import host

LONG = "Of eight words one is rather longer still. " * 9
LOOKS = ((NAME, ("", "3")), (NOTE, ("note", "")), (BASIS, ("accent", "basis")))
SIGN = ("minus", "quiet")


@pytest.fixture
def row(qtbot, theme):
    made = PaintedRow(theme)
    host(qtbot, made, 300, 200)
    return made


def inks(row) -> set[str]:
    """Return the colours that are painted."""
    image = row.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize(("look", "label"), LOOKS)
@pytest.mark.parametrize("text", ["Short", LONG])
def test_a_line_is_as_tall_and_as_dark_as_a_label_of_its_look(look, label, text, row, qtbot):
    row.write(SIGN, (Line(text, look),))
    words = Words(*label)
    words.say(text)
    host(qtbot, words, 246, 300)
    around = row.ABOVE + row.BELOW
    assert row.heightForWidth(300) - around == words.heightForWidth(246)
    assert words.palette().color(words.foregroundRole()) == row._theme.colour(look.role)
    assert words.font().weight() == look.weight


def test_lines_stand_one_below_the_other_and_an_empty_one_takes_no_room(row):
    row.write(SIGN, (Line("One", NAME),))
    one = row.heightForWidth(300)
    row.write(SIGN, (Line("One", NAME), Line("", NOTE), Line("Two", NAME)))
    assert row.heightForWidth(300) == 2 * one - row.ABOVE - row.BELOW + row.BETWEEN
    assert row.words == "One\nTwo"


def test_less_room_makes_it_taller(row):
    row.write(SIGN, (Line(LONG, NOTE),))
    assert row.hasHeightForWidth()
    assert row.heightForWidth(200) > row.heightForWidth(300) > row.minimumSizeHint().height()
    assert row.minimumSizeHint().width() < 200


def test_a_line_that_stays_is_broken_once_for_a_width(row, monkeypatch):
    broken = []
    monkeypatch.setattr(painted_row, "_break", lambda *of: broken.append(of) or broken_line(*of))
    stays = Line(LONG, NOTE)
    row.write(SIGN, (Line("One", NAME), stays))
    for width in (240, 260, 240):
        row.heightForWidth(width)
    row.write(SIGN, (Line("Two", NAME), stays))
    row.heightForWidth(240)
    assert [line.text for line, _ in broken] == ["One", LONG, "One", LONG, "Two"]


def test_it_is_one_thing_to_paint(row, qtbot):
    with hearing(QEvent.Type.Paint) as told:
        row.write(("check", "ink"), (Line("One", NAME), Line("Two", NOTE)))
        qtbot.waitUntil(lambda: bool(told.of(QEvent.Type.Paint, row)))
    assert told.of(QEvent.Type.Paint, row) == [row]
    assert row.findChildren(QLabel) == []


def test_it_grows_with_the_text_and_takes_the_colours_of_the_theme(row, theme: Theme):
    row.write(SIGN, (Line(LONG, NOTE),))
    usual, least = row.heightForWidth(300), row.minimumSizeHint().width()
    assert theme.colour("quiet").name() in inks(row)
    theme.resize_text(150)
    theme.switch("dark")
    try:
        assert row.heightForWidth(300) > 2 * usual
        assert row.minimumSizeHint().width() > least
        assert QColor(theme.colour("quiet")).name() in inks(row)
    finally:
        theme.switch("light")
        theme.resize_text(100)


def test_a_row_that_moves_is_not_drawn_anew_and_one_that_is_another_is(row, monkeypatch, qtbot):
    drawn = []
    qtbot.waitUntil(row.window().isActiveWindow)
    row.clearFocus()
    monkeypatch.setattr(row, "_paint_lines", lambda _: drawn.append("once"))
    row.write(SIGN, (Line("One", NAME),))
    qtbot.waitUntil(lambda: len(drawn) == 1)
    with hearing(QEvent.Type.Paint) as told:
        row.move(0, 17)
        qtbot.waitUntil(lambda: row in told.of(QEvent.Type.Paint))
    assert len(drawn) == 1
    for change in (
        lambda: row.resize(300, 120),
        lambda: row.set_edge("caution"),
        lambda: row.write(SIGN, (Line("Two", NAME),)),
        lambda: row.setDown(True),
        row.setFocus,
    ):
        before = len(drawn)
        change()
        qtbot.waitUntil(lambda before=before: len(drawn) > before)
    row.setDown(False)
