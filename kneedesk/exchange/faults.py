"""Say in one sentence what is wrong with a field: its path, the value found and what is allowed."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import bounds, choices, finding_types
from kneedesk.domain.record import Record

_LONGEST = 60
_MOST = 40
# What may stand where a value is either given or said to be none.
_EITHER = {
    "history.knee_replacement_planned": "a date as YYYY-MM-DD, or false for asked and none planned",
    "consent.interpreter": "the name of the interpreter, or false for offered and declined",
}


class Refused(ValueError):
    """A file was refused; ``sentences`` has one clear sentence a fault, and past the fortieth only their count."""

    def __init__(self, *sentences: str) -> None:
        if len(sentences) > _MOST:
            sentences = (*sentences[:_MOST], f"further faults that are not listed: {len(sentences) - _MOST}")
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def shorten(value: Any) -> str:
    """Return a value as it stood in the file, cut to a length that fits a sentence, without control characters."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case dict():
            return "an object"
        case list() | tuple():
            return f"a list of {len(value)}"
        case datetime():
            return value.isoformat()
        case str():
            return f"'{_cut(''.join(map(_escape, value[: _LONGEST + 1])))}'"
        case _:
            return _cut(str(value))


def _escape(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode()


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def step(path: str, part: str | int) -> str:
    """Return the path one level deeper; a key that could not be a name is quoted and cut like a value."""
    if isinstance(part, int):
        return f"{path}[{part}]"
    name = part if part.isidentifier() and len(part) <= _LONGEST else shorten(part)
    return f"{path}.{name}" if path else name


def explain(error: ValidationError) -> tuple[str, ...]:
    """Return one sentence a fault, the branches of a choice of types taken together."""
    return tuple(dict.fromkeys(_sentence(detail) for detail in _merge(error.errors(include_url=False))))


def _merge(details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    seen: set[str] = set()
    for detail in details:
        path = _path(detail)
        if path not in seen:
            seen.add(path)
            yield detail


def _path(detail: ErrorDetails) -> str:
    """Return the path of a fault without the names pydantic adds for the branches of a union."""
    path = ""
    for part in detail["loc"]:
        if isinstance(part, str) and path in finding_types() and not _holds_record(path):
            break
        path = step(path, part)
    context = detail.get("ctx", {}).get("path")
    if context:
        path = f"{path}.{context}" if path else str(context)
    return path


def _holds_record(path: str) -> bool:
    return any(isinstance(kind, type) and issubclass(kind, Record) for kind in finding_types()[path])


def _sentence(detail: ErrorDetails) -> str:
    path, found = _path(detail), detail["input"]
    if detail["type"] == "missing":
        return f"{path}: nothing is recorded; allowed is {_allowed(path, detail)}"
    if detail["type"] == "extra_forbidden":
        return f"{path}: {shorten(found)} stands under a key that is not known; allowed are {_known_keys(detail)}"
    if "found" in detail.get("ctx", {}):
        found = detail["ctx"]["found"]
    return f"{path}: {shorten(found)} is not allowed; allowed is {_allowed(path, detail)}"


def _allowed(path: str, detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if path in _EITHER and detail["type"] not in ("misplaced", "string_too_long"):
        return _EITHER[path]
    if detail["type"] in _OTHER_CHOICES and path in finding_types() and choices(path):
        return ", ".join(str(choice) for choice in choices(path))
    if detail["type"] in ("enum", "literal_error"):
        return str(context["expected"]).replace("'", "").replace(" or ", ", ")
    if detail["type"] in ("greater_than_equal", "less_than_equal") and path in finding_types():
        return "{:g} to {:g}".format(*bounds(path))
    words = _WORDS.get(detail["type"])
    return words.format(**context) if words else detail["msg"]


_OTHER_CHOICES = frozenset(("enum", "literal_error", "missing", "other_type", "int_parsing_size"))
_WORDS = {
    "missing": "a value, which is required",
    "blank": "a text with at least one visible character",
    "greater_than_equal": "{ge:g} or more",
    "less_than_equal": "{le:g} or less",
    "string_too_long": "at most {max_length} characters",
    "too_long": "at most {max_length} entries",
    "too_short": "at least {min_length} entries",
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "tuple_type": "a list",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "date_type": "a date as YYYY-MM-DD",
    "datetime_type": "an instant with its UTC offset, as 2026-11-18T14:02:00+01:00",
    "repeated": "each entry once",
}


def _known_keys(detail: ErrorDetails) -> str:
    record: type[Record] = Consultation
    for part in detail["loc"][:-1]:
        if isinstance(part, str):
            record = next(_records_in(record.model_fields[part].annotation))
    return ", ".join(record.model_fields)


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)
