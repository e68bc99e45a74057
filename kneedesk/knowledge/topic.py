"""A topic of the source articles, and where in the pack it lives."""

from typing import Annotated

from pydantic import Field

from kneedesk.knowledge.entry import Entry, Id, Words


class Topic(Entry):
    """One topic: the articles that raise it, and the entries of the pack that answer it, as ``folder/id``."""

    order: int
    name: Words
    articles: Annotated[tuple[Id, ...], Field(min_length=1)]
    places: Annotated[tuple[str, ...], Field(min_length=1)]
