"""Every finding that a criterion looks at exists, has words, and can have the values that are asked for."""

from collections.abc import Iterator, Sequence

from kneedesk.domain.finding import choices, entry_choices, finding_types
from kneedesk.knowledge.criterion import AllOf, AnyOf, Criterion, Is, Not, Threshold, findings_of
from kneedesk.knowledge.entry import Entry
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.finding import Finding
from kneedesk.knowledge.gate.walk import Broken, Location, Told
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.knowledge.rule import Rule


def broken_findings(library: Library, told: Sequence[Told]) -> Iterator[Broken]:
    """Yield every criterion that asks for what the consultation does not have, and every value without words."""
    for entry in library.entries():
        if isinstance(entry, Finding):
            yield from _words(entry)
        for location, criterion in _criteria(entry):
            yield from ((entry, location, reason) for reason in _criterion(criterion, library))


def _criteria(entry: Entry) -> Iterator[tuple[Location, Criterion]]:
    match entry:
        case Rule():
            yield ("when",), entry.when
        case Risk():
            for index, modifier in enumerate(entry.modifiers):
                yield ("modifiers", index, "when"), modifier.when
        case Fact():
            for index, trait in enumerate(entry.studied):
                if trait.like is not None:
                    yield ("studied", index, "like"), trait.like


def _criterion(criterion: Criterion, library: Library) -> Iterator[str]:
    for path in findings_of(criterion):
        if path not in finding_types():
            yield f"there is no finding {path}"
        elif path not in library.findings and path != "date":
            yield f"findings/{path}.yaml is missing: the finding has no words"
    yield from _values(criterion)


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
        case Threshold(finding=path) if path in finding_types() and choices(path):
            yield f"{path} is no number"


def _words(finding: Finding) -> Iterator[Broken]:
    if finding.id not in finding_types():
        yield finding, ("id",), f"there is no finding {finding.id}"
        return
    for choice in choices(finding.id) or entry_choices(finding.id):
        key = str(choice).lower()
        if key not in finding.values:
            yield finding, ("values",), f"the value {key} has no words"
