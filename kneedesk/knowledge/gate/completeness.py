"""Nothing is left out: seven courses, every pair of them, every scale and jurisdiction, every topic of the articles."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from kneedesk.domain.consultation import Jurisdiction
from kneedesk.domain.measure import Instrument
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.gate.walk import Broken, Told
from kneedesk.knowledge.library import Library


def broken_completeness(library: Library, told: Sequence[Told]) -> Iterator[Broken]:
    """Yield what is missing as a fault of the pack, and what stands there twice or leads nowhere as one of its entry.

    A folder that a pack does not have at all is no fault: older packs and small ones do without.
    """
    yield from _options(library)
    yield from _rules(library)
    pairs = {frozenset(pair.courses) for pair in library.head_to_head.values()}
    if library.timelines:
        yield from _absent(library, "timeline", set(Treatment) - set(library.timelines))
    if pairs:
        expected = {frozenset(pair) for pair in combinations(Treatment, 2)}
        yield from _absent(library, "pair", {" and ".join(sorted(pair)) for pair in expected - pairs})
    if library.scales:
        scales = {scale.instrument for scale in library.scales.values()}
        yield from _absent(library, "scale", set(Instrument) - scales)
    if library.regulations:
        named = {regulation.jurisdiction for regulation in library.regulations.values()}
        yield from _absent(library, "regulation", set(Jurisdiction) - named)
    yield from _topics(library)


def _absent(library: Library, kind: str, names: Iterable[str]) -> Iterator[Broken]:
    yield from ((library.pack, (), f"there is no {kind} for {name}") for name in sorted(names))


def _options(library: Library) -> Iterator[Broken]:
    yield from _absent(library, "option", set(Treatment) - set(library.options))


def _rules(library: Library) -> Iterator[Broken]:
    for treatment, rules in library.rules.items():
        for earlier, later in pairwise(rules):
            if earlier.order == later.order:
                yield later, ("order",), f"{earlier.id} has the same order {later.order} for {treatment}"
        ids = [rule.id for rule in rules]
        for rule in rules:
            if ids.count(rule.id) > 1:
                yield rule, ("id",), f"{treatment} has two rules of this name"


def _topics(library: Library) -> Iterator[Broken]:
    rules = {rule.id for rules in library.rules.values() for rule in rules}
    for topic in library.topics.values():
        for index, article in enumerate(topic.articles):
            if article not in library.sources:
                yield topic, ("articles", index), f"there is no source {article}"
        for index, place in enumerate(topic.places):
            folder, _, name = place.partition("/")
            shelf = rules if folder == "rules" else getattr(library, folder, None)
            if shelf is None or name.rpartition("/")[2] not in shelf:
                yield topic, ("places", index), f"there is no {place}"
