"""Check the knowledge pack and count what it holds."""

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from kneedesk.bundle import resources
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.schemas import schemas as all_schemas
from kneedesk.knowledge.shelves import InvalidPack, read_library


def run(pack: Path | None, *, schemas: Path | None, today: date) -> int:
    """Print counts by kind and status; status 1 with every fault on standard error where the pack is invalid."""
    try:
        library = read_library(pack or resources() / "knowledge")
    except InvalidPack as invalid:
        for fault in invalid.faults:
            print(fault, file=sys.stderr)
        print(f"faults: {len(invalid.faults)}; the pack cannot be used", file=sys.stderr)
        return 1
    print(_counts(library))
    overdue = sorted(entry.id for entry in library.entries() if entry.review_due < today)
    for name in overdue:
        print(f"review overdue: {name}", file=sys.stderr)
    if schemas is not None:
        _write_schemas(schemas)
    print("no fault found" if not overdue else f"no fault found; reviews overdue: {len(overdue)}")
    return 0


def _counts(library: Library) -> str:
    rules = len({id(rule) for listed in library.rules.values() for rule in listed})
    lines = [f"pack {library.pack.version}, review due {library.pack.review_due.isoformat()}"]
    lines += [_line("sources", len(library.sources), Counter(s.type for s in library.sources.values()))]
    lines += [_line("facts", len(library.facts), Counter(fact.status for fact in library.facts.values()))]
    lines += [_line("claims", len(library.claims), Counter(claim.verdict for claim in library.claims.values()))]
    lines += [_line("rules", rules, Counter())]
    for kind in ("findings", "options", "risks", "texts", "notices"):
        lines.append(_line(kind, len(getattr(library, kind)), Counter()))
    return "\n".join(lines)


def _line(kind: str, total: int, parts: Counter[str]) -> str:
    detail = ", ".join(f"{name} {count}" for name, count in sorted(parts.items()))
    return f"{kind:<9}{total:>5}" + (f"  ({detail})" if detail else "")


def _write_schemas(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in all_schemas().items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(path)
