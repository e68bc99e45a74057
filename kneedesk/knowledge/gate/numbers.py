"""Every number that is shown is a figure of a fact, and a fact says the numbers of its own figures."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.entry import PLACEHOLDER
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.finding import Finding
from kneedesk.knowledge.gate.walk import Broken, Told, words_of
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.pack import Pack
from kneedesk.knowledge.rule import Rule
from kneedesk.knowledge.source import Source

NUMBER = re.compile(r"[-−]?\d+(?:[.,]\d+)*")
MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
LAWS = (
    r"(?:sections?|chapters?|title|opinion|secci[oó]n(?:es)?|cap[ií]tulos?|t[ií]tulo|opini[oó]n|art[ií]culos?"
    r"|45 CFR|RCW|HB|SB|Utah|Code|RI\.|PHS Act|Decreto|Ley)"
)
# No number of the literature: the ends of a scale, the one denominator, dates, and digits within a name.
NAMES = re.compile(
    "|".join(
        (
            r"\b(?:from |between |de |entre |del )?0(?: \([^)]*\),?)?(?:-|–| to | and | a | al | y )(?:100|10)\b",
            r"\bout of 100\b|(?<!out )\bof 100?\b|\bde cada 100\b|\bde 100?\b|'1 (?:in|de cada) x'",
            r"\b100 (?:people like|personas como)\b",
            r"\b10[- ]cm\b|\b100[- ]mm\b",
            rf"(?:\b\d{{1,2}}º? (?:de )?)?{MONTHS} (?:de )?(?:19|20)\d\d\b",
            r"\b(?:19|20)\d\d(?:[-–](?:19|20)\d\d|-\d{3})?\b(?![.,]?\d)",
            r"\b(?:grades?|phases?|levels?|grados?|fases?|nivel(?:es)?) \d\w?(?:/\d\w)?"
            r"(?:(?:, | to | or | and |-|–| a | al | o | y )\d\w?)*",
            rf"\b{LAWS}[ .]?[\d.:-]+\w?(?:(?:,| and| to| y| a|, and) [\d.-]+\d)*",
            r"\b\d+(?:st|nd|rd|th|\.ª) (?:edition|edici[oó]n|Circuit)|\bv\d+(?:\.\d+)*",
            r"\bp ?= ?\.?\d+(?:\.\d+)?|\b\d+ x 10\^\d+(?:/L)?",
            r"\b[\d.]+ (?:by|por) \d+ (?:inches|pulgadas)\b|\b\d+-point\b|\bde \d+ puntos o\b",
            r"[A-Za-z]+-?\d[\w-]*|(?-i:\b\d+[A-Z]\w*)",
        )
    ),
    re.IGNORECASE,
)
# What an article says stays as it says it, next to its verdict; what was read is told as it was found.
STUDIED = {"population", "people", "intervention", "comparator", "outcome", "figures"}
ASIDE = {"paraphrase", "seen", "certainty_note"} | STUDIED
SCALE_ENDS = {0.0, 10.0, 100.0}
MILLION = 1e6  # 32.5 million people are a figure of 32500000
# Taken away first: most digits that are shown are these.
SCALES = re.compile(r" (?:0 (?:to|a) 100?|(?:out of|de cada) 100)\b")
AROUND = 50
DIGIT = re.compile(r"\d")
FACT = re.compile(r"[A-Z]+-\d+")


def broken_numbers(library: Library, told: Sequence[Told]) -> Iterator[Broken]:
    """Yield every text with a number that is written out instead of being named, or that differs from its figure."""
    for text in told:
        if isinstance(text.entry, Source | Pack) or text.location[0] in ASIDE:
            continue
        for location, _, said in text.spoken():
            strange = _strange(text, said, library)
            if strange and isinstance(text.entry, Fact):
                yield text.entry, location, f"no figure of this fact says {', '.join(strange)}"
            elif strange:
                yield text.entry, location, f"{', '.join(strange)} is written out: name the figure of a fact"


def numbers_in(text: str) -> list[str]:
    """Return the numbers that a text writes out, without scales, dates and names."""
    written = PLACEHOLDER.sub(" ", text)
    return [found[0] for found in NUMBER.finditer(written) if not _is_name(found, written)]


def _strange(text: Told, said: str, library: Library) -> list[str]:
    written = SCALES.sub(" ", PLACEHOLDER.sub(" ", said) if "{" in said else said)
    if not DIGIT.search(written):
        return []
    known = _known(text, library)
    strange = [
        found for found in NUMBER.finditer(written) if _value(found[0]) not in known and not _is_name(found, written)
    ]
    if strange and isinstance(text.entry, Fact):
        described = set(_described(text.entry))
        strange = [found for found in strange if _value(found[0]) not in described]
    return [found[0] for found in strange]


def _is_name(number: re.Match[str], text: str) -> bool:
    """Return whether a number is part of a name, looking only around it: names are short and texts are many."""
    start = max(0, number.start() - AROUND)
    around = text[start : number.end() + AROUND]
    last = number.end() - 1 - start
    return any(name.start() <= last < name.end() for name in NAMES.finditer(around))


def _known(text: Told, library: Library) -> set[float]:
    entry, facts = text.entry, library.facts
    match entry:
        case Finding() if text.location[0] == "values":
            return {_value(str(text.location[1]))}
        case Fact():
            return _figures(entry)
        case Rule():
            named = [facts[name] for name in entry.facts if name in facts]
            described = {value for fact in named for value in (*_figures(fact), *_described(fact))}
            return {*_thresholds(entry.when), *described}
        case Claim() if text.passage is None:
            names = (*entry.facts, *FACT.findall(text.words.en))
            return {value for name in names if name in facts for value in _figures(facts[name])}
    return set()


def _figures(fact: Fact) -> set[float]:
    values = {
        abs(float(value))
        for figure in fact.figures.values()
        for name in ("value", "low", "high", "events", "denominator", "participants", "studies")
        if (value := getattr(figure, name)) is not None
    }
    return values | SCALE_ENDS | {value / MILLION for value in values if value >= MILLION}


def _described(fact: Fact) -> Iterator[float]:
    for location, words in words_of(fact):
        if location[0] in ASIDE:
            yield from (_value(number) for number in NUMBER.findall(words.en))


def _thresholds(criterion: Any) -> Iterator[float]:
    match criterion:
        case bool():
            return
        case int() | float():
            yield float(criterion)
        case BaseModel():
            for part in criterion.__dict__.values():
                yield from _thresholds(part)
        case tuple():
            for part in criterion:
                yield from _thresholds(part)


def _value(number: str) -> float:
    try:
        return float(number.lstrip("-−").replace(",", ""))
    except ValueError:  # the number of a section, as 45.46.116
        return -1.0
