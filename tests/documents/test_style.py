"""The themes can be read by everybody, and documents by whoever prints in grey."""

import tomllib
from colorsys import rgb_to_hls
from typing import get_args

import pytest

from kneedesk.bundle import resources
from kneedesk.documents.style import PAPERS, STYLES, Voice, ink, theme
from kneedesk.presentation.shapes import Colour

# Text on its ground: at least 4.5 to 1.
TEXT = {
    "ink": "paper surface window raised accent_soft caution_soft stop_soft info_soft done_soft selection",
    "quiet": "paper surface window raised accent_soft caution_soft stop_soft info_soft",
    "heading": "paper surface window raised",
    "accent": "paper surface window raised accent_soft",
    "accent_text": "accent accent_pressed",
    "caution": "paper surface raised caution_soft",
    "stop": "paper surface raised stop_soft",
    "info": "paper surface raised info_soft",
    "done": "paper surface done_soft",
    "rail_text": "rail rail_active",
    "rail_quiet": "rail rail_active",
    "rail_mark": "rail rail_active",
}
# What carries meaning without being text: at least 3 to 1.
SIGNS = {"line_strong": "paper surface window raised", "focus": "paper surface window raised"}
PAIRS = [(front, ground, 4.5) for front, grounds in TEXT.items() for ground in grounds.split()] + [
    (front, ground, 3.0) for front, grounds in SIGNS.items() for ground in grounds.split()
]


def luminance(colour):
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_every_pair_passes_wcag_aa(name, front, ground, least):
    colours = theme(name)
    assert contrast(colours[front], colours[ground]) >= least


def test_both_themes_have_the_same_roles_and_all_that_drawings_name():
    assert set(theme("light")) == set(theme("dark"))
    assert set(get_args(Colour)) <= set(theme("light"))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_holds_colours_and_nothing_else(name):
    read = tomllib.loads((resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    assert list(read) == ["colours"]
    for colour in read["colours"].values():
        assert len(colour) == 7
        assert colour.startswith("#")
        int(colour[1:], 16)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("role", ["accent", "caution", "stop", "info"])
def test_no_role_of_a_verdict_is_a_green_light(name, role):
    colour = theme(name)[role]
    hue, _, _ = rgb_to_hls(*(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)))
    assert not 75 <= hue * 360 <= 170


def test_affected_and_not_affected_differ_in_grey():
    colours = theme("light")
    assert contrast(colours["accent"], colours["paper"]) >= 4.5
    assert contrast(colours["accent"], colours["accent_soft"]) >= 4.5


def test_documents_are_printed_in_the_light_theme():
    assert ink("ink").hexval().upper() == theme("light")["ink"].replace("#", "0X").upper()


def test_a_patient_reads_larger_type_than_a_colleague():
    patient, record = STYLES["patient"], STYLES["record"]
    assert patient.body.size >= 11
    assert patient.body.leading >= 1.35 * patient.body.size
    assert patient.note.size >= 9
    assert record.body.size < patient.body.size


@pytest.mark.parametrize("style", STYLES.values())
def test_nothing_but_the_list_of_sources_is_set_smaller_than_eight_points(style):
    voices = {name: value for name in style.__slots__ if isinstance(value := getattr(style, name), Voice)}
    assert len(voices) >= 8
    for name, voice in voices.items():
        assert voice.size >= (7 if name == "reference" else 8)
        assert voice.leading >= 1.15 * voice.size


def test_papers_leave_margins_for_a_hole_punch():
    for paper in PAPERS.values():
        assert paper.side >= 48
        assert paper.text_width == paper.width - 2 * paper.side
