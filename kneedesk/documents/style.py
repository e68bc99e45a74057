"""How documents look, in one place: paper, distances, the voices of type and the inks of the theme."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportlab.lib.colors import Color, HexColor

from kneedesk.bundle import resources
from kneedesk.documents.fonts import CAP_HEIGHT, Weight

Paper = Literal["a4", "letter"]
Density = Literal["patient", "record", "large"]
Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One way to set type: size and leading in points, weight, colour role, tracking in points."""

    size: float
    leading: float
    weight: Weight = "regular"
    colour: str = "ink"
    tracking: float = 0.0

    @property
    def baseline(self) -> float:
        """How far below the top of its line the baseline lies: capitals stand in the middle."""
        return (self.leading + CAP_HEIGHT * self.size) / 2


@dataclass(frozen=True, slots=True)
class Geometry:
    """A sheet of paper and its margins, in points."""

    width: float
    height: float
    side: float
    top: float = 30.0
    bottom: float = 58.0

    def scaled(self, scale: float) -> "Geometry":
        """Return the same sheet in a measure that is ``scale`` times as fine."""
        return Geometry(*(scale * length for length in (self.width, self.height, self.side, self.top, self.bottom)))

    @property
    def text_width(self) -> float:
        """The width of everything between the margins."""
        return self.width - 2 * self.side


@dataclass(frozen=True, slots=True)
class Style:
    """The voices of one density and the distances that go with them."""

    title: Voice
    part: Voice
    section: Voice
    lead: Voice
    body: Voice
    note: Voice
    reference: Voice
    label: Voice
    cell: Voice
    gap: float  # between paragraphs; every other distance is a multiple of it
    measure: float  # the longest line that is comfortable to read
    writing: float  # between lines that are written on by hand
    box: float  # the side of a box to tick
    drawing: float = 1.0  # how much larger drawings are than they were made
    frame: float = 1.0  # how much larger is what stands around the text
    labels: float = 0.32  # the share of the width that labels have beside their values
    stacked: bool = False  # whether a place to sign takes two lines
    halved: bool = True  # whether the sources stand in two columns


PAPERS: Mapping[Paper, Geometry] = {
    "a4": Geometry(width=595.28, height=841.89, side=52.0),
    "letter": Geometry(width=612.0, height=792.0, side=56.0),
}

# A patient may be seventy and reads on paper; a record is looked things up in; large print is for who sees little.
STYLES: Mapping[Density, Style] = {
    "patient": Style(
        title=Voice(22, 27, "strong", "heading", tracking=-0.38),
        part=Voice(15, 19, "strong", "heading", tracking=-0.16),
        section=Voice(12, 16, "strong", "heading"),
        lead=Voice(12, 17, colour="heading"),
        body=Voice(11, 14.9),
        note=Voice(9, 12.6, colour="quiet"),
        reference=Voice(8, 9.9, colour="quiet"),
        label=Voice(9.5, 13, "medium", "quiet"),
        cell=Voice(10.2, 13.6),
        gap=6.6,
        measure=480.0,
        writing=30.0,
        box=12.0,
    ),
    "record": Style(
        title=Voice(18, 22, "strong", "heading", tracking=-0.25),
        part=Voice(12.5, 16.5, "strong", "heading", tracking=-0.08),
        section=Voice(10.5, 14, "strong", "heading"),
        lead=Voice(11, 16, colour="heading"),
        body=Voice(9.5, 13.8),
        note=Voice(8, 11.4, colour="quiet"),
        reference=Voice(8, 9.9, colour="quiet"),
        label=Voice(8, 11.2, "medium", "quiet"),
        cell=Voice(9.2, 12.8),
        gap=5.2,
        measure=480.0,
        writing=24.0,
        box=10.0,
    ),
    "large": Style(
        title=Voice(26, 31, "strong", "heading", tracking=-0.4),
        part=Voice(22, 27, "strong", "heading", tracking=-0.2),
        section=Voice(19, 24, "strong", "heading"),
        lead=Voice(19, 25, colour="heading"),
        body=Voice(18, 24),
        note=Voice(16, 21.5),
        reference=Voice(14, 18),
        label=Voice(16, 21.5, "medium"),
        cell=Voice(18, 24),
        gap=9.0,
        measure=520.0,
        writing=42.0,
        box=17.0,
        drawing=1.6,
        frame=1.35,
        labels=0.37,
        stacked=True,
        halved=False,
    ),
}


@cache
def theme(name: Theme) -> Mapping[str, str]:
    """Return the roles of a theme with their colours as ``#RRGGBB``."""
    colours: dict[str, str] = tomllib.loads((resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))[
        "colours"
    ]
    return colours


@cache
def ink(role: str) -> Color:
    """Return what a role is printed in: always the light theme, on white paper."""
    return HexColor(theme("light")[role])
