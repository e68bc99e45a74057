"""Every place to which a few typed letters may lead: steps, findings, courses, risks, facts and sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kneedesk.knowledge.library import Library
from kneedesk.language import Language, fold
from kneedesk.presentation.findings import name_of
from kneedesk.presentation.register import register

Kind = Literal["step", "finding", "record"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go, by its kind and id, and the name under which it is found."""

    kind: Kind
    id: str
    name: str
    searched: str


def places(steps: Iterable[tuple[str, str]], library: Library, language: Language) -> tuple[Place, ...]:
    """Return the steps with their names first, then the findings, then what the pack rests on."""
    return tuple(_places(steps, library, language))


def find_places(known: tuple[Place, ...], text: str) -> tuple[Place, ...]:
    """Return the places that hold every typed word, in whole or as a part."""
    words = fold(text).split()
    return tuple(place for place in known if all(word in place.searched for word in words))


def _places(steps: Iterable[tuple[str, str]], library: Library, language: Language) -> Iterator[Place]:
    for step, name in steps:
        yield Place("step", step, name, fold(name))
    for path in library.findings:
        name = name_of(path, library, language)
        yield Place("finding", path, name, fold(f"{name} {path}"))
    for record in register(library, language):
        yield Place("record", record.id, record.title, record.searched)
