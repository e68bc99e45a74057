"""Each pair of a colour and its ground passes WCAG AA in both themes: text at 4.5 to 1, borders and signs at 3 to 1."""

import re
from itertools import chain, product
from typing import get_args

import pytest
from PySide6.QtGui import QColor, QPalette

from kneedesk.bundle import resources
from kneedesk.presentation.shapes import Colour
from kneedesk.ui.theme import _PALETTE, Theme
from tests.ui.widgets.test_segment import luminance

SHEET = (resources() / "themes" / "window.qss").read_text("utf-8")
GROUNDS = ("paper", "surface", "window", "raised", "accent_soft", "info_soft", "caution_soft", "stop_soft", "done_soft")
TEXTS = ("ink", "heading", "quiet", "accent", "accent_pressed", "info", "caution", "stop", "done")
SIGNS = (*TEXTS, "line_strong", "focus")
RAIL = (("rail_text", "rail_quiet", "rail_mark"), ("rail", "rail_active"))
# Text that stands on one ground only: what is chosen, what is selected, the number in the mark of a step.
ALONE = (("accent_text", "accent"), ("accent_text", "accent_pressed"), ("ink", "selection"), ("rail", "rail_mark"))
WRITTEN = (*product(TEXTS, GROUNDS), *product(*RAIL), *ALONE, ("paper", "accent"))
# WCAG asks nothing of these: a hairline that only decorates, and what cannot be used now.
EXEMPT = {"line", "disabled"}
JUDGED = {*chain(*WRITTEN), *SIGNS}
both_themes = pytest.mark.parametrize("theme_of", [Theme("light"), Theme("dark")], ids=["light", "dark"])


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def too_close(theme: Theme, pairs, least: float) -> list[tuple[str, str, float]]:
    found = [(front, ground, contrast(theme.colour(front), theme.colour(ground))) for front, ground in pairs]
    return [each for each in found if each[2] < least]


@both_themes
def test_every_text_is_read_on_every_ground(theme_of):
    assert too_close(theme_of, WRITTEN, 4.5) == []


@both_themes
def test_every_border_and_sign_is_seen_on_every_ground(theme_of):
    assert too_close(theme_of, product(SIGNS, GROUNDS), 3.0) == []


@both_themes
def test_rules_with_text_on_a_ground_pass_wcag_aa(theme_of):
    rules = [rule for rule in re.findall(r"[^{}]+\{[^}]*\}", SHEET) if ":disabled" not in rule]
    sought = [[re.search(rf"[{{;\s]{word}: \$(\w+)", rule) for word in ("color", "background")] for rule in rules]
    pairs = [(text[1], ground[1]) for text, ground in sought if text and ground]
    assert len(pairs) >= 10
    assert too_close(theme_of, pairs, 4.5) == []


def test_no_role_is_drawn_that_is_not_judged():
    drawn = {*re.findall(r"\$(\w+)", SHEET), *_PALETTE.values(), *get_args(Colour)}
    assert drawn <= JUDGED | EXEMPT


def test_a_palette_says_the_roles_that_are_judged():
    theme, palette = Theme("dark"), Theme("dark")._palette()
    assert all(palette.color(place) == theme.colour(role) for place, role in _PALETTE.items())
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme.colour("disabled")
