"""A text of the documents and screens that belongs to no single course."""

from typing import Annotated, Literal

from pydantic import Field

from kneedesk.knowledge.entry import Entry, Passage, Words


class Text(Entry):
    """A titled run of statements for one kind of reader."""

    audience: Literal["patient", "physician"]
    title: Words
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]
