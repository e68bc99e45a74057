"""An effect is a difference from a comparator over a time, and chances in one row can be held against each other."""

import re
from collections.abc import Iterator, Sequence

from kneedesk.knowledge.entry import PLACEHOLDER, Entry
from kneedesk.knowledge.fact import Fact, Figure
from kneedesk.knowledge.gate.references import figure_of
from kneedesk.knowledge.gate.walk import Broken, Location, Told
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.option import Option

EFFECTS = ("difference", "standardised-difference", "ratio")
HUNDRED = {"en": re.compile(r"\bout of 100\b", re.I), "es": re.compile(r"\bde cada 100\b", re.I)}
# A time, a length of follow-up that was not read, or what was counted where one event follows one procedure.
HORIZON = {
    "en": re.compile(
        r"\b(?:days?|weeks?|months?|years?|time|how long|out of 100 (?:[a-z]+ ){0,2}"
        r"(?:operations|procedures|injections|shots|courses|draws))\b"
    ),
    "es": re.compile(
        r"\b(?:días?|semanas?|mes|meses|años?|tiempo|de cada 100 (?:\w+ ){0,2}"
        r"(?:operaciones|procedimientos|inyecciones|punciones|ciclos|series|tratamientos|extracciones))\b"
    ),
}


def broken_effects(library: Library, told: Sequence[Told]) -> Iterator[Broken]:
    """Yield every effect that lacks comparator, time, certainty or people, and every chance that cannot be compared."""
    for option in library.options.values():
        for index, effect in enumerate(option.effects):
            yield from _effect(option, ("effects", index, "figure"), effect.figure, library, listed=True)
    for text in told:
        if text.passage is None or "{" not in text.words.en:
            continue
        for name in _named(text.words.en):
            yield from _effect(text.entry, text.location, name, library)
        if isinstance(text.entry, Option) and ".of100}" in text.words.en:
            yield from _chance(text)


def _named(said: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{match['fact']}.{match['figure']}" for match in PLACEHOLDER.finditer(said)))


def _effect(entry: Entry, location: Location, name: str, library: Library, *, listed: bool = False) -> Iterator[Broken]:
    figure = figure_of(name, library)
    if figure is None:
        return
    if figure.measure not in EFFECTS:
        if listed:
            yield entry, location, f"{name} is no difference between groups"
        return
    fact = library.facts[name.partition(".")[0]]
    if listed and fact.people is None:
        yield entry, location, f"{fact.id} does not say in the patient's words who took part"
    yield from ((entry, location, f"{name} lacks {what}") for what in _lacks(fact, figure))


def _lacks(fact: Fact, figure: Figure) -> Iterator[str]:
    if figure.comparator is None and fact.comparator is None:
        yield "a comparator"
    if figure.time is None:
        yield "a time"
    if fact.certainty == "not-rated" and fact.certainty_note is None:
        yield "a certainty, or a note why there is none"


def _chance(text: Told) -> Iterator[Broken]:
    """Yield what a chance does not say: courses stand side by side, so each row holds chances of several studies."""
    for location, language, said in text.spoken():
        if not HUNDRED[language].search(said):
            yield text.entry, location, "the row counts out of 100: this chance does not say so"
        if not HORIZON[language].search(said):
            yield text.entry, location, "chances over other times share the row: this one does not say its time"
