"""No chance is told as one in so many, and no word such as rare, common or safe stands without a number."""

import re
from collections.abc import Iterator, Sequence

from kneedesk.knowledge.gate.numbers import ASIDE
from kneedesk.knowledge.gate.walk import Broken, Told
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.source import Source

# Looked for first, as plain text: few texts hold one of them.
MARKS = {
    "en": ("one in ", "1 in ", "one out ", "1 out ", "rare", "common", "safe", "frequent"),
    "es": (" cada ", "rar", "común", "comun", "frecuen", "segur", "sin riesgo"),
}
SENTENCE = re.compile(r"(?<=[.!?;])\s+")
ONE_IN = {
    "en": re.compile(
        r"\b(?:1|one) (?:in|out of)(?: every)? (?!100\b)(?:\d|\{|two|three|four|five|ten|twenty|a )", re.I
    ),
    "es": re.compile(
        r"\b(?:1|un[oa]?) (?:de|en|por) cada (?!100\b)(?:\d|\{|dos|tres|cuatro|cinco|diez|veinte|mil)", re.I
    ),
}
ALONE = {
    "en": re.compile(
        r"\b(?:rare(?:ly)?|(?<!in )common(?:ly)?|uncommon(?:ly)?|safe(?:ly)?|(?<!more )(?<!less )frequent(?:ly)?)\b",
        re.I,
    ),
    "es": re.compile(
        r"\b(?:rar[oa]s?|rara vez|raramente|(?<!en )com[uú]n(?:es|mente)?|(?<!más )(?<!menos )frecuente(?:s|mente)?"
        r"|(?:es|son|sea|sean|muy|más|parece|parecen|resulta|resultan|tratamiento|método|inyección|operación"
        r"|procedimiento|producto|productos) segur[oa]s?|sin riesgos?)\b",
        re.I,
    ),
}
# With a number, a comparison, a question or a denial the word does not stand alone.
HELD = {
    "en": re.compile(r"[{\d]|\b(?:than|not|no|nobody|never|whether|if|how|unknown|quote|labels)\b", re.I),
    "es": re.compile(r"[{\d]|\b(?:que|no|nadie|nunca|si|cuán|qué|desconoce|etiquetas|palabras)\b", re.I),
}


def broken_wording(library: Library, told: Sequence[Told]) -> Iterator[Broken]:
    """Yield every text that words a chance so that it cannot be weighed."""
    for text in told:
        if isinstance(text.entry, Source) or text.location[0] in ASIDE:
            continue
        for location, language, said in text.spoken():
            if not any(map(said.lower().__contains__, MARKS[language])):
                continue
            if ONE_IN[language].search(said):
                yield text.entry, location, "a chance is told out of 100, never as one in so many"
            if ALONE[language].search(said):
                for sentence in SENTENCE.split(said):
                    word = ALONE[language].search(sentence)
                    if word and not HELD[language].search(sentence):
                        yield text.entry, location, f"the word {word[0]!r} stands alone: say how often, or not known"
