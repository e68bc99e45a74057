"""The typefaces: loaded once from the resources, asked which characters they draw and how wide."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kneedesk.bundle import resources

Weight = Literal["regular", "medium", "strong"]

FACES: Mapping[Weight, str] = {
    "regular": "Inter-Regular",
    "medium": "Inter-Medium",
    "strong": "Inter-SemiBold",
}
SYMBOLS = "KneeDeskSymbols"
HAN = "DroidSansFallback"
CAP_HEIGHT = 0.7275


@cache
def widths(name: str) -> Mapping[int, float]:
    """Load a face when it is first asked for; return the advance of each character, in thousandths of its size."""
    font = TTFont(name, str(resources() / "fonts" / f"{name}.ttf"), shapable=False)
    # A name that is taken keeps the font it has: two threads that meet here end with the same one.
    pdfmetrics.registerFont(font)
    advances: Mapping[int, float] = font.face.charWidths
    drawn = font.face.charToGlyph
    return {code: advances[code] for code in drawn}


def covers(name: str, character: str) -> bool:
    """Say whether a face draws this character."""
    return ord(character) in widths(name)


def measure(text: str, name: str, size: float, tracking: float = 0.0) -> float:
    """Return the width of a text in points; every character must be covered by the face."""
    return sum(map(widths(name).__getitem__, map(ord, text))) * size / 1000 + tracking * len(text)
