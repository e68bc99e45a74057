"""The risks of courses side by side: the same risk in one row, the others of its heading beneath."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.risks import by_heading

Row = tuple[Risk | None, ...]
"""One risk of each course, in the order of the courses; nothing where a course has none there."""


def risk_rows(courses: Sequence[Iterable[Risk]], language: Language) -> dict[str, tuple[Row, ...]]:
    """Return rows under each heading that one of the courses has."""
    sides = [by_heading(risks, language) for risks in courses]
    headings = dict.fromkeys(heading for side in sides for heading in side)
    return {heading: _rows([side.get(heading, ()) for side in sides]) for heading in headings}


def against_comparing(language: Language) -> str:
    """Return why numbers that stand side by side do not say which course is safer."""
    return language.say(
        "Each number may come from other people and another time. A smaller one does not mean a safer course."
    )


def is_shared(row: Row) -> bool:
    """Tell whether a row is about one risk that several courses have."""
    names = [risk.name.en for risk in row if risk is not None]
    return len(names) > len(set(names))


def _rows(sides: Sequence[tuple[Risk, ...]]) -> tuple[Row, ...]:
    """Put what is the same risk in one row, then row by row what is left, each course in its own order."""
    named = [{risk.name.en: risk for risk in side} for side in sides]
    count = Counter(name for side in named for name in side)
    same = tuple(tuple(side.get(name) for side in named) for name in count if count[name] > 1)
    met = {risk.id for row in same for risk in row if risk is not None}
    left = ([risk for risk in side if risk.id not in met] for side in sides)
    return (*same, *zip_longest(*left))
