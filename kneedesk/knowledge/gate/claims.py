"""No claim of the articles that the ledger does not support is told as true, and no clinic page speaks for itself."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.gate.numbers import numbers_in
from kneedesk.knowledge.gate.walk import Broken, Told
from kneedesk.knowledge.gate.wording import SENTENCE
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.pack import Pack
from kneedesk.knowledge.source import Source
from kneedesk.knowledge.topic import Topic

WORD = re.compile(r"[^\W\d_]{3,}")
# Words that say nothing of which claim it is.
COMMON = frozenset(
    {"the", "and", "for", "with", "from", "that", "this", "are", "was", "were", "may", "can", "could", "has", "have"}
    | {"its", "knee", "knees", "patien", "people", "cell", "cells", "stem", "inject", "inyecc", "rodill", "pacien"}
    | {"person", "célula", "los", "las", "una", "por", "para", "con", "que", "del", "puede", "pueden", "son", "más"}
)
# A sentence that denies, doubts or attributes does not tell the claim as true.
DOUBT = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|without|unknown|unclear|untested|unproven|doubt|unsure|whether|if|clinics?"
    r"|articles?|pages?|claims?|stop|avoid|nadie|nunca|nada|ningún|ninguna|ninguno|sin|desconoce|dud[ao]s?|clínicas?"
    r"|páginas?|artículos?|afirman?|si)\b",
    re.IGNORECASE,
)
CLINIC = re.compile(r"\bclinics?\b|\bclínicas?\b", re.IGNORECASE)
EFFECT = re.compile(
    r"\b(?:heals?|cures?|repairs?|regrows?|relie(?:f|ves?)|eases?|improves?|works?|helps?|better|less pain"
    r"|cura|sana|repara|alivia|mejora|ayuda|funciona|menos dolor)\b",
    re.IGNORECASE,
)
# The ledger itself, and what says nothing of a treatment: what was read, titles, the pack.
KEPT = (Claim, Fact, Pack, Source, Topic)


def broken_claims(library: Library, told: Sequence[Told]) -> Iterator[Broken]:
    """Yield every sentence that repeats an unsupported claim, and what rests on nothing but a clinic page."""
    claimed = {language: _index(library, language) for language in ("en", "es")}
    for text in told:
        if isinstance(text.entry, KEPT):
            continue
        for location, language, said in text.spoken():
            for name in _repeated(said, *claimed[language]):
                yield text.entry, location, f"repeats {name}, which is {library.claims[name].verdict}, as true"
        yield from _clinic_alone(text, library)
    for rule in {id(rule): rule for rules in library.rules.values() for rule in rules}.values():
        if rule.effect == "indication" and _only_clinics(rule.basis, library):
            yield rule, ("sources",), "a clinic page never carries an indication alone"


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in WORD.findall(text.lower())) - COMMON


def _index(library: Library, language: str) -> tuple[dict[str, frozenset[str]], dict[str, list[str]]]:
    claims: dict[str, frozenset[str]] = {}
    by_stem: dict[str, list[str]] = defaultdict(list)
    for claim in library.claims.values():
        said = claim.paraphrase.en if language == "en" else claim.paraphrase.es
        if claim.verdict != "supported" and said and not DOUBT.search(said) and len(_stems(said)) >= 3:
            claims[claim.id] = _stems(said)
            for stem in claims[claim.id]:
                by_stem[stem].append(claim.id)
    return claims, by_stem


def _repeated(said: str, claims: Mapping[str, frozenset[str]], by_stem: Mapping[str, list[str]]) -> Iterator[str]:
    if not any(_covered(_stems(said), claims, by_stem)):
        return
    for sentence in SENTENCE.split(said):
        if not DOUBT.search(sentence):
            yield from _covered(_stems(sentence), claims, by_stem)


def _covered(
    stems: frozenset[str], claims: Mapping[str, frozenset[str]], by_stem: Mapping[str, list[str]]
) -> Iterator[str]:
    shared = Counter(name for stem in stems if stem in by_stem for name in by_stem[stem])
    for name, count in shared.items():
        if count >= len(claims[name]) - (len(claims[name]) >= 6):
            yield name


def _only_clinics(basis: Sequence[str], library: Library) -> bool:
    return all(name in library.sources and library.sources[name].type == "clinic-page" for name in basis)


def _clinic_alone(text: Told, library: Library) -> Iterator[Broken]:
    if text.passage is None or not _only_clinics(text.passage.basis, library):
        return
    for location, _, said in text.spoken():
        if numbers_in(said):
            yield text.entry, location, "a clinic page never carries a number alone"
        if not CLINIC.search(said):
            yield text.entry, location, "what only a clinic page says is told as the words of clinics"
        elif EFFECT.search(said) and not DOUBT.search(CLINIC.sub("", said)):
            yield text.entry, location, "a clinic page never carries an effect alone"
