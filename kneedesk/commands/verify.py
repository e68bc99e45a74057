"""Check the seals of documents: intact, changed, superseded, or not verifiable, and why."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kneedesk.commands.inputs import our_language
from kneedesk.documents.sealing.check import Check, Verdict
from kneedesk.documents.sealing.verification import verify_file
from kneedesk.documents.sealing.wording import reason_words, seal_words, verdict_words
from kneedesk.language import Language
from kneedesk.store.known_seals import own_keys, standing_in


def run(files: Sequence[Path], *, data: Path, as_json: bool) -> int:
    """Print one answer a file; ``data`` is where the practice's key and consultations are kept.

    Status 0 all are intact, whoever sealed them; 1 one of them is not.
    """
    language = our_language("en")
    ours = own_keys(data)
    with standing_in(data) as standing:
        checks = [verify_file(path, ours, standing) for path in files]
    for path, check in zip(files, checks, strict=True):
        print(_as_json(path, check, language) if as_json else _as_text(path, check, language))
    sys.stdout.flush()
    return 0 if all(check.verdict is Verdict.INTACT for check in checks) else 1


def _as_text(path: Path, check: Check, language: Language) -> str:
    said = [f"{path}: {verdict_words(check, language)}", f"  {reason_words(check, language)}"]
    return "\n".join((*said, *(f"  {label}: {words}" for label, words in seal_words(check, language))))


def _as_json(path: Path, check: Check, language: Language) -> str:
    return json.dumps(_told(path, check, language), ensure_ascii=False)


def _told(path: Path, check: Check, language: Language) -> dict[str, Any]:
    told: dict[str, Any] = {
        "file": str(path),
        "verdict": check.verdict.value,
        "reason": check.reason.value,
        "words": f"{verdict_words(check, language)} {reason_words(check, language)}",
    }
    if check.seal is None or not seal_words(check, language):
        return told
    at = check.seal.sealed_at
    return told | {
        "practice": check.seal.practice,
        "fingerprint": check.seal.fingerprint,
        "sealed_at": at.isoformat() if at else None,
        "content": check.seal.content or None,
        "standing": check.standing,
    }
