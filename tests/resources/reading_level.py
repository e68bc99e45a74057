"""How hard an English text is to read: the grade of Flesch and Kincaid, with syllables counted by a simple rule."""

import re

WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)*|\d[\d,.]*\d|\d")
END = re.compile(r"[.!?:;](?=\s|$)")
VOWELS = re.compile(r"[aeiouy]+")
# A final e is silent, also before s and d, unless it carries a syllable of its own.
SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcgh])es$|(?<=[aeiouy]l)e$")


def syllables(word: str) -> int:
    """Return how many syllables a word has; a number counts as one."""
    return max(1, len(VOWELS.findall(SILENT.sub("", word.lower()))))


def grade(text: str) -> float:
    """Return the grade of school in which a text can be read."""
    words = WORD.findall(text)
    sentences = max(1, len(END.findall(text)))
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
