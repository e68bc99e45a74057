"""One of the seven courses in the patient's words: the same rows in equal detail."""

from typing import Annotated

from pydantic import Field

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import Entry, Passage, Value, Words

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


class Option(Entry):
    """A course: its everyday and clinical names, the guideline stance and the rows."""

    treatment: Treatment
    order: int
    name: Words
    clinical_name: Words
    stance: Passage
    short: Short
    rows: Rows
