"""The texts for patients in the order in which they are read, in runs of at least a hundred words."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import PLACEHOLDER, Entry, Words
from kneedesk.knowledge.gate.walk import passages_of
from kneedesk.knowledge.library import Library

LEAST = 100


class Run(NamedTuple):
    """Statements that are read one after another; a shorter text is joined to the next of its kind."""

    first: str
    last: str
    text: str

    @property
    def place(self) -> str:
        """Return where the run stands, by its first and last text."""
        return self.first if self.first == self.last else f"{self.first} … {self.last.partition('/')[2]}"


def runs_in(library: Library, language: str) -> Iterator[Run]:
    """Yield the texts for patients in one language; names and notices are exempt."""
    for option in library.options.values():
        yield from _runs(_statements("options", [option]), language)
    for treatment in Treatment:
        yield from _runs(_statements(f"risks of {treatment}", library.risks_of(treatment)), language)
        plain = ((f"rules of {treatment}/{rule.id}", rule.plain) for rule in library.rules[treatment])
        yield from _runs(plain, language)
    yield from _runs(_statements("timelines", library.timelines.values()), language)
    yield from _runs(_statements("head_to_head", library.head_to_head.values()), language)
    texts = (text for text in library.texts.values() if text.audience == "patient")
    yield from _runs(_statements("texts", texts), language)
    yield from _runs(_statements("terms", library.terms.values()), language)


def _statements(kind: str, entries: Iterable[Entry]) -> Iterator[tuple[str, Words]]:
    for entry in entries:
        for location, passage in passages_of(entry):
            row = ".".join(part for part in location if isinstance(part, str))
            yield f"{kind}/{entry.id} {row}", passage.text


def _runs(told: Iterable[tuple[str, Words]], language: str) -> Iterator[Run]:
    """Join texts until they hold enough words; what is left over at the end belongs to the last run."""
    held: list[Run] = []
    parts: list[tuple[str, str]] = []
    for place, words in told:
        if language == "es" and words.es is None:
            continue
        parts.append((place, PLACEHOLDER.sub("5", words.spoken(language))))
        if sum(len(text.split()) for _, text in parts) >= LEAST:
            held.append(_run(parts))
            parts = []
    if parts and held:
        last = held.pop()
        held.append(Run(last.first, parts[-1][0], f"{last.text} {_run(parts).text}"))
    elif parts:
        held.append(_run(parts))
    yield from held


def _run(parts: list[tuple[str, str]]) -> Run:
    return Run(parts[0][0], parts[-1][0], " ".join(text for _, text in parts))
