"""The words that the glossary explains, found in what is said: each once, where it first stands."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import Line, text_of
from kneedesk.presentation.wording import speak

_REMEMBERED = 2000
"""Texts whose words are kept: more than a consultation shows."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A word of a text that is explained: where it stands there, and what it means, with what that rests on."""

    start: int
    end: int
    term: str
    """The id under which the evidence shows it."""
    name: str
    meaning: Line

    @property
    def words(self) -> str:
        """Return name and meaning as one sentence after the other."""
        return f"{self.name}: {text_of(self.meaning)}"


class Glossary:
    """The terms of the pack in one language; it searches a text once, and remembers what it found."""

    def __init__(self, library: Library, language: Language) -> None:
        self.language = language
        self._library = library
        terms = {form: term for term in library.terms.values() for form in term.forms.get(language.tag, ())}
        self._terms = {form.lower(): term for form, term in terms.items()}
        # Of forms that begin alike the longest is tried first: a clinical trial is one word, not a trial.
        forms = sorted(terms, key=len, reverse=True)
        # Any word is looked at once: what cannot begin a form is passed over without trying all of them.
        first = "".join(sorted({form[0] for form in forms}))
        every = "|".join(map(_pattern, forms))
        self._search = re.compile(rf"\b(?=[{re.escape(first)}])(?:{every})\b", re.IGNORECASE) if forms else None
        self.find = lru_cache(maxsize=_REMEMBERED)(self._find)

    def _find(self, text: str) -> tuple[Explained, ...]:
        """Return the words of a text that are explained, in their order."""
        found: dict[str, Explained] = {}
        for match in self._search.finditer(text) if self._search is not None else ():
            term = self._terms[match[0].lower()]
            if term.id not in found:
                meaning = speak(term.meaning, self._library, self.language)
                name = term.name.spoken(self.language.tag)
                found[term.id] = Explained(match.start(), match.end(), term.id, name, meaning)
        return tuple(found.values())


def _pattern(form: str) -> str:
    """Return how a form is searched: one in capitals, such as EVA, is no other word in small letters."""
    return f"(?-i:{re.escape(form)})" if form.isupper() else re.escape(form)
