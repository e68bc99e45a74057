"""One thing that can go wrong with a course, and how often it was counted."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kneedesk.domain.treatment import CellSource, Treatment
from kneedesk.knowledge.entry import Entry, Passage, Value, Words

Counted = Literal["people", "procedures", "injections", "operations", "courses"]


class Frequency(Value):
    """How often: the figure of a fact, what was counted out of 100, in whom and over what time.

    Population and time may name further figures of the same fact.
    """

    figure: Annotated[str, StringConstraints(pattern=r"^[A-Z]+-[0-9]+\.[a-z][a-z0-9_]*$")]
    counted: Counted = "people"
    population: Words
    time: Words


class Risk(Entry):
    """A risk of one or more courses; without ``frequency`` it is shown as *not known*.

    ``part`` sets the harvest of cells and the anaesthesia apart; ``cell_sources`` limits a risk to products
    of these sources.
    """

    treatments: Annotated[tuple[Treatment, ...], Field(min_length=1)]
    severity: Literal["common", "serious"]
    part: Literal["procedure", "harvest", "anaesthesia"] = "procedure"
    cell_sources: tuple[CellSource, ...] = ()
    order: int
    name: Words
    explanation: Passage
    frequency: Frequency | None = None
