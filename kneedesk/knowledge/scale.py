"""A scale on which pain or function is scored: its ends, the least difference that matters, the acceptable state."""

from typing import Annotated, Literal

from pydantic import Field

from kneedesk.domain.measure import Instrument
from kneedesk.knowledge.entry import Entry, FigureRef, Passage, Words


class Scale(Entry):
    """One instrument, by its name in the consultation file; the licensed questionnaires themselves are not here.

    ``important_difference`` and ``acceptable_state`` are figures in the unit of the scale; where none is trustworthy
    they are absent and ``meaning`` says so.
    """

    instrument: Instrument
    order: int
    name: Words
    better: Literal["lower", "higher"]
    important_difference: FigureRef | None = None
    acceptable_state: FigureRef | None = None
    meaning: Annotated[tuple[Passage, ...], Field(min_length=1)]
