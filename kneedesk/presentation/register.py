"""Everything that the pack rests on, as records to browse and to search: facts, sources, claims, the pack itself."""

import re
from dataclasses import dataclass
from typing import Literal

from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.source import Source
from kneedesk.language import Language, fold
from kneedesk.presentation.citations import certainty_words, kind_words, short_citation
from kneedesk.presentation.wording import fill

Shelf = Literal["facts", "sources", "claims", "pack"]
SHELVES: dict[Shelf, str] = {"facts": "Facts", "sources": "Sources", "claims": "Claims", "pack": "This pack"}
STATUSES = {
    "checked": "Read in the source",
    "secondary": "Read second-hand",
    "recalled": "Recalled, and never shown as a fact",
}
CLAIM_VERDICTS = {
    "supported": "Supported",
    "overstated": "Overstated",
    "contradicted": "Contradicted",
    "no-source": "No source found",
    "promotional": "Promotional",
}
OVERDUE = "overdue"
_WORDS = 8
_FIGURE = re.compile(r"\d")
PACK_PAGES = {
    "about": "Authors, funding and upkeep",
    "readability": "How easy it is to read",
    "attributes": "Source attributes",
    "development": "How it was developed",
    "topics": "What the articles cover, and where it stands",
    OVERDUE: "What is past its day of review",
}


@dataclass(frozen=True, slots=True)
class Record:
    """One record in a few words: its id, on which shelf it stands, what it says, what it is."""

    id: str
    shelf: Shelf
    title: str
    note: str
    searched: str

    def holds(self, words: tuple[str, ...]) -> bool:
        """Tell whether every folded word stands in the record, in whole or as a part."""
        return all(word in self.searched for word in words)


def register(library: Library, language: Language) -> tuple[Record, ...]:
    """Return every record: facts by their ids, sources by their names, claims, the pages on the pack."""
    return (
        *(_fact(fact, library, language) for fact in sorted(library.facts.values(), key=lambda each: each.id)),
        *sorted((_source(each, language) for each in library.sources.values()), key=lambda each: fold(each.title)),
        *(_claim(claim, library, language) for claim in sorted(library.claims.values(), key=lambda each: each.id)),
        *(_record(name, "pack", language.say(title), "") for name, title in PACK_PAGES.items()),
    )


def find(records: tuple[Record, ...], text: str, shelf: Shelf) -> tuple[Record, ...]:
    """Return the records of a shelf that hold every word of a text."""
    words = tuple(fold(text).split())
    return tuple(record for record in records if record.shelf == shelf and record.holds(words))


def statement_of(fact: Fact, library: Library, language: Language) -> str:
    """Return what a fact states; of one that was only recalled, that it is not shown."""
    if fact.status == "recalled":
        return language.say("Not shown: nobody has read it in its source.")
    return fill(fact.statement.spoken(language.tag), library, language)


def _fact(fact: Fact, library: Library, language: Language) -> Record:
    parts = [fact.id, language.say(STATUSES[fact.status])]
    if fact.status != "recalled":
        parts.append(certainty_words(fact, language))
    note = " \N{MIDDLE DOT} ".join(parts)
    sources = tuple(short_citation(library.sources[name], language) for name in fact.sources)
    title = statement_of(fact, library, language)
    if fact.status == "recalled":
        begun = _first_words(fact, language)
        title = f"{begun} ({sources[0]}). {title}" if begun else f"{sources[0]}. {title}"
    return _record(fact.id, "facts", title, note, fact.topic, " ".join(sources))


def _first_words(fact: Fact, language: Language) -> str:
    """Return how a recalled fact begins, to tell it from the others: what it is about, no figure and no conclusion."""
    begun = _FIGURE.split(fact.statement.spoken(language.tag))[0].split()[:_WORDS]
    words = " ".join(begun).rstrip(" (,;:.")
    return f"{words}\N{HORIZONTAL ELLIPSIS}" if len(words) > 1 else ""


def _source(source: Source, language: Language) -> Record:
    authors = " ".join(author.name for author in source.csl.author)
    note = f"{source.id} \N{MIDDLE DOT} {kind_words(source, language)}"
    link = source.csl.doi or source.csl.pmid or source.csl.url or ""
    title = source.named(language.tag)
    if source.csl.author:
        title = f"{short_citation(source, language)}. {title}"
    return _record(source.id, "sources", title, note, authors, link)


def _claim(claim: Claim, library: Library, language: Language) -> Record:
    article = short_citation(library.sources[claim.article], language)
    note = " \N{MIDDLE DOT} ".join((claim.id, language.say(CLAIM_VERDICTS[claim.verdict]), article))
    return _record(claim.id, "claims", claim.paraphrase.spoken(language.tag), note)


def _record(name: str, shelf: Shelf, title: str, note: str, *searched: str) -> Record:
    return Record(name, shelf, title, note, fold(" ".join((name, title, note, *searched))))
