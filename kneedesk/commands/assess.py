"""Print what the rules say of consultations: the verdicts with reasons, what is missing, what would change."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kneedesk.assessment.assessment import Assessment, assess
from kneedesk.assessment.candidacy import Candidacy
from kneedesk.assessment.change import Change, changes
from kneedesk.commands.inputs import load_all, load_library, our_language
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.verdicts import statement, verdict_words


def run(files: Sequence[Path], *, as_json: bool, pack: Path | None = None) -> int:
    """Print one assessment a file; nothing is printed where one of the files or the pack is refused (status 2)."""
    consultations = load_all(files)
    library = load_library(pack)
    if consultations is None or library is None:
        return 2
    language = our_language("en")
    for path, consultation in zip(files, consultations, strict=True):
        assessment = assess(consultation, library)
        if as_json:
            several = {"file": str(path)} if len(files) > 1 else {}
            indent = None if several else 2
            print(json.dumps({**several, **_as_json(assessment, library, language)}, ensure_ascii=False, indent=indent))
        else:
            print(f"{path}\n{_as_text(assessment, language)}")
    sys.stdout.flush()
    return 0


def _as_json(assessment: Assessment, library: Library, language: Language) -> dict[str, Any]:
    treatments = {
        treatment.value: _candidacy(candidacy, changes(candidacy, assessment.findings, library), language)
        for treatment, candidacy in assessment.candidacies.items()
    }
    return {"knowledge": assessment.knowledge, "treatments": treatments}


def _candidacy(candidacy: Candidacy, would_change: Sequence[Change], language: Language) -> dict[str, Any]:
    reasons = [
        {
            "rule": reason.rule.id,
            "effect": reason.rule.effect,
            "temporary": reason.rule.temporary,
            "status": reason.status.value,
            "findings": list(reason.rule.findings),
            "statement": statement(reason, language),
            "sources": list(reason.rule.basis),
        }
        for reason in candidacy.reasons
    ]
    return {
        "verdict": candidacy.verdict.value,
        "reasons": reasons,
        "missing": list(candidacy.missing),
        "would_change": [
            {"finding": change.finding, "to": _plain(change.to), "verdict": change.verdict.value}
            for change in would_change
        ],
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _as_text(assessment: Assessment, language: Language) -> str:
    lines = []
    for treatment, candidacy in assessment.candidacies.items():
        line = f"  {treatment.value:<18}{verdict_words(candidacy.verdict, language)}"
        if candidacy.missing:
            line += f" (ask next: {candidacy.missing[0]})"
        lines.append(line)
    return "\n".join(lines)
