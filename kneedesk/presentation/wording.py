"""Turn the pack's statements into lines: the only place where a fact's number becomes words."""

import math
import re

from kneedesk.knowledge.entry import PLACEHOLDER, Passage
from kneedesk.knowledge.fact import Figure
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.practice import SOURCE
from kneedesk.language import Language
from kneedesk.presentation.content import Cell, Line, Span


def speak(passage: Passage, library: Library, language: Language, *, strong: bool = False) -> Line:
    """Return one statement as a line, its figures in words, labelled where it is second-hand or the practice's own."""
    text = fill(passage.text.spoken(language.tag), library, language)
    second_hand = any(basis in library.facts and library.facts[basis].status == "secondary" for basis in passage.basis)
    label = language.say("second-hand")
    if second_hand and label not in text.casefold():
        text = with_label(text, label)
    if passage.local:
        text = from_practice(text, language)
    return (Span(text, strong=strong, basis=passage.basis),)


def from_practice(text: str, language: Language) -> str:
    """Return words of the practice with the label that says so."""
    return f"{text} ({language.say('from the practice')})"


def with_label(text: str, label: str) -> str:
    """Return a statement with a label in brackets, which stands before the stop that ends it."""
    words = text.removesuffix(".")
    return f"{words} ({label}){text[len(words) :]}"


def lower(name: str) -> str:
    """Return a name as it stands within a sentence; an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def contact_lines(library: Library, language: Language) -> Cell:
    """Return how to reach the practice, in its own words; nothing where it has no pack or says nothing."""
    contacts = library.practice.contacts if library.practice is not None else ()
    said = (from_practice(words.spoken(language.tag), language) for words in contacts)
    return tuple((Span(text, basis=(SOURCE,)),) for text in said)


def speak_all(passages: tuple[Passage, ...], library: Library, language: Language) -> Cell:
    """Return statements as lines under one another."""
    return tuple(speak(passage, library, language) for passage in passages)


def speak_text(name: str, library: Library, language: Language) -> Cell:
    """Return the statements of a text of the pack by its id."""
    return speak_all(library.texts[name].passages, library, language)


def title_of(name: str, library: Library, language: Language) -> str:
    """Return the title of a text of the pack by its id."""
    return library.texts[name].title.spoken(language.tag)


def fill(text: str, library: Library, language: Language) -> str:
    """Return a text with every figure that it names written out; the ends of what it gives in people are people too."""
    in_people = {match.group("fact", "figure") for match in PLACEHOLDER.finditer(text) if match["part"] == "of100"}

    def write(match: re.Match[str]) -> str:
        figure = library.facts[match["fact"]].figures[match["figure"]]
        part = match["part"] or "value"
        if part == "of100":
            return of_hundred(figure, language)
        number = getattr(figure, part)
        end_in_people = part in ("low", "high") and match.group("fact", "figure") in in_people
        return people_words(number, language) if end_in_people else language.number(number)

    return PLACEHOLDER.sub(write, text)


def share(figure: Figure) -> float:
    """Return a figure as a number out of 100 people."""
    if figure.events is not None and figure.denominator:
        return 100 * figure.events / figure.denominator
    return float(figure.value)


def whole_people(share_of_hundred: float) -> int:
    """Return a share as whole people, halves upwards: 24.5 are 25, not the 24 of banker's rounding.

    Less than one of a hundred is none: 3 of 523 are not drawn as many as 5 of 500.
    """
    return math.floor(share_of_hundred + 0.5) if share_of_hundred >= 1 else 0


def people_words(share_of_hundred: float, language: Language) -> str:
    """Return a share as whole people out of 100, or that it is fewer than one."""
    people = whole_people(share_of_hundred)
    return language.number(people) if people else language.say("fewer than 1")


def of_hundred(figure: Figure, language: Language) -> str:
    """Return the share that a figure gives as people out of 100."""
    return people_words(share(figure), language)
