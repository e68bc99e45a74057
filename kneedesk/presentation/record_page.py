"""One record of the pack in full: who was studied, compared with what, how sure, what was read, where it is said."""

from collections.abc import Iterator
from itertools import chain

from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.entry import Entry
from kneedesk.knowledge.fact import Fact, Figure
from kneedesk.knowledge.gate.walk import passages_of
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.source import Source
from kneedesk.language import Language
from kneedesk.presentation.citations import certainty_words, citation, kind_words, short_citation
from kneedesk.presentation.content import Block, Bullets, Cell, Fields, Heading, Line, say
from kneedesk.presentation.register import CLAIM_VERDICTS, STATUSES, statement_of
from kneedesk.presentation.wording import speak

_UNITS = {
    "points-of-10": "{value} of 10 points",
    "points-of-100": "{value} of 100 points",
    "mm-of-100": "{value} of 100 mm",
    "mm": "{value} mm",
    "standard-deviations": "{value} standard deviations",
    "percent": "{value} %",
    "ratio": "ratio {value}",
    "people": "{value} people",
    "studies": "{value} studies",
    "procedures": "{value} procedures",
    "usd": "{value} US dollars",
    "years": "{value} years",
    "months": "{value} months",
    "weeks": "{value} weeks",
    "days": "{value} days",
    "hours": "{value} hours",
    "degrees": "{value} degrees",
    "items": "{value} questions",
    "points": "{value} points",
    "mg-per-dl": "{value} mg/dL",
    "kg-per-m2": "{value} kg/m²",
}
_MEASURES = {
    "difference": "Difference between the groups",
    "standardised-difference": "Standardised difference between the groups",
    "change": "Change within one group",
    "ratio": "Ratio",
    "share": "Share",
    "number-needed": "Number needed to treat",
    "count": "Count",
    "amount": "Amount",
    "threshold": "Threshold",
}
_TRAITS = {
    "age": "Age",
    "sex": "Sex",
    "weight": "Weight",
    "grade": "Kellgren–Lawrence grade",
    "alignment": "Alignment",
    "pain": "Pain",
    "duration": "Duration",
    "treated_before": "Treated before",
    "excluded": "Left out",
}


def record_page(name: str, library: Library, language: Language) -> tuple[Block, ...]:
    """Return the page of a fact, a source or a claim, by its id."""
    if name in library.facts:
        return tuple(_fact(library.facts[name], library, language))
    if name in library.sources:
        return tuple(_source(library.sources[name], library, language))
    return tuple(_claim(library.claims[name], library, language))


def address_of(source: Source) -> str:
    """Return where a source is found on the web, nothing where no address is known."""
    csl = source.csl
    if csl.doi:
        return f"https://doi.org/{csl.doi}"
    if csl.pmcid or csl.pmid:
        place = f"pmc.ncbi.nlm.nih.gov/articles/{csl.pmcid}" if csl.pmcid else f"pubmed.ncbi.nlm.nih.gov/{csl.pmid}"
        return f"https://{place}"
    return csl.url or ""


def _fact(fact: Fact, library: Library, language: Language) -> Iterator[Block]:
    yield Heading(statement_of(fact, library, language), 2)
    pairs: list[tuple[str, Cell]] = [(language.say("Status"), (say(language.say(STATUSES[fact.status])),))]
    pairs.append((language.say("What was read"), (say(fact.seen.spoken(language.tag)),)))
    if fact.status != "recalled":
        for label, words in (
            (language.say("Studied"), fact.population),
            (language.say("As patients are told"), fact.people),
            (language.say("Treatment"), fact.intervention),
            (language.say("Compared with"), fact.comparator),
            (language.say("Outcome"), fact.outcome),
        ):
            if words is not None:
                pairs.append((label, (say(words.spoken(language.tag)),)))
        certainty = [certainty_words(fact, language)]
        if fact.certainty_note is not None:
            certainty.append(fact.certainty_note.spoken(language.tag))
        pairs.append((language.say("Certainty"), tuple(say(each) for each in certainty)))
    yield Fields((*pairs, reviewed(fact, language)), 1)
    if fact.status != "recalled":
        yield from _figures(fact, language)
        yield from _studied(fact, language)
    yield Heading(language.say("Sources"), 3)
    yield Bullets(tuple(_reference(library.sources[name], language) for name in fact.sources))
    yield from _claims_on(fact.id, library, language)
    yield from _said(fact.id, library, language)


def _source(source: Source, library: Library, language: Language) -> Iterator[Block]:
    yield Heading(source.named(language.tag), 2)
    pairs: list[tuple[str, Cell]] = [
        (language.say("Reference"), (say(citation(source, source.reviewed, language)),)),
        (language.say("Kind"), (say(kind_words(source, language)),)),
    ]
    if source.interest is not None:
        pairs.append((language.say("Interest"), (say(source.interest.spoken(language.tag)),)))
    yield Fields((*pairs, reviewed(source, language)), 1)
    facts = [fact for fact in library.facts.values() if source.id in fact.sources]
    if facts:
        yield Heading(language.say("Facts from it"), 3)
        yield Bullets(tuple(say(f"{fact.id}. {statement_of(fact, library, language)}", fact.id) for fact in facts))
    claims = [claim for claim in library.claims.values() if claim.article == source.id]
    if claims:
        yield Heading(language.say("Its claims"), 3)
        yield Bullets(tuple(_claimed(claim, language) for claim in claims))
    yield from _said(source.id, library, language)


def _claim(claim: Claim, library: Library, language: Language) -> Iterator[Block]:
    yield Heading(claim.paraphrase.spoken(language.tag), 2)
    article = library.sources[claim.article]
    pairs: list[tuple[str, Cell]] = [
        (language.say("Claimed by"), (say(short_citation(article, language), article.id),)),
        (language.say("Against the evidence"), (say(language.say(CLAIM_VERDICTS[claim.verdict]), strong=True),)),
    ]
    if claim.note is not None:
        pairs.append((language.say("Why"), (say(claim.note.spoken(language.tag)),)))
    if claim.instead is not None:
        pairs.append((language.say("What KneeDesk says"), (speak(claim.instead, library, language),)))
    yield Fields((*pairs, reviewed(claim, language)), 1)
    if claim.facts:
        yield Heading(language.say("Facts that bear on it"), 3)
        named = (library.facts[name] for name in claim.facts)
        yield Bullets(tuple(say(f"{fact.id}. {statement_of(fact, library, language)}", fact.id) for fact in named))


def _figures(fact: Fact, language: Language) -> Iterator[Block]:
    if fact.figures:
        yield Heading(language.say("Numbers"), 3)
        yield Bullets(tuple(say(_figure(figure, language)) for figure in fact.figures.values()))


def _figure(figure: Figure, language: Language) -> str:
    value = language.say(_UNITS[figure.unit]).format(value=language.number(figure.value))
    parts = [f"{language.say(_MEASURES[figure.measure])}: {value}"]
    if figure.low is not None and figure.high is not None:
        low, high = language.number(figure.low), language.number(figure.high)
        parts.append(language.say("from {low} to {high}").format(low=low, high=high))
    if figure.events is not None and figure.denominator is not None:
        events, people = language.number(figure.events), language.number(figure.denominator)
        parts.append(language.say("{events} of {people}").format(events=events, people=people))
    if figure.comparator is not None:
        against = figure.comparator.spoken(language.tag)
        parts.append(language.say("against {comparator}").format(comparator=against))
    if figure.time is not None:
        parts.append(figure.time.spoken(language.tag))
    for words, count in (("{count} people", figure.participants), ("{count} studies", figure.studies)):
        if count is not None:
            parts.append(language.say(words).format(count=language.number(count)))
    return "; ".join(parts)


def _studied(fact: Fact, language: Language) -> Iterator[Block]:
    if fact.studied:
        yield Heading(language.say("The people studied"), 3)
        yield Fields(
            tuple((language.say(_TRAITS[each.trait]), (say(each.text.spoken(language.tag)),)) for each in fact.studied),
            1,
        )


def _claims_on(name: str, library: Library, language: Language) -> Iterator[Block]:
    claims = [claim for claim in library.claims.values() if name in claim.facts]
    if claims:
        yield Heading(language.say("Claims that it bears on"), 3)
        yield Bullets(tuple(_claimed(claim, language) for claim in claims))


def _said(name: str, library: Library, language: Language) -> Iterator[Block]:
    """Say where the record is used: the statements of screens and pages that rest on it."""
    said: dict[str, Line] = {}
    saying = (entry for entry in library.entries() if not isinstance(entry, Fact | Source))  # the others rest on these
    for _, passage in chain.from_iterable(map(passages_of, saying)):
        if name in passage.basis:
            line = speak(passage, library, language)
            said.setdefault("".join(span.text for span in line), line)
    rules = {rule.id: rule for rules in library.rules.values() for rule in rules if name in rule.basis}
    lines = (*said.values(), *(say(rule.statement.spoken(language.tag)) for rule in rules.values()))
    if lines:
        yield Heading(language.say("Said with it"), 3)
        yield Bullets(tuple(lines), style="note")


def _claimed(claim: Claim, language: Language) -> Line:
    verdict = language.say(CLAIM_VERDICTS[claim.verdict])
    return say(f"{claim.id}. {claim.paraphrase.spoken(language.tag)} ({verdict})", claim.id)


def _reference(source: Source, language: Language) -> Line:
    return say(citation(source, source.reviewed, language), source.id)


def reviewed(entry: Entry, language: Language) -> tuple[str, Cell]:
    """Return the field that says when an entry was reviewed, and when next."""
    said = language.say("Reviewed {day}, next by {due}")
    words = said.format(day=language.day(entry.reviewed), due=language.day(entry.review_due))
    return language.say("Review"), (say(words),)
