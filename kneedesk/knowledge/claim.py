"""A claim of one of the source articles, with what the evidence says of it."""

from typing import Literal

from kneedesk.knowledge.entry import Entry, Id, Passage, Words

ClaimVerdict = Literal["supported", "overstated", "contradicted", "no-source", "promotional"]


class Claim(Entry):
    """A claim in paraphrase; ``instead`` is what KneeDesk says on the matter."""

    article: Id
    paraphrase: Words
    verdict: ClaimVerdict
    facts: tuple[Id, ...] = ()
    note: Words | None = None
    instead: Passage | None = None
