"""The risks of two courses side by side: the same risk in one row, the others of its heading beneath."""

from collections.abc import Iterable
from itertools import zip_longest

from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.risks import by_heading

Pair = tuple[Risk | None, Risk | None]


def pairs(ours: Iterable[Risk], others: Iterable[Risk], language: Language) -> dict[str, tuple[Pair, ...]]:
    """Return rows of two under each heading that one of the courses has; where a course has no more, nothing."""
    left, right = by_heading(ours, language), by_heading(others, language)
    return {heading: _rows(left.get(heading, ()), right.get(heading, ())) for heading in dict.fromkeys((*left, *right))}


def _rows(left: tuple[Risk, ...], right: tuple[Risk, ...]) -> tuple[Pair, ...]:
    """Put what is the same risk in one row, then row by row what is left, each in its own order."""
    named = {risk.name.en: risk for risk in right}
    same = tuple((risk, named.pop(risk.name.en)) for risk in left if risk.name.en in named)
    met = [risk.id for pair in same for risk in pair]
    ours, others = ([risk for risk in side if risk.id not in met] for side in (left, right))
    return (*same, *zip_longest(ours, others))
