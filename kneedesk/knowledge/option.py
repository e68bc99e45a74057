"""One of the seven courses in the patient's words: the same rows in equal detail."""

from typing import Annotated, Literal

from pydantic import Field

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import Entry, FigureRef, Passage, Value, Words

Row = Annotated[tuple[Passage, ...], Field(min_length=1)]


class Rows(Value):
    """The patient's questions about a course; a row without a trustworthy answer says so."""

    what_it_is: Row
    what_it_is_like: Row
    what_it_may_do: Row
    salt_water: Row | None = None
    harms: Row
    unknown: Row
    cost: Row
    guidelines: Row
    later: Row


class Short(Value):
    """The course in a few words each, for a table of all courses."""

    what_it_may_do: Passage
    harms: Passage
    everyday_life: Passage
    cost: Passage


class Effect(Value):
    """What a course does to pain or function: a difference from a comparator, and the change that includes it.

    ``figure`` is a difference between groups. ``treated`` and ``control`` are the changes within each group,
    where they were read: for an injection, what a salt-water injection does. ``pain-and-function`` is one
    score of both.
    """

    outcome: Literal["pain", "function", "pain-and-function"]
    figure: FigureRef
    treated: FigureRef | None = None
    control: FigureRef | None = None


class Option(Entry):
    """A course: its everyday and clinical names, the guideline stance, the rows and the effects."""

    treatment: Treatment
    order: int
    name: Words
    clinical_name: Words
    stance: Passage
    short: Short
    rows: Rows
    effects: tuple[Effect, ...] = ()
