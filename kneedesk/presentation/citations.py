"""The reference of a source as a list of sources prints it, with its kind and when it was last checked."""

import re
from datetime import date

from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.source import Publication, Source
from kneedesk.language import Language
from kneedesk.presentation.content import Line, Span, joined, text_of

_KINDS = {
    "systematic-review": "Review of studies",
    "randomised-trial": "Randomised trial",
    "trial-registry": "Trial registry",
    "trial-protocol": "Trial protocol",
    "cohort": "Study without random groups",
    "overview": "Overview article",
    "technology-assessment": "Health technology assessment",
    "guideline": "Guideline",
    "regulator": "Regulator",
    "law": "Law",
    "convention": "Convention",
    "own": "Own work for this pack",
    "clinic-page": "Clinic page",
    "company": "Company statement",
    "digest": "Summary by others",
    "news": "News or press release",
    "measure": "About a measure",
    "method": "Method or classification",
    "other": "Other source",
}
_CERTAINTIES = {
    "high": "High certainty",
    "moderate": "Moderate certainty",
    "low": "Low certainty",
    "very-low": "Very low certainty",
    "not-rated": "Certainty not rated",
}
_OURS = ("own", "convention")
_MOST_AUTHORS = 3
_INITIALS = re.compile(r" [A-Z]{1,4}$")


def kind_words(source: Source, language: Language) -> str:
    """Return the kind of a source in words."""
    return language.say(_KINDS[source.type])


def certainty_words(fact: Fact, language: Language) -> str:
    """Return the certainty of a fact in words."""
    return language.say(_CERTAINTIES[fact.certainty])


def citation(source: Source, usually_checked: date, language: Language) -> str:
    """Return a source as one entry of a list of sources, without its number.

    The day on which it was checked is named where it is not the one that the list names for all.
    """
    return text_of(citation_line(source, usually_checked, language))


def citation_line(source: Source, usually_checked: date, language: Language) -> Line:
    """Return the same entry as a line whose title says in which language it is."""
    csl = source.csl
    parts = [
        Span(_authors(csl)),
        _title(source, language),
        Span(" ".join(part for part in (_place(csl), _link(csl)) if part)),
    ]
    kind = f"{kind_words(source, language)}."
    if source.reviewed != usually_checked:
        kind = language.say("{kind}, checked {day}.").format(
            kind=kind_words(source, language), day=language.day(source.reviewed)
        )
    elif source.type == "convention":
        kind = ""  # its title says so
    interest = _stopped(source.interest.spoken(language.tag)) if source.interest else ""
    parts += [Span(interest), Span(kind)]
    return joined(tuple((part,) for part in parts if part.text))


def short_citation(source: Source, language: Language) -> str:
    """Return a source in a few words: who and when, or its title."""
    csl = source.csl
    if not csl.author:
        return source.named(language.tag)
    name = _INITIALS.sub("", csl.author[0].name)
    year = f" {csl.issued.date_parts[0][0]}" if csl.issued else ""
    return f"{name}{year}"


def basis_words(basis: tuple[str, ...], library: Library, language: Language) -> str:
    """Return in short what a rule rests on: kinds of sources and whether any was read second-hand."""
    kinds = dict.fromkeys(kind_words(source, language) for name in basis for source in library.sources_of(name))
    second_hand = any(name in library.facts and library.facts[name].status == "secondary" for name in basis)
    label = f" ({language.say('second-hand')})" if second_hand else ""
    return ", ".join(kinds) + label


def _title(source: Source, language: Language) -> Span:
    """Return the title of a work in its own language, or our description, in brackets where the work is not ours."""
    words = source.named(language.tag)
    words = words[:1].upper() + words[1:]
    if source.description is None:
        return Span(_stopped(words), language=source.csl.language if source.csl.language != language.tag else "")
    return Span(f"{words}." if source.type in _OURS else f"[{words}].")


def _stopped(words: str) -> str:
    """Return words with the stop that ends them, unless they end in a stop of their own."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _authors(csl: Publication) -> str:
    names = [author.name for author in csl.author]
    if not names:
        return ""
    shown = ", ".join(names[:_MOST_AUTHORS])
    return f"{shown}, et al." if len(names) > _MOST_AUTHORS else f"{shown.rstrip('.')}."


def _place(csl: Publication) -> str:
    year = str(csl.issued.date_parts[0][0]) if csl.issued else ""
    volume = csl.volume or ""
    if csl.issue:
        volume += f"({csl.issue})"
    if csl.page:
        volume += f":{csl.page}" if volume else csl.page
    place = " ".join(part for part in (csl.container_title, csl.publisher, year) if part)
    joined = ";".join(part for part in (place, volume) if part)
    return _stopped(joined) if joined else ""


def _link(csl: Publication) -> str:
    if csl.doi:
        return f"doi:{csl.doi}."
    if csl.pmcid or csl.pmid:
        return f"{csl.pmcid or f'PMID {csl.pmid}'}."
    return f"{csl.url}." if csl.url else ""
