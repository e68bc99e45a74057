"""A term of the glossary: the word as patients meet it, and what it means."""

from kneedesk.knowledge.entry import Entry, Passage, Words


class Term(Entry):
    """One term; ``forms`` are the written forms under which a text is searched for it, by language."""

    name: Words
    forms: dict[str, tuple[str, ...]] = {}
    meaning: Passage
