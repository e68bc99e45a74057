"""Read one YAML file of the pack, and find the line of a fault in it."""

import datetime
import json
from pathlib import Path
from typing import Any

import yaml

_Fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Fast):  # type: ignore[misc, valid-type]
    """YAML's safe loader that refuses a key written twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return the mapping of a node, whose keys stand there once each."""
        keys = [key.value for key, _ in node.value]
        repeated = next((key for key, _ in reversed(node.value) if keys.count(key.value) > 1), None)
        if repeated is not None:
            mark = repeated.start_mark
            raise yaml.constructor.ConstructorError(None, None, f"the key {repeated.value} stands there twice", mark)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


class Unreadable(ValueError):
    """A file is no YAML mapping; ``line`` is where, counted from one."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def read(path: Path) -> bytes:
    """Return the content of a YAML file as JSON, so that a schema can be strict about types.

    :raises Unreadable: with the line, where the file is no YAML mapping.
    """
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise Unreadable(mark.line + 1 if mark else 1, error.problem or "is no YAML") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Unreadable(1, f"is no YAML: {error}") from None
    if not isinstance(data, dict):
        raise Unreadable(1, "the file must hold keys with values")
    try:
        return json.dumps(data, default=_write_day, allow_nan=False).encode()
    except (TypeError, ValueError) as error:
        raise Unreadable(1, f"holds what is no text, number, day, list or mapping: {error}") from None


def _write_day(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(value)


def line_of(path: Path, location: tuple[int | str, ...]) -> int:
    """Return the line of the deepest part of a location that the file has, counted from one."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Fast)
    line = 1
    for part in location:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == str(part)), None)
            if pair is None:
                continue
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
    return line
