"""Parse JSON and refuse what it leaves open: repeated keys, NaN, infinities, deep nesting, half characters."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kneedesk.exchange.faults import Refused, shorten, step

MAX_DEPTH = 16
_MAX_DIGITS = 300
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Fault:
    """A value or an object that is refused, kept in the tree until its path is known."""

    sentence: str


def parse(text: str) -> Any:
    """Return the parsed text.

    :raises Refused: with the path of the fault, or with line and column where the text is no JSON.
    """
    _check_depth(text)
    try:
        tree = json.loads(
            text,
            object_pairs_hook=_pair,
            parse_constant=lambda word: _Fault(f"{word} is not allowed; allowed is a finite number"),
            parse_float=_read_decimal,
            parse_int=_read_whole,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        reason = error.msg.removesuffix(" at").removesuffix(" starting")
        raise Refused(f"{place}: {reason[:1].lower()}{reason[1:]}; allowed is valid JSON") from None
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
            raise Refused(f"line {line}: more than {MAX_DEPTH} levels of nesting; allowed are {MAX_DEPTH}")


def _pair(pairs: list[tuple[str, Any]]) -> Any:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            return _Fault(f"the key {shorten(key)} stands there twice; allowed is once")
        seen[key] = value
    return seen


def _read_decimal(digits: str) -> Any:
    number = float(digits)
    return number if math.isfinite(number) else _Fault(f"{digits[:20]} is too large; allowed is a finite number")


def _read_whole(digits: str) -> Any:
    length = len(digits.removeprefix("-"))
    if length > _MAX_DIGITS:
        return _Fault(f"a number of {length} digits is too large; allowed are {_MAX_DIGITS} digits")
    return int(digits)


def _faults(tree: Any, path: str) -> Iterator[str]:
    match tree:
        case _Fault(sentence=sentence):
            yield f"{path or 'the file'}: {sentence}"
        case str():
            if any("\ud800" <= character <= "\udfff" for character in tree):
                yield f"{path or 'the file'}: the text holds half a character; allowed is whole Unicode text"
        case dict():
            for key, value in tree.items():
                yield from _faults(key, f"{path}, a key" if path else "a key")
                yield from _faults(value, step(path, key))
        case list():
            for index, value in enumerate(tree):
                yield from _faults(value, step(path, index))
