"""Icons that follow the theme."""

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
