"""Consultation files for tests: the reference, and the same with something changed."""

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

CASES: Final = Path(__file__).parent / "cases"
ABSENT: Final = object()


def reference() -> dict[str, Any]:
    """Return the reference consultation as its file has it."""
    tree: dict[str, Any] = json.loads((CASES / "reference.json").read_text("utf-8"))
    return tree


def changed(tree: Mapping[str, Any], changes: Mapping[str, Any]) -> bytes:
    """Return a file with values changed, added or, by ``ABSENT``, taken out: ``{"measures[0].score": 3}``."""
    tree = deepcopy(dict(tree))
    for path, value in changes.items():
        *parents, last = (int(part) if part.isdigit() else part for part in re.findall(r"[^.\[\]]+", path))
        node: Any = tree
        for part in parents:
            node = node[part] if isinstance(part, int) else node.setdefault(part, {})
        if value is ABSENT:
            node.pop(last, None) if isinstance(node, dict) else node.pop(last)
        elif isinstance(last, int) and last == len(node):
            node.append(value)
        else:
            node[last] = value
    return json.dumps(tree).encode()
