"""The typefaces: loaded once from the resources, asked which characters they draw and how wide."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from threading import Lock
from typing import Any, Literal, cast

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
    own: Any = font.face
    own.makeSubset = _one_at_a_time(own.makeSubset)
    # A name that is taken keeps the font it has: two threads that meet here end with the same one.
    pdfmetrics.registerFont(font)
    return cast("TTFont", pdfmetrics.getFont(name))


def _one_at_a_time(make: Callable[[Sequence[int]], bytes]) -> Callable[[Sequence[int]], bytes]:
    """Return the same for one thread at a time, with what it made last at hand: all read at one place in one file."""
    turn, made = Lock(), lru_cache(maxsize=8)(make)

    def make_in_turn(codes: Sequence[int]) -> bytes:
        with turn:
            return made(tuple(codes))

    return make_in_turn


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
