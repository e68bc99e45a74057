"""Every text of the pack with its place, walked through once for all checks."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from kneedesk.knowledge.entry import Entry, Passage, Words
from kneedesk.knowledge.library import Library

Location = tuple[int | str, ...]
Broken = tuple[Entry, Location, str]
LANGUAGES = ("en", "es")


class Told(NamedTuple):
    """A text where it stands; a statement comes with what it rests on."""

    entry: Entry
    location: Location
    words: Words
    passage: Passage | None

    def spoken(self) -> Iterator[tuple[Location, str, str]]:
        """Yield the text in each language in which it is written: its place, the language, the text."""
        yield (*self.location, "en"), "en", self.words.en
        if self.words.es is not None:
            yield (*self.location, "es"), "es", self.words.es


def told_in(library: Library) -> tuple[Told, ...]:
    """Return every text of a pack."""
    return tuple(
        Told(entry, location, words, passage)
        for entry in library.entries()
        for location, words, passage in _texts(entry, ())
    )


def passages_of(entry: Entry) -> Iterator[tuple[Location, Passage]]:
    """Yield every statement within an entry, with its place."""
    for location, _, passage in _texts(entry, ()):
        if passage is not None:
            yield location[:-1], passage


def words_of(entry: Entry) -> Iterator[tuple[Location, Words]]:
    """Yield every text of an entry, with its place."""
    for location, words, _ in _texts(entry, ()):
        yield location, words


def _texts(value: Any, location: Location) -> Iterator[tuple[Location, Words, Passage | None]]:
    match value:
        case Words():
            yield location, value, None
        case Passage():
            yield (*location, "text"), value.text, value
        case BaseModel():
            yield from _parts(value.__dict__.items(), location)
        case Mapping():
            yield from _parts(value.items(), location)
        case tuple():
            yield from _parts(enumerate(value), location)


def _parts(parts: Any, location: Location) -> Iterator[tuple[Location, Words, Passage | None]]:
    for name, part in parts:
        if part.__class__ is not str and part is not None:
            yield from _texts(part, (*location, name))
