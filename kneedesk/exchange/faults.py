"""Say in one sentence what is wrong with a field: its path, the value found and what is allowed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import bounds, choices, finding_types
from kneedesk.domain.record import Record
from kneedesk.language import Language

_LONGEST = 60
_MOST = 40
# What may stand where a value is either given or said to be none.
_EITHER = {
    "history.knee_replacement_planned": "a date as YYYY-MM-DD, or false for asked and none planned",
    "consent.interpreter": "the name of the interpreter, or false for offered and declined",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with something, or a part of that: a message, and what stands in its places."""

    message: str
    parts: Mapping[str, "str | Fault"] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return it in English."""
        return self.message.format_map({name: str(part) for name, part in self.parts.items()})

    def said(self, language: Language) -> str:
        """Return it in a language; paths, keys and values stand as they stand in a file."""
        parts = {name: part.said(language) if isinstance(part, Fault) else part for name, part in self.parts.items()}
        return language.say(self.message).format_map(parts)


class Refused(ValueError):
    """A file was refused; each of the ``faults`` is a clear sentence, and past the fortieth only their count is."""

    def __init__(self, *faults: Fault) -> None:
        if len(faults) > _MOST:
            left = Fault("further faults that are not listed: {count}", {"count": str(len(faults) - _MOST)})
            faults = (*faults[:_MOST], left)
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return the faults in English."""
        return tuple(map(str, self.faults))

    def said(self, language: Language) -> tuple[str, ...]:
        """Return the faults in a language."""
        return tuple(fault.said(language) for fault in self.faults)


def shorten(value: Any) -> Fault:
    """Return a value as it stood in the file, cut to a length that fits a sentence, without control characters."""
    match value:
        case None:
            return Fault("nothing")
        case bool():
            return _as_it_is(str(value).lower())
        case dict():
            return Fault("an object")
        case list() | tuple():
            return Fault("a list of {count}", {"count": str(len(value))})
        case datetime():
            return _as_it_is(value.isoformat())
        case str():
            return _as_it_is(_quote(value))
        case _:
            return _as_it_is(_cut(str(value)))


def _as_it_is(text: str) -> Fault:
    return Fault("{value}", {"value": text})


def _quote(text: str) -> str:
    return f"'{_cut(''.join(map(_escape, text[: _LONGEST + 1])))}'"


def _escape(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode()


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def step(path: str, part: str | int) -> str:
    """Return the path one level deeper; a key that could not be a name is quoted and cut like a value."""
    if isinstance(part, int):
        return f"{path}[{part}]"
    name = part if part.isidentifier() and len(part) <= _LONGEST else _quote(part)
    return f"{path}.{name}" if path else name


def explain(error: ValidationError) -> tuple[Fault, ...]:
    """Return one sentence a fault, the branches of a choice of types taken together."""
    faults = (_fault(detail) for detail in _merge(error.errors(include_url=False)))
    return tuple({str(fault): fault for fault in faults}.values())


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


def _fault(detail: ErrorDetails) -> Fault:
    path, found = _path(detail), detail["input"]
    if detail["type"] == "missing":
        sentence = "{path}: nothing is recorded; allowed is {allowed}"
        return Fault(sentence, {"path": path, "allowed": _allowed(path, detail)})
    if detail["type"] == "extra_forbidden":
        sentence = "{path}: {found} stands under a key that is not known; allowed are {keys}"
        return Fault(sentence, {"path": path, "found": shorten(found), "keys": _known_keys(detail)})
    if "found" in detail.get("ctx", {}):
        found = detail["ctx"]["found"]
    return refused_value(path, found, _allowed(path, detail))


def refused_value(path: str, found: Any, allowed: str | Fault) -> Fault:
    """Return the fault of a value that is not allowed at a path."""
    sentence = "{path}: {found} is not allowed; allowed is {allowed}"
    return Fault(sentence, {"path": path, "found": shorten(found), "allowed": allowed})


def _allowed(path: str, detail: ErrorDetails) -> str | Fault:
    context = detail.get("ctx", {})
    if path in _EITHER and detail["type"] not in ("misplaced", "string_too_long"):
        return Fault(_EITHER[path])
    if detail["type"] in _OTHER_CHOICES and path in finding_types() and choices(path):
        return ", ".join(str(choice) for choice in choices(path))
    if detail["type"] in ("enum", "literal_error"):
        return str(context["expected"]).replace("'", "").replace(" or ", ", ")
    if detail["type"] in ("greater_than_equal", "less_than_equal") and path in finding_types():
        least, most = bounds(path)
        return Fault("{least} to {most}", {"least": f"{least:g}", "most": f"{most:g}"})
    words = _WORDS.get(detail["type"]) or context.get("allowed") or detail["msg"]
    return Fault(words, {name: _written(value) for name, value in context.items()})


def _written(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


_OTHER_CHOICES = frozenset(("enum", "literal_error", "missing", "other_type", "int_parsing_size"))
_WORDS = {
    "missing": "a value, which is required",
    "blank": "a text with at least one visible character",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
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
