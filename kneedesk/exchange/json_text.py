"""Parse JSON and refuse what it leaves open: repeated keys, NaN, infinities, deep nesting, half characters."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kneedesk.exchange.faults import Fault, Refused, shorten, step

MAX_DEPTH = 16
_MAX_DIGITS = 300
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)


# What Python's reader finds, marked here so that a catalogue can hold it.
_REASONS = (
    "expecting value",
    "expecting property name enclosed in double quotes",
    "expecting ',' delimiter",
    "expecting ':' delimiter",
    "extra data",
    "invalid control character",
    "invalid \\escape",
    "invalid \\uXXXX escape",
    "unterminated string",
    "unexpected UTF-8 BOM (decode using utf-8-sig)",
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A value or an object that is refused, kept in the tree until its path is known."""

    fault: Fault


def parse(text: str) -> Any:
    """Return the parsed text.

    :raises Refused: with the path of the fault, or with line and column where the text is no JSON.
    """
    _check_depth(text)
    try:
        tree = json.loads(
            text,
            object_pairs_hook=_pair,
            parse_constant=lambda word: _found("{word} is not allowed; allowed is a finite number", word=word),
            parse_float=_read_decimal,
            parse_int=_read_whole,
        )
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" at").removesuffix(" starting")
        place = {"line": str(error.lineno), "column": str(error.colno)}
        sentence = "line {line}, column {column}: {reason}; allowed is valid JSON"
        raise Refused(Fault(sentence, {**place, "reason": Fault(reason[:1].lower() + reason[1:])})) from None
    faults = tuple(_faults(tree, ""))
    if faults:
        raise Refused(*faults)
    return tree


def _check_depth(text: str) -> None:
    depth = 0
    for match in _TOKEN.finditer(text):
        token = match.group()
        depth += (token in "[{") - (token in "]}")
        if depth > MAX_DEPTH:
            line = text.count("\n", 0, match.start()) + 1
            sentence = "line {line}: more than {most} levels of nesting; allowed are {most}"
            raise Refused(Fault(sentence, {"line": str(line), "most": str(MAX_DEPTH)}))


def _pair(pairs: list[tuple[str, Any]]) -> Any:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            return _found("the key {key} stands there twice; allowed is once", key=shorten(key))
        seen[key] = value
    return seen


def _read_decimal(digits: str) -> Any:
    number = float(digits)
    if math.isfinite(number):
        return number
    return _found("{number} is too large; allowed is a finite number", number=digits[:20])


def _read_whole(digits: str) -> Any:
    length = len(digits.removeprefix("-"))
    if length > _MAX_DIGITS:
        sentence = "a number of {count} digits is too large; allowed are {most} digits"
        return _found(sentence, count=str(length), most=str(_MAX_DIGITS))
    return int(digits)


def _found(sentence: str, **parts: str | Fault) -> _Found:
    return _Found(Fault(sentence, parts))


def _faults(tree: Any, path: str) -> Iterator[Fault]:
    match tree:
        case _Found(fault=fault):
            yield _at(path, fault)
        case str():
            if _has_half(tree):
                yield _at(path, _HALF)
        case dict():
            for key, value in tree.items():
                if _has_half(key):
                    yield _at(Fault("{path}, a key", {"path": path}) if path else Fault("a key"), _HALF)
                yield from _faults(value, step(path, key))
        case list():
            for index, value in enumerate(tree):
                yield from _faults(value, step(path, index))


_HALF = Fault("the text holds half a character; allowed is whole Unicode text")


def _has_half(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _at(path: str | Fault, fault: Fault) -> Fault:
    return Fault("{path}: {fault}", {"path": path or Fault("the file"), "fault": fault})
