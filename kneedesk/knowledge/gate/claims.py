"""No claim of the articles that the ledger does not support is told as true, and no clinic page speaks for itself."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.gate.numbers import numbers_in
from kneedesk.knowledge.gate.walk import LANGUAGES, Broken, Told
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
# What an article holds is no claim that can be true of a knee.
FORM = re.compile(
    r"^(?:An? (?:table|example|expert|review|study|meta-analysis)|Un[ao]? (?:tabla|ejemplo|estudio|expert[oa]))\b"
)
# A claim of two parts is repeated where one of them is.
PART = re.compile(r"[,;:]|\b(?:and|or|but|y|o|pero)\b")
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
    ledgers = {language: _Ledger(library, language) for language in LANGUAGES}
    for text in told:
        if isinstance(text.entry, KEPT):
            continue
        for location, language, said in text.spoken():
            for name in ledgers[language].repeated(said):
                yield text.entry, location, f"repeats {name}, which is {library.claims[name].verdict}, as true"
        yield from _clinic_alone(text, library)
    for rule in {id(rule): rule for rules in library.rules.values() for rule in rules}.values():
        if rule.effect == "indication" and _only_clinics(rule.basis, library):
            yield rule, ("sources",), "a clinic page never carries an indication alone"


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in WORD.findall(text.lower())) - COMMON


class _Ledger:
    """The parts of the unsupported claims in one language, by the stems of their words."""

    def __init__(self, library: Library, language: str) -> None:
        self._parts: list[tuple[str, frozenset[str]]] = []
        self._named: dict[str, list[int]] = defaultdict(list)
        for claim in library.claims.values():
            said = claim.paraphrase.spoken(language)
            if claim.verdict != "supported" and not DOUBT.search(said) and not FORM.search(said):
                for part in (said, *PART.split(said)):
                    self._add(claim.id, _stems(part))

    def _add(self, name: str, stems: frozenset[str]) -> None:
        if len(stems) >= 3:
            for stem in stems:
                self._named[stem].append(len(self._parts))
            self._parts.append((name, stems))

    def repeated(self, said: str) -> tuple[str, ...]:
        """Return the claims that a sentence of a text repeats without denying or attributing them."""
        if not any(self._covered(said)):
            return ()
        sentences = (sentence for sentence in SENTENCE.split(said) if not DOUBT.search(sentence))
        return tuple(dict.fromkeys(name for sentence in sentences for name in self._covered(sentence)))

    def _covered(self, said: str) -> Iterator[str]:
        shared = Counter(part for stem in _stems(said) for part in self._named.get(stem, ()))
        for part, count in shared.items():
            name, stems = self._parts[part]
            if count >= len(stems) - _spared(stems):
                yield name


def _spared(stems: frozenset[str]) -> int:
    """Return how many words of a claim may be missing where it is repeated."""
    return 1 if len(stems) >= 6 else 0


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
