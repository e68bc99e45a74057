"""The colours that the numbers on our pages mean: sRGB as an ICC profile, made from the numbers of its standard.

The profile is our own, so no foreign licence comes with it. Colours: IEC 61966-2-1, seen by the light D50 as ICC.1
asks for, adapted by the method of Bradford. Form: ICC.1:2004-10, version 4.2, the one that PDF 1.7 and PDF/A-3 allow.
"""

from functools import cache
from struct import pack

WHITE = (0.9642, 1.0, 0.8249)
RED = (0.43607, 0.22249, 0.01392)
GREEN = (0.38515, 0.71687, 0.09708)
BLUE = (0.14307, 0.06061, 0.7141)
FROM_D65 = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
# y = (x / 1.055 + 0.055 / 1.055) ^ 2.4 from 0.04045 on, and x / 12.92 below.
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
CUT_TYPE = 3

HEADER = 128
ENTRY = 12


@cache
def srgb_profile() -> bytes:
    """Return the profile; its day is that of the standard, so that it is the same for ever."""
    numbers = {b"rXYZ": RED, b"gXYZ": GREEN, b"bXYZ": BLUE, b"wtpt": WHITE}
    curve = b"para" + bytes(4) + pack(">HH", CUT_TYPE, 0) + _fixed(CURVE)
    tags = {
        b"desc": _text("sRGB IEC61966-2.1"),
        b"cprt": _text("Part of KneeDesk, Apache-2.0"),
        b"chad": b"sf32" + bytes(4) + _fixed(FROM_D65),
        **{name: b"XYZ " + bytes(4) + _fixed(values) for name, values in numbers.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    start = HEADER + 4 + ENTRY * len(tags)
    table, stored, places = pack(">I", len(tags)), b"", {}
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(stored)
            stored += content + bytes(-len(content) % 4)
        table += name + pack(">II", places[content], len(content))
    return _header(start + len(stored)) + table + stored


def _header(size: int) -> bytes:
    made = pack(">6H", 1999, 10, 18, 0, 0, 0)
    head = pack(">I4sI", size, bytes(4), 0x04200000) + b"mntrRGB XYZ " + made + b"acsp" + bytes(4)
    return (head + bytes(24) + _fixed(WHITE)).ljust(HEADER, b"\0")


def _text(words: str) -> bytes:
    """Return a text in the form ``mluc``, in English."""
    content = words.encode("utf-16-be")
    return b"mluc" + bytes(4) + pack(">II", 1, 12) + b"enUS" + pack(">II", len(content), 28) + content


def _fixed(values: tuple[float, ...]) -> bytes:
    return b"".join(pack(">i", round(value * 65536)) for value in values)
