"""The typefaces: loaded once from the resources, asked which characters they draw and how wide."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kneedesk.bundle import resources

Weight = Literal["regular", "medium", "strong"]

FACES: Mapping[Weight, str] = {"regular": "Inter-Regular", "medium": "Inter-Medium", "strong": "Inter-SemiBold"}
SYMBOLS = "KneeDeskSymbols"
HAN = "DroidSansFallback"
CAP_HEIGHT = 0.7275


@cache
def face(name: str) -> TTFont:
    """Return a face, loaded when it is first asked for."""
    font = TTFont(name, str(resources() / "fonts" / f"{name}.ttf"), asciiReadable=True, shapable=False)
    # A name that is taken keeps the font it has: two threads that meet here end with the same one.
    pdfmetrics.registerFont(font)
    return cast("TTFont", pdfmetrics.getFont(name))


def load_faces() -> None:
    """Load what nearly every page is set in, before somebody waits for one."""
    for name in (*FACES.values(), SYMBOLS):
        widths(name)


@cache
def widths(name: str) -> Mapping[int, float]:
    """Return the advance of each character that a face draws, in thousandths of its size."""
    own = face(name).face
    return {code: own.charWidths[code] for code in own.charToGlyph}


def covers(name: str, character: str) -> bool:
    """Say whether a face draws this character."""
    return ord(character) in widths(name)
