"""One thing that can go wrong with a course, and how often it was counted."""

from typing import Annotated, Literal

from pydantic import Field

from kneedesk.domain.treatment import CellSource, Treatment
from kneedesk.knowledge.criterion import Criterion
from kneedesk.knowledge.entry import Entry, FigureRef, Passage, Value, Words

Counted = Literal["people", "procedures", "injections", "operations", "courses"]


class Frequency(Value):
    """How often: the figure of a fact, what was counted out of 100, in whom and over what time.

    Population and time may name further figures of the same fact.
    """

    figure: FigureRef
    counted: Counted = "people"
    population: Words
    time: Words


class Modifier(Value):
    """What makes the risk of some patients different: when it holds, and what it means for them."""

    when: Criterion
    text: Passage


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
    modifiers: tuple[Modifier, ...] = ()
