"""What the pack says of itself: version, authors, funding and how it is kept up to date."""

from typing import Literal

from kneedesk.knowledge.entry import Entry, Said, Value, Words


class Attribute(Value):
    """One of the thirteen source attributes that HTI-1 asks of an evidence-based support: what it is, what holds."""

    name: Words
    text: Words


class Development(Value):
    """One step of the development that IPDAS asks about, by its item, and whether it was done."""

    item: Said
    name: Words
    state: Literal["done", "not-done", "not-applicable"]
    text: Words


class Pack(Entry):
    """The identity of the pack; every assessment and document names its version."""

    version: Said
    languages: tuple[Said, ...]
    authors: tuple[Words, ...]
    funding: Words
    update_policy: Words
    selection: Words
    attributes: tuple[Attribute, ...] = ()
    development: tuple[Development, ...] = ()
