"""The grade of school in which an English text can be read, after Flesch and Kincaid."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from kneedesk.bundle import resources

WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)*|\d[\d,.]*\d|\d")
# Flesch counts what a semicolon or a colon ends as a sentence too.
END = re.compile(r"[.!?:;](?=\s|\)|$)")
VOWELS = re.compile(r"[aeiouy]+")
# A final e is silent, also before s and d, unless it carries a syllable of its own.
SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcgh])es$|(?<=[aeiouy]l)e$")


@cache
def dictionary() -> Mapping[str, int]:
    """Return the syllables of the words of our texts as CMUdict has them."""
    lines = (resources() / "readability" / "english.txt").read_text("utf-8").splitlines()
    return {word: int(count) for word, count in (line.split() for line in lines if not line.startswith("#"))}


def syllables(word: str) -> int:
    """Return how many syllables a word has, by a rule where the dictionary lacks it; a number counts as one."""
    lowered = word.lower().replace("’", "'")
    known = dictionary()
    for form in (lowered, lowered.removesuffix("'s")):
        if form in known:
            return known[form]
    if word.isupper() and not VOWELS.search(lowered):
        return len(word)  # spelled out, letter by letter
    return max(1, len(VOWELS.findall(SILENT.sub("", lowered))))


def grade(text: str, count: Callable[[str], int] = syllables) -> float:
    """Return the grade of a text; ``count`` gives the syllables of a word."""
    words = WORD.findall(text)
    sentences = max(1, len(END.findall(text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(count, words)) / len(words) - 15.59
