"""Icons that follow the theme."""

from itertools import pairwise

import pytest

from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.glyph import Glyph, IconButton


@pytest.fixture
def undressed() -> Theme:
    """Return a theme that dresses no application: switching it is cheap."""
    return Theme("light")


def test_a_glyph_takes_the_colours_of_the_other_theme(qtbot, undressed):
    glyph = Glyph(undressed, "check", "ink")
    qtbot.addWidget(glyph)
    before = glyph.pixmap().toImage()
    undressed.switch("dark")
    assert glyph.pixmap().toImage() != before


def test_a_glyph_shows_another_icon(qtbot, undressed):
    glyph = Glyph(undressed, "check", "ink")
    qtbot.addWidget(glyph)
    before = glyph.pixmap().toImage()
    glyph.show_icon("clock", "ink")
    assert glyph.name == "clock"
    assert glyph.pixmap().toImage() != before


def inked(button):
    """Return the columns of a button in which something stands out from its ground."""
    picture = button.grab().toImage()
    ground, middle = picture.pixelColor(3, picture.height() // 2), range(6, picture.height() - 6)
    return [x for x in range(3, picture.width() - 3) if any(picture.pixelColor(x, y) != ground for y in middle)]


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize(("kind", "role"), [("", "text"), ("primary", "accent_text"), ("link", "accent")])
def test_an_icon_stands_apart_from_the_words(kind, role, behind, qtbot, theme):
    button = IconButton(theme, "plus", "M", kind, role, behind=behind)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    columns = inked(button)
    (gap,) = [after - before - 1 for before, after in pairwise(columns) if after - before > 1]
    assert 8 <= gap <= 12


def test_a_button_s_icon_follows_the_theme_and_dies_with_it(qtbot, undressed):
    button = IconButton(undressed, "trash-2", "Remove")
    qtbot.addWidget(button)
    before = button.icon().pixmap(16, 16).toImage()
    undressed.switch("dark")
    assert button.icon().pixmap(16, 16).toImage() != before
    button.show_icon("check")
    other = IconButton(undressed, "trash-2", "Remove")
    other.deleteLater()
    qtbot.waitSignal(other.destroyed).wait()
    undressed.switch("light")
