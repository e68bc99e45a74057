"""What the authorities of a jurisdiction say of the products: the status of each course there."""

from typing import Annotated

from pydantic import Field

from kneedesk.domain.consultation import Jurisdiction
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import Entry, Passage, Value, Words


class Status(Value):
    """How the products of some courses stand with the authorities."""

    treatments: Annotated[tuple[Treatment, ...], Field(min_length=1)]
    said: Annotated[tuple[Passage, ...], Field(min_length=1)]


class Regulation(Entry):
    """One jurisdiction, by its name in the consultation file."""

    jurisdiction: Jurisdiction
    name: Words
    products: Annotated[tuple[Status, ...], Field(min_length=1)]
