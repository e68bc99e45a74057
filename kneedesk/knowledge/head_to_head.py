"""Two courses against each other: were they compared directly, in how many trials and people, with what result."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import Entry, FigureRef, Passage


class HeadToHead(Entry):
    """One pair of courses; a number that was not read stays away.

    ``compared``: ``directly`` in trials of the two, ``in-part`` where the comparator was mixed or the course only one
    form of it, ``not-found`` where we know of no trial. ``months`` is how long people were followed.
    """

    courses: Annotated[tuple[Treatment, ...], Field(min_length=2, max_length=2)]
    compared: Literal["directly", "in-part", "not-found"]
    trials: FigureRef | None = None
    people: FigureRef | None = None
    months: FigureRef | None = None
    found: Annotated[tuple[Passage, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _check_pair(self) -> "HeadToHead":
        first, second = self.courses
        if self.id != f"{first}-{second}":
            raise ValueError("the id must join the two courses with a hyphen")
        if self.compared == "not-found" and (self.trials or self.people or self.months):
            raise ValueError("what was not compared has no trials, people or months")
        return self
