"""Check the knowledge pack and count what it holds."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path

from kneedesk.commands.inputs import load_library
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.readability.scores import Score, scores_of
from kneedesk.knowledge.schemas import schemas as all_schemas


def run(
    pack: Path | None, *, schemas: Path | None, today: date, readability: bool = False, release: bool = False
) -> int:
    """Print counts by kind and status; status 1 with every fault on standard error where the pack is invalid.

    ``readability`` prints every run of the texts for patients; for a ``release`` an overdue review is a fault.
    """
    library = load_library(pack)
    if library is None:
        return 1
    print(_counts(library))
    hard = sum(_print_scores(library, language, each=readability) for language in library.pack.languages)
    overdue = library.overdue(today)
    for entry in overdue:
        print(f"review overdue: {entry.id}", file=sys.stderr)
    if schemas is not None:
        _write_schemas(schemas)
    found = {"reviews overdue": len(overdue), "texts too hard": hard}
    left = "".join(f"; {what}: {count}" for what, count in found.items() if count)
    print(f"no fault found{left}")
    return 1 if release and left else 0


def _counts(library: Library) -> str:
    rules = {id(rule): rule for listed in library.rules.values() for rule in listed}.values()
    details: dict[str, Counter[str]] = {
        "sources": Counter(source.type for source in library.sources.values()),
        "facts": Counter(fact.status for fact in library.facts.values()),
        "claims": Counter(claim.verdict for claim in library.claims.values()),
        "rules": Counter(rule.effect for rule in rules),
        "risks": Counter(risk.severity for risk in library.risks.values()),
        "texts": Counter(f"for a {text.audience}" for text in library.texts.values()),
        "head_to_head": Counter(f"compared {pair.compared}" for pair in library.head_to_head.values()),
    }
    lines = [f"pack {library.version}, review due {library.pack.review_due.isoformat()}"]
    for field in fields(library)[1:]:
        if field.name == "practice":
            break
        total = len(rules) if field.name == "rules" else len(getattr(library, field.name))
        lines.append(_line(field.name, total, details.get(field.name, Counter())))
    return "\n".join(lines)


def _line(kind: str, total: int, parts: Counter[str]) -> str:
    detail = ", ".join(f"{name} {count}" for name, count in sorted(parts.items()))
    return f"{kind:<13}{total:>5}" + (f"  ({detail})" if detail else "")


def _print_scores(library: Library, language: str, *, each: bool) -> int:
    """Print how hard the texts for patients are and return how many of them are too hard."""
    scores = scores_of(library, language)
    hard = [score for score in scores if score.too_hard]
    for score in scores if each else ():
        print(f"{language} {score.eased:6} {score.plain:6} {score.words:5} words  {score.place}")
    for score in hard:
        print(f"too hard: {score.place}: {language} {score.eased}, as it stands {score.plain}", file=sys.stderr)
    if scores:
        print(_summary(scores, language))
    return len(hard)


def _summary(scores: Sequence[Score], language: str) -> str:
    """Say the means and the hardest, with the terms of the glossary as easy words and as they stand."""
    name, hardest = ("grade", max) if language == "en" else ("ease", min)
    words = sum(score.words for score in scores)
    eased, plain = (
        f"{sum(getattr(score, way) * score.words for score in scores) / words:.1f} on average, "
        f"{hardest(getattr(score, way) for score in scores):.1f} at the hardest"
        for way in ("eased", "plain")
    )
    return f"readability {language}: {len(scores)} texts, {name} {eased}; as they stand {plain}"


def _write_schemas(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in all_schemas().items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(path)
