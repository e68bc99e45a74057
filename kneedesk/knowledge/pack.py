"""What the pack says of itself: version, authors, funding and how it is kept up to date."""

from kneedesk.knowledge.entry import Entry, Said, Words


class Pack(Entry):
    """The identity of the pack; every assessment and document names its version."""

    version: Said
    languages: tuple[Said, ...]
    authors: tuple[Said, ...]
    funding: Words
    update_policy: Words
    selection: Words
