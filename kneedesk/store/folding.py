"""Fold names, identifiers and days so that they are found however they are typed: without case, without accents."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

# Rows are folded when they are written: whoever changes this adds a revision that folds every row again.
_UNACCENTED = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    "ŧ": "t",
    "\u0131": "i",
}
_HYPHENS = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
# Full stops and whatever is typed as an apostrophe.
_DROPPED = dict.fromkeys(".'`\u00b4\u2018\u2019\u02bc\u02bb\u02b9\u2032", "")
_LETTERS = str.maketrans(_UNACCENTED | _HYPHENS | _DROPPED)
# Everything between words; a hyphen beside a digit is none, so that 2026-11-18 and MRN-4711 stay one word.
_GAP = re.compile(r"(?:(?!(?<=[0-9])-(?=[^\W_])|(?<=[^\W_])-(?=[0-9]))[\W_])+")
_INVISIBLE = ("Cc", "Cf", "Cs")
_MONTHS = (
    "january enero",
    "february febrero",
    "march marzo",
    "april abril",
    "may mayo",
    "june junio",
    "july julio",
    "august agosto",
    "september septiembre setiembre",
    "october octubre",
    "november noviembre",
    "december diciembre",
)
_MOST_WORDS = 20
_LONGEST_WORD = 200


def fold(text: str) -> str:
    """Return the words of a text in lower case, without accents, apostrophes and full stops."""
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    lower = unicodedata.normalize("NFKD", apart.casefold()).translate(_LETTERS)
    bare = "".join(letter for letter in lower if _is_kept(letter))
    return " ".join(_GAP.split(bare)).strip()


def search_column(names: tuple[str | None, ...], day: date) -> str:
    """Return what a consultation is searched by: names, identifiers, and the day with its month as a word."""
    spoken = f"{day.isoformat()} {day.day} de {_MONTHS[day.month - 1]}"
    return f"{fold(' '.join(name for name in names if name))} {spoken}".lstrip()


def sought_words(text: str) -> list[str]:
    """Return the folded words that a consultation must hold, each in whole or as a part, to be found."""
    return [word[:_LONGEST_WORD] for word in fold(text).split()[:_MOST_WORDS]]


@lru_cache(1024)  # of a few letters much is written
def _is_kept(letter: str) -> bool:
    if letter.isspace():
        return True
    return not unicodedata.combining(letter) and unicodedata.category(letter) not in _INVISIBLE
