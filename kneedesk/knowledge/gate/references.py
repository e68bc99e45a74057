"""What an entry names is there, and nothing that is shown rests on what was only recalled."""

from collections.abc import Iterator, Mapping, Sequence

from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.entry import PLACEHOLDER, Entry, Value, Words
from kneedesk.knowledge.fact import Fact, Figure
from kneedesk.knowledge.gate.walk import Broken, Location, Told
from kneedesk.knowledge.head_to_head import HeadToHead
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.notice import Notice
from kneedesk.knowledge.option import Option
from kneedesk.knowledge.risk import Risk
from kneedesk.knowledge.rule import Rule
from kneedesk.knowledge.scale import Scale

PARTS = ("value", "low", "high", "participants", "studies", "events", "denominator", "of100")


def broken_references(library: Library, told: Sequence[Told]) -> Iterator[Broken]:
    """Yield every id and figure that is not there or may not be shown."""
    for entry in library.entries():
        match entry:
            case Fact():
                yield from _missing(entry, "sources", entry.sources, library.sources, "source")
            case Claim():
                yield from _missing(entry, "facts", entry.facts, library.facts, "fact")
                yield from _missing(entry, "article", (entry.article,), library.sources, "source")
            case Notice():
                yield from _missing(entry, "facts", entry.facts, library.facts, "fact")
            case Rule():
                yield from _basis(entry, ("facts",), entry.basis, library)
            case Risk():
                yield from _frequency(entry, library)
        for location, name in figures_named(entry):
            yield from _shown(entry, location, name, library)
    for entry, location, words, passage in told:
        if passage is not None:
            yield from _basis(entry, location, passage.basis, library)
        if "{" in words.en:
            yield from _placeholders(entry, location, words, library)


def figure_of(name: str, library: Library) -> Figure | None:
    """Return the figure that ``FACT-ID.figure`` names."""
    fact, _, figure = name.partition(".")
    return library.facts[fact].figures.get(figure) if fact in library.facts else None


def figures_named(entry: Entry) -> Iterator[tuple[Location, str]]:
    """Yield the figures that fields of an entry name, with their place."""
    match entry:
        case Option(effects=effects):
            for index, effect in enumerate(effects):
                for field, name in _fields(effect, ("figure", "treated", "control")):
                    yield ("effects", index, *field), name
        case HeadToHead():
            yield from _fields(entry, ("trials", "people", "months"))
        case Scale():
            yield from _fields(entry, ("important_difference", "acceptable_state"))
        case Risk(frequency=frequency) if frequency is not None:
            yield ("frequency", "figure"), frequency.figure


def _fields(value: Value, fields: tuple[str, ...]) -> Iterator[tuple[Location, str]]:
    yield from (((field,), name) for field in fields if (name := getattr(value, field)) is not None)


def _missing(entry: Entry, field: str, ids: tuple[str, ...], there: Mapping[str, Entry], kind: str) -> Iterator[Broken]:
    yield from ((entry, (field,), f"there is no {kind} {name}") for name in ids if name not in there)


def _basis(entry: Entry, location: Location, basis: tuple[str, ...], library: Library) -> Iterator[Broken]:
    for name in basis:
        if name in library.facts:
            if library.facts[name].status == "recalled":
                yield entry, location, f"{name} is recalled: nothing that is shown may rest on it"
        elif name not in library.sources:
            yield entry, location, f"there is no fact or source {name}"


def _shown(entry: Entry, location: Location, name: str, library: Library) -> Iterator[Broken]:
    fact = name.partition(".")[0]
    if figure_of(name, library) is None:
        yield entry, location, f"{name} names no figure"
    elif library.facts[fact].status == "recalled":
        yield entry, location, f"{fact} is recalled: nothing that is shown may rest on it"


def _placeholders(entry: Entry, location: Location, words: Words, library: Library) -> Iterator[Broken]:
    for match in PLACEHOLDER.finditer(words.en):
        figure = figure_of(f"{match['fact']}.{match['figure']}", library)
        part = match["part"] or "value"
        if figure is None:
            yield entry, location, f"{match[0]} names no figure"
        elif part not in PARTS:
            yield entry, location, f"{match[0]}: allowed after the figure are {', '.join(PARTS)}"
        elif getattr(figure, "value" if part == "of100" else part) is None:
            yield entry, location, f"{match[0]}: the figure has no {part}"


def _frequency(risk: Risk, library: Library) -> Iterator[Broken]:
    if risk.frequency is None:
        return
    figure = figure_of(risk.frequency.figure, library)
    if figure is not None and figure.unit != "percent" and (figure.events is None or figure.denominator is None):
        yield risk, ("frequency", "figure"), f"{risk.frequency.figure} is no share of people"
    fact = risk.frequency.figure.partition(".")[0]
    for name in ("population", "time"):
        words: Words = getattr(risk.frequency, name)
        for match in PLACEHOLDER.finditer(words.en):
            if match["fact"] != fact:
                yield risk, ("frequency", name), f"{match[0]} is of another fact than the figure"
