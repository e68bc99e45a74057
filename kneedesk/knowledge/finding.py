"""How a finding is named on screens and pages, what its values are called, and why it is asked."""

from typing import Literal

from kneedesk.knowledge.entry import Entry, Passage, Words

Section = Literal[
    "consultation",
    "patient",
    "history",
    "examination",
    "imaging",
    "preferences",
    "proposal",
    "product",
    "counselling",
    "stop_rule",
    "sure",
    "decision",
    "notice",
    "consent",
    "signatures",
]


class Finding(Entry):
    """The words of one finding; the id is its path.

    ``values`` names every value of a closed list (``true`` and ``false`` for yes and no, the digits of a
    grade). ``changeable`` marks what care, time or a new choice can change: never sex, age, a history of
    cancer or an allergy. ``unit`` follows a number.
    """

    section: Section
    order: int
    name: Words
    values: dict[str, Words] = {}
    unit: Words | None = None
    changeable: bool = False
    description: Words | None = None
    purpose: Passage | None = None
