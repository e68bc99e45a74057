"""Every text is written in each language that the pack names, and says the same numbers in all of them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kneedesk.knowledge.entry import PLACEHOLDER
from kneedesk.knowledge.gate.walk import LANGUAGES, Broken, Told
from kneedesk.knowledge.library import Library

NAMES = {"en": "English", "es": "Spanish"}


def broken_languages(library: Library, told: Sequence[Told]) -> Iterator[Broken]:
    """Yield every text that lacks a language of the pack or names other figures in one."""
    for language in library.pack.languages:
        if language not in LANGUAGES:
            yield library.pack, ("languages",), f"texts are written in {', '.join(LANGUAGES)}, not in {language}"
    spanish = "es" in library.pack.languages
    for entry, location, words, _ in told:
        if words.es is None:
            if spanish:
                yield entry, location, f"the text lacks {NAMES['es']}"
        elif "{" in words.en or "{" in words.es:
            named = [Counter(PLACEHOLDER.findall(text)) for text in (words.en, words.es)]
            if named[0].keys() != named[1].keys():
                yield entry, (*location, "es"), "the languages name different figures"
