"""The checks across files: every id that is named exists, every finding path too, and nothing shown is recalled."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from kneedesk.domain.finding import choices, entry_choices, finding_types
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.criterion import AllOf, AnyOf, Criterion, Is, Not, Threshold
from kneedesk.knowledge.entry import PLACEHOLDER, Entry, Passage, Words
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.finding import Finding
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.knowledge.rule import Rule

PARTS = ("value", "low", "high", "participants", "studies", "events", "denominator", "of100")
Location = tuple[int | str, ...]
Broken = tuple[Entry, Location, str]


def broken_references(library: Library) -> Iterator[Broken]:
    """Yield every entry that names what is not there, with the place in it and the reason."""
    for entry in library.entries():
        match entry:
            case Fact():
                yield from _missing(entry, ("sources",), entry.sources, library.sources, "source")
            case Claim():
                yield from _missing(entry, ("facts",), entry.facts, library.facts, "fact")
                yield from _missing(entry, ("article",), (entry.article,), library.sources, "source")
            case Rule():
                yield from _rule(entry, library)
            case Finding():
                yield from _finding(entry)
            case Risk():
                yield from _risk(entry, library)
        for location, passage in passages_of(entry):
            yield from _passage(entry, location, passage, library)
        for location, words in words_of(entry):
            if "es" in library.pack.languages and words.es is None:
                yield entry, location, "the text lacks Spanish"
    yield from _whole(library)


def passages_of(value: Any, location: Location = ()) -> Iterator[tuple[Location, Passage]]:
    """Yield every statement within an entry, with its place."""
    match value:
        case Passage():
            yield location, value
        case BaseModel():
            for name in type(value).model_fields:
                yield from passages_of(getattr(value, name), (*location, name))
        case tuple():
            for index, item in enumerate(value):
                yield from passages_of(item, (*location, index))


def words_of(value: Any, location: Location = ()) -> Iterator[tuple[Location, Words]]:
    """Yield every text of an entry, with its place."""
    match value:
        case Words():
            yield location, value
        case BaseModel():
            for name in type(value).model_fields:
                yield from words_of(getattr(value, name), (*location, name))
        case Mapping():
            for key, item in value.items():
                yield from words_of(item, (*location, key))
        case tuple():
            for index, item in enumerate(value):
                yield from words_of(item, (*location, index))


def _missing(entry: Entry, location: Location, ids: tuple[str, ...], there: Any, kind: str) -> Iterator[Broken]:
    yield from ((entry, location, f"there is no {kind} {name}") for name in ids if name not in there)


def _basis(entry: Entry, location: Location, basis: tuple[str, ...], library: Library) -> Iterator[Broken]:
    for name in basis:
        if name in library.facts:
            if library.facts[name].status == "recalled":
                yield entry, location, f"{name} is recalled: nothing that is shown may rest on it"
        elif name not in library.sources:
            yield entry, location, f"there is no fact or source {name}"


def _passage(entry: Entry, location: Location, passage: Passage, library: Library) -> Iterator[Broken]:
    yield from _basis(entry, location, passage.basis, library)
    yield from _figures(entry, location, passage.text, library)


def _figures(entry: Entry, location: Location, words: Words, library: Library) -> Iterator[Broken]:
    for match in PLACEHOLDER.finditer(words.en):
        fact = library.facts.get(match["fact"])
        figure = fact.figures.get(match["figure"]) if fact else None
        part = match["part"] or "value"
        if figure is None:
            yield entry, location, f"{match[0]} names no figure"
        elif part not in PARTS:
            yield entry, location, f"{match[0]}: allowed after the figure are {', '.join(PARTS)}"
        elif getattr(figure, "value" if part == "of100" else part) is None:
            yield entry, location, f"{match[0]}: the figure has no {part}"
    named = {language: set(PLACEHOLDER.findall(words.spoken(language))) for language in ("en", "es")}
    if named["en"] != named["es"]:
        yield entry, location, "the languages name different figures"


def _rule(rule: Rule, library: Library) -> Iterator[Broken]:
    yield from _basis(rule, ("facts",), rule.basis, library)
    for path in rule.findings:
        if path not in finding_types():
            yield rule, ("when",), f"there is no finding {path}"
        elif path not in library.findings and path != "date":
            yield rule, ("when",), f"findings/{path}.yaml is missing: the finding has no words"
    yield from ((rule, ("when",), reason) for reason in _values(rule.when))
    if rule.effect == "indication" and all(
        name in library.sources and library.sources[name].type == "clinic-page" for name in rule.basis
    ):
        yield rule, ("sources",), "a clinic page never carries an indication alone"


def _values(criterion: Criterion) -> Iterator[str]:
    match criterion:
        case AllOf(all=parts) | AnyOf(any=parts):
            for part in parts:
                yield from _values(part)
        case Not(negated=part):
            yield from _values(part)
        case Is(finding=path, values=values):
            allowed = choices(path) or entry_choices(path) if path in finding_types() else ()
            for value in values:
                if not any(
                    value == choice and isinstance(value, bool) is isinstance(choice, bool) for choice in allowed
                ):
                    yield f"{path} is never {value}"
        case Threshold(finding=path) if choices(path):
            yield f"{path} is no number"


def _finding(finding: Finding) -> Iterator[Broken]:
    if finding.id not in finding_types():
        yield finding, ("id",), f"there is no finding {finding.id}"
        return
    for choice in choices(finding.id) or entry_choices(finding.id):
        key = str(choice).lower()
        if key not in finding.values:
            yield finding, ("values",), f"the value {key} has no words"


def _risk(risk: Risk, library: Library) -> Iterator[Broken]:
    if risk.frequency is None:
        return
    fact_id, _, name = risk.frequency.figure.partition(".")
    fact = library.facts.get(fact_id)
    figure = fact.figures.get(name) if fact else None
    if fact is None or figure is None:
        yield risk, ("frequency", "figure"), f"{risk.frequency.figure} names no figure"
    elif fact.status == "recalled":
        yield risk, ("frequency", "figure"), f"{fact_id} is recalled: nothing that is shown may rest on it"
    elif figure.unit != "percent" and (figure.events is None or figure.denominator is None):
        yield risk, ("frequency", "figure"), f"{risk.frequency.figure} is no share of people"
    for name in ("population", "time"):
        words: Words = getattr(risk.frequency, name)
        yield from _figures(risk, ("frequency", name), words, library)
        for match in PLACEHOLDER.finditer(words.en):
            if match["fact"] != fact_id:
                yield risk, ("frequency", name), f"{match[0]} is of another fact than the figure"


def _whole(library: Library) -> Iterator[Broken]:
    for treatment in Treatment:
        if treatment not in library.options:
            yield library.pack, (), f"there is no option for {treatment}"
        rules = library.rules[treatment]
        for earlier, later in pairwise(rules):
            if earlier.order == later.order:
                yield later, ("order",), f"{earlier.id} has the same order {later.order} for {treatment}"
        ids = [rule.id for rule in rules]
        for rule in rules:
            if ids.count(rule.id) > 1:
                yield rule, ("id",), f"{treatment} has two rules of this name"
