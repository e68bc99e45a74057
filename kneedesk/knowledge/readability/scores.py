"""How hard each run of the texts for patients is, as it stands and with the terms of the glossary as easy words."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kneedesk.knowledge.library import Library
from kneedesk.knowledge.readability import english, spanish
from kneedesk.knowledge.readability.runs import LEAST, Run, runs_in

TARGET_GRADE = 6.0
HIGHEST_GRADE = 8.0
LOWEST_EASE = 70.0
TERM_SYLLABLES = 2


class Score(NamedTuple):
    """A run with its grade (English) or ease (Spanish); ``eased`` counts a term of the glossary as two syllables."""

    place: str
    language: str
    words: int
    plain: float
    eased: float

    @property
    def too_hard(self) -> bool:
        """Return whether the run is beyond the limit of its language; a short one is not judged."""
        if self.words < LEAST:
            return False
        return self.eased > HIGHEST_GRADE if self.language == "en" else self.eased < LOWEST_EASE


def scores_of(library: Library, language: str) -> tuple[Score, ...]:
    """Return the scores of all texts for patients in a language."""
    measure, count = (english.grade, english.syllables) if language == "en" else (spanish.ease, spanish.syllables)
    terms = _terms(library, language)

    def eased(word: str) -> int:
        return min(TERM_SYLLABLES, count(word)) if word.lower() in terms else count(word)

    return tuple(_score(run, language, measure, eased) for run in runs_in(library, language))


def _score(run: Run, language: str, measure: Callable[..., float], eased: Callable[[str], int]) -> Score:
    words = len(run.text.split())
    return Score(run.place, language, words, round(measure(run.text), 1), round(measure(run.text, eased), 1))


def _terms(library: Library, language: str) -> frozenset[str]:
    """Return the words of all terms in a language; small words such as *of* are short anyway."""
    return frozenset(word for form in _forms(library, language) for word in re.findall(r"[^\W\d_]+", form.lower()))


def _forms(library: Library, language: str) -> Iterator[str]:
    for term in library.terms.values():
        yield from term.forms.get(language, ())
        yield term.name.spoken(language)
