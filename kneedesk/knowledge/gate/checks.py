"""All checks over the whole pack, in the order in which their faults are read."""

from collections.abc import Callable, Iterator, Sequence

from kneedesk.knowledge.gate.balance import broken_balance
from kneedesk.knowledge.gate.claims import broken_claims
from kneedesk.knowledge.gate.completeness import broken_completeness
from kneedesk.knowledge.gate.effects import broken_effects
from kneedesk.knowledge.gate.findings import broken_findings
from kneedesk.knowledge.gate.languages import broken_languages
from kneedesk.knowledge.gate.numbers import broken_numbers
from kneedesk.knowledge.gate.references import broken_references
from kneedesk.knowledge.gate.walk import Broken, Told, told_in
from kneedesk.knowledge.gate.wording import broken_wording
from kneedesk.knowledge.library import Library

Check = Callable[[Library, Sequence[Told]], Iterator[Broken]]
CHECKS: tuple[Check, ...] = (
    *(broken_references, broken_findings, broken_languages, broken_numbers, broken_wording),
    *(broken_claims, broken_balance, broken_effects, broken_completeness),
)


def faults_in(library: Library) -> Iterator[Broken]:
    """Yield every entry that may not be loaded, with the place in it and the reason."""
    told = told_in(library)
    for check in CHECKS:
        yield from check(library, told)
