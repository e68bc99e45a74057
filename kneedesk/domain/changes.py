"""What changed between two states of a consultation: the path of each finding, its old value and its new one."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple, cast

from pydantic import TypeAdapter

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.record import Record

_BLOCKS = frozenset(
    name
    for name, field in Consultation.model_fields.items()
    if isinstance(field.annotation, type) and issubclass(field.annotation, Record)
)


class Change(NamedTuple):
    """One finding that changed; values as a consultation file writes them, ``None`` where nothing is recorded."""

    path: str
    old: Any
    new: Any


def changes_between(before: Consultation | None, after: Consultation) -> tuple[Change, ...]:
    """Return what leads from one state to the next, in the order of the file; from nothing where none is before."""
    # An amended consultation shares the blocks in which nothing changed with the one before it: they are not compared.
    changes: list[Change] = []
    for name, new in vars(after).items():
        old = vars(before)[name] if before else None
        if new is old:
            continue
        if name in _BLOCKS:
            changes += _in_block(name, old, new)
        elif new != old:
            changes.append(Change(name, _written(before, {name}).get(name), _written(after, {name}).get(name)))
    return tuple(changes)


def applied(before: Consultation | None, changes: Iterable[Change]) -> Consultation:
    """Return the state to which changes lead.

    :raises ValidationError: where they do not lead to a consultation.
    """
    tree: dict[str, Any] = _written(before, None)
    for path, _, value in changes:
        name, _, finding = path.partition(".")
        place = tree.setdefault(name, {}) if finding else tree
        place[finding or name] = value
    return Consultation.model_validate_json(json.dumps(tree))


def value_typed(path: str, value: Any) -> Any:
    """Return a value as a file writes it as a consultation holds it.

    :raises ValidationError: where the finding has no such value any more.
    """
    return _adapter(path).validate_json(json.dumps(value))


@cache
def _adapter(path: str) -> TypeAdapter[Any]:
    name, _, finding = path.partition(".")
    field = Consultation.model_fields[name]
    if finding:
        field = cast("type[Record]", field.annotation).model_fields[finding]
    return TypeAdapter(cast("Any", field.annotation))


def _written(record: Record | None, names: set[str] | None) -> dict[str, Any]:
    return {} if record is None else record.model_dump(mode="json", include=names, exclude_none=True)


def _in_block(name: str, before: Record | None, after: Record | None) -> Iterable[Change]:
    known, now = (vars(state) if state else {} for state in (before, after))
    other = {finding for finding in known | now if known.get(finding) != now.get(finding)}
    old, new = _written(before, other), _written(after, other)
    for finding in (*new, *(left for left in old if left not in new)):
        yield Change(f"{name}.{finding}", old.get(finding), new.get(finding))
