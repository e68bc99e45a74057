"""What the pack says of itself: who made it and how, how easy it is to read, where each topic of the articles lives."""

from collections.abc import Callable, Iterator
from types import MappingProxyType

from kneedesk.knowledge.entry import Words
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.readability.scores import Score, scores_of
from kneedesk.language import Language
from kneedesk.presentation.content import Block, Cell, Fields, Heading, Line, Paragraph, say
from kneedesk.presentation.record_page import reviewed
from kneedesk.presentation.register import PACK_PAGES, statement_of

_STATES = {"done": "Done", "not-done": "Not done", "not-applicable": "Not applicable"}
_SPOKEN = {"en": "English", "es": "Español"}
_FORMULAS = {
    "en": "Flesch–Kincaid grade: {mean} on average, {hardest} at the hardest",
    "es": "Fernández-Huerta ease: {mean} on average, {hardest} at the hardest",
}
_FOLDERS = {
    "texts": "Text",
    "options": "Course",
    "risks": "Risk",
    "findings": "Finding",
    "timelines": "Timeline",
    "head_to_head": "Two courses compared",
    "scales": "Scale",
    "regulations": "Jurisdiction",
    "terms": "Term",
    "notices": "Notice",
    "rules": "Rule",
}


def pack_page(name: str, library: Library, language: Language) -> tuple[Block, ...]:
    """Return a page on the pack by its id among ``PACK_PAGES``."""
    return (Heading(language.say(PACK_PAGES[name]), 2), *_PAGES[name](library, language))


def _about(library: Library, language: Language) -> Iterator[Block]:
    pack = library.pack
    yield Fields(
        (
            (language.say("Version"), (say(library.version),)),
            (
                language.say("Authors"),
                (say(language.enumerate(tuple(each.spoken(language.tag) for each in pack.authors))),),
            ),
            (language.say("Funding"), (say(pack.funding.spoken(language.tag)),)),
            (language.say("How it is kept up to date"), (say(pack.update_policy.spoken(language.tag)),)),
            (language.say("How the evidence was selected"), (say(pack.selection.spoken(language.tag)),)),
            reviewed(pack, language),
        ),
        1,
    )


def _readability(library: Library, language: Language) -> Iterator[Block]:
    said = (
        "Every text for patients of at least a hundred words is measured. Terms that the glossary explains count "
        "as two syllables; the second line counts them as they stand."
    )
    yield Paragraph(say(language.say(said)), "note")
    pairs = []
    for tag in library.pack.languages:
        scores = scores_of(library, tag)
        if scores:
            lines = tuple(say(_summary(scores, tag, way, language)) for way in ("eased", "plain"))
            pairs.append((_SPOKEN.get(tag, tag), lines))
    yield Fields(tuple(pairs), 1)


def _summary(scores: tuple[Score, ...], tag: str, way: str, language: Language) -> str:
    words = sum(score.words for score in scores)
    mean = sum(getattr(score, way) * score.words for score in scores) / words
    hardest = (max if tag == "en" else min)(getattr(score, way) for score in scores)
    said = language.say(_FORMULAS[tag])
    return said.format(mean=language.number(round(mean, 1)), hardest=language.number(round(hardest, 1)))


def _attributes(library: Library, language: Language) -> Iterator[Block]:
    said = "The thirteen attributes that the US rule HTI-1 asks of decision support that rests on evidence."
    yield Paragraph(say(language.say(said)), "note")
    yield Fields(tuple(_pair(each.name, each.text, language) for each in library.pack.attributes), 1)


def _development(library: Library, language: Language) -> Iterator[Block]:
    said = "What the IPDAS criteria ask about the making of a decision aid, and what was done so far."
    yield Paragraph(say(language.say(said)), "note")
    pairs = []
    for each in library.pack.development:
        state = say(language.say(_STATES[each.state]), strong=True)
        label = f"{each.item} \N{MIDDLE DOT} {each.name.spoken(language.tag)}"
        pairs.append((label, (state, say(each.text.spoken(language.tag)))))
    yield Fields(tuple(pairs), 1)


def _topics(library: Library, language: Language) -> Iterator[Block]:
    yield Fields(
        tuple(
            (topic.name.spoken(language.tag), tuple(_place(place, library, language) for place in topic.places))
            for topic in sorted(library.topics.values(), key=lambda each: each.order)
        ),
        1,
    )


def _place(place: str, library: Library, language: Language) -> Line:
    """Return where a topic lives in words; a fact, a claim or a source leads to its record."""
    folder, _, name = place.partition("/")
    match folder:
        case "facts":
            return say(f"{name}. {statement_of(library.facts[name], library, language)}", name)
        case "claims":
            return say(f"{name}. {library.claims[name].paraphrase.spoken(language.tag)}", name)
        case "sources":
            return say(library.sources[name].named(language.tag), name)
        case _:
            said = language.say(_FOLDERS[folder])
            return say(f"{said}: {_title(folder, name, library, language)}")


def _title(folder: str, name: str, library: Library, language: Language) -> str:
    if folder in ("options", "timelines"):
        return next(each for each in library.options.values() if each.id == name).name.spoken(language.tag)
    if folder == "head_to_head":
        courses = (library.options[course].name.spoken(language.tag) for course in library.head_to_head[name].courses)
        return language.enumerate(tuple(courses))
    if folder == "rules":
        rules = {rule.id: rule for rules in library.rules.values() for rule in rules}
        return rules[name.rpartition("/")[2]].statement.spoken(language.tag)
    entry = getattr(library, folder)[name]
    words: Words = entry.title if folder == "texts" else entry.name
    return words.spoken(language.tag)


def _pair(name: Words, text: Words, language: Language) -> tuple[str, Cell]:
    return name.spoken(language.tag), (say(text.spoken(language.tag)),)


_PAGES: MappingProxyType[str, Callable[[Library, Language], Iterator[Block]]] = MappingProxyType(
    {
        "about": _about,
        "readability": _readability,
        "attributes": _attributes,
        "development": _development,
        "topics": _topics,
    }
)
