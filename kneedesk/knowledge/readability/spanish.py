"""How easy a Spanish text is to read, from 0 to 100, after Fernández-Huerta."""

import re
from collections.abc import Callable

WORD = re.compile(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ]+|\d[\d,.]*\d|\d")
END = re.compile(r"[.!?:;](?=\s|\)|$)")
# In que, qui, gue and gui the u is not spoken; an h between vowels does not part them; y ends a word as a vowel.
SILENT = re.compile(r"(?<=q)u|(?<=g)u(?=[eéií])|h")
FINAL_Y = re.compile(r"y$")
CLUSTER = re.compile(r"[aeiouáéíóúü]+")
# Each strong vowel is a syllable, so is a stressed weak one beside it; weak ones lean on a strong one or on each other.
STRONG = re.compile(r"[aeoáéó]")
STRESSED_WEAK = re.compile(r"[íú](?=[aeoáéó])|(?<=[aeoáéó])[íú]")
TWICE = re.compile(r"ii|uu|ií|íi")


def syllables(word: str) -> int:
    """Return how many syllables a word has; a number counts as one."""
    spoken = FINAL_Y.sub("i", SILENT.sub("", word.lower()))
    count = sum(_nuclei(cluster) for cluster in CLUSTER.findall(spoken))
    if count == 0 and word.isupper() and word.isalpha():
        return len(word)  # spelled out, letter by letter
    return max(1, count)


def ease(text: str, count: Callable[[str], int] = syllables) -> float:
    """Return the ease of a text; ``count`` gives the syllables of a word."""
    words = WORD.findall(text)
    sentences = max(1, len(END.findall(text)))
    return 206.84 - 60 * sum(map(count, words)) / len(words) - 1.02 * len(words) / sentences


def _nuclei(cluster: str) -> int:
    spoken = len(STRONG.findall(cluster)) + len(STRESSED_WEAK.findall(cluster))
    return max(1, spoken) + len(TWICE.findall(cluster))
