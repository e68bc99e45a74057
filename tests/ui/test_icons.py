"""Every icon that ships can be drawn in the colour of a role, and has its licence beside it."""

import pytest
from PySide6.QtGui import QColor

from kneedesk.bundle import resources
from kneedesk.ui.icons import icon, pixmap

NAMES = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_its_colour_and_nothing_else(name, qapp):
    drawing = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    assert "currentColor" in drawing
    assert "#" not in drawing
    image = pixmap(name, QColor("#a1261b"), 24).toImage()
    inked = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255]
    assert inked
    assert {colour.name() for colour in inked} == {"#a1261b"}


def test_an_icon_is_as_large_as_asked_on_every_screen(qapp):
    sharp = pixmap("check", QColor("black"), 18, 2.0)
    assert (sharp.width(), sharp.deviceIndependentSize().width()) == (36, 18)


def test_a_disabled_icon_has_its_own_colour(qapp):
    made = icon("check", QColor("#000000"), 18, disabled=QColor("#8a97a6"))
    usual = made.pixmap(18, made.Mode.Normal).toImage()
    faint = made.pixmap(18, made.Mode.Disabled).toImage()
    assert usual != faint


def test_the_licence_ships_with_the_icons():
    licence = (resources() / "icons" / "LICENSE.txt").read_text("utf-8")
    assert licence.startswith("ISC License")
    assert "Cole Bemis" in licence
