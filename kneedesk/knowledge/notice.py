"""A notice that a jurisdiction prescribes before consent; the practice supplies its words."""

from typing import Annotated

from pydantic import Field

from kneedesk.domain.consultation import Jurisdiction
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import Entry, Id, Passage, Said, Words


class Notice(Entry):
    """What must be handed over, where and for which courses.

    ``text`` stays empty until a practice fills it with its counsel's words, in the language that they have;
    ``sample`` shows the kind of text meant, says that it is a sample and claims no compliance.
    """

    jurisdiction: Jurisdiction
    treatments: Annotated[tuple[Treatment, ...], Field(min_length=1)]
    name: Words
    requirement: Passage
    text: Said | None = None
    sample: Words | None = None
    facts: tuple[Id, ...] = ()
