"""What a practice may add to the pack: contacts, courses offered, prices, everyday life, and the words of notices."""

import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import Entry, Passage, Said, Value, Words
from kneedesk.knowledge.source import Author, Issued, Publication, Source

SOURCE = "practice"
"""The id of the source on which every statement of a practice rests."""
Everyday = Literal["time", "pain", "days_off", "driving", "sleep", "work", "help"]


class LocalPassage(Passage):
    """A statement of the practice, labelled so wherever it is said."""

    local: ClassVar[bool] = True


class Practice(Entry):
    """The practice itself; where ``offered`` is left out, nothing is said of what it offers."""

    version: Said
    languages: Annotated[tuple[Said, ...], Field(min_length=1)]
    name: Said
    contacts: tuple[Words, ...] = ()
    offered: Annotated[tuple[Treatment, ...], Field(min_length=1)] | None = None

    def offers(self, treatment: Treatment) -> bool:
        """Tell whether a course is given here, as far as the practice says."""
        return self.offered is None or treatment in self.offered

    def source(self) -> Source:
        """Return the practice as the source of its own statements."""
        return Source(
            id=SOURCE,
            reviewed=self.reviewed,
            review_due=self.review_due,
            type="other",
            description=Words(
                en=f"Statements of the practice, version {self.version}",
                es=f"Lo que dice el consultorio, versión {self.version}",
            ),
            csl=Publication(author=(Author(literal=self.name),), issued=_issued(self.reviewed)),
        )


class LocalCost(Entry):
    """What a course costs here, by the name of the course."""

    lines: Annotated[tuple[Words, ...], Field(min_length=1)]


class LocalLine(Value):
    """A statement on everyday life with a course here, and the parts of the question that it answers."""

    text: Words
    about: Annotated[tuple[Everyday, ...], Field(min_length=1)]


class LocalEveryday(Entry):
    """What a course is like here, by the name of the course."""

    lines: Annotated[tuple[LocalLine, ...], Field(min_length=1)]


class LocalNotice(Entry):
    """The words of the practice's counsel for a notice of ours, by the name of the notice."""

    text: Said


def _issued(day: datetime.date) -> Issued:
    return Issued.model_validate({"date-parts": ((day.year, day.month, day.day),)})
