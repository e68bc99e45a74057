"""The one helper that turns any text into runs that can be printed, and says what it could not print.

Nothing is parsed: a run is drawn character by character, so no text can become markup, a link or a picture.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from kneedesk.documents.fonts import FACES, HAN, SYMBOLS, Weight, covers

# Han, Kana and Hangul start here; below it nobody pays for loading that large face.
FIRST_HAN = "\u2e80"

# Controls, formats, surrogates, private and unassigned code points, separators of lines and paragraphs, and marks:
# after normalisation a mark that is left over needs shaping, which a PDF does not do for us.
UNSETTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Mn", "Mc", "Me"})

# What is set as other characters: ends of lines, tabs, and the ligatures that come with text copied from a page.
SPELLED = str.maketrans(
    {"\r": "\n", "\t": " "} | {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
)

# What nearly every text is made of: nothing to normalise, and all of it in Inter.
PLAIN = re.compile(
    r"[\n\x20-\x7e\xa0-\xac\xae-\u0148\u014a-\u017f\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u20ac\u2190-\u2193\u2212\u2264\u2265]*"
)


def printable(text: str) -> str:
    """Return what a page says for this text: normalised, with ``[U+202E]`` where a character cannot be set."""
    if PLAIN.fullmatch(text):
        return text
    return "".join(shown for shown, _ in _shown(text))


def unprintable(text: str) -> tuple[str, ...]:
    """Return the codes of the characters that cannot be set, each once, in their order."""
    codes = (f"U+{ord(character):04X}" for character in _normalised(text) if _face(character) is None)
    return tuple(dict.fromkeys(codes))


def runs(text: str, weight: Weight = "regular") -> tuple[tuple[str, str], ...]:
    """Split a text into runs of a face and what to set in it; a newline stays, a tab is a space."""
    own = FACES[weight]
    if PLAIN.fullmatch(text):
        return ((own, text),) if text else ()
    collected: list[tuple[str, list[str]]] = []
    for shown, face in _shown(text):
        name = face or own
        if collected and collected[-1][0] == name:
            collected[-1][1].append(shown)
        else:
            collected.append((name, [shown]))
    return tuple((name, "".join(parts)) for name, parts in collected)


def _normalised(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(SPELLED)


def _shown(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands for each character, and the fallback face it is set in ("" for the text's own)."""
    for character in _normalised(text):
        face = _face(character)
        yield (character, face) if face is not None else (f"[U+{ord(character):04X}]", "")


@lru_cache(maxsize=8192)
def _face(character: str) -> str | None:
    """Return the fallback face that draws a character, "" for Inter itself, None where nothing does."""
    if character == "\n":
        return ""
    if unicodedata.category(character) in UNSETTABLE:
        return None
    if covers(FACES["regular"], character):
        return ""
    if covers(SYMBOLS, character):
        return SYMBOLS
    if character >= FIRST_HAN and covers(HAN, character):
        return HAN
    return None
