"""What every recorded value has in common: it is frozen, strict and refuses unknown keys."""

import datetime
import re
import unicodedata
from collections.abc import Hashable
from contextlib import suppress
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

Item = TypeVar("Item", bound=Hashable)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(_DAY.pattern + r"T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})")
# They count as letters or symbols, and yet nothing is seen: Hangul fillers and the empty Braille cell.
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


class Record(BaseModel):
    """A frozen, strict value; ``None`` always means *not recorded* and never *no*."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


def as_typed(number: float) -> float | int:
    """Return a decimal as a hand writes it: 164, not 164.0."""
    return int(number) if number.is_integer() else number


def is_blank(text: str | None) -> bool:
    """Tell whether a text has no visible character: empty, spaces, control, zero-width or filler characters only."""
    return text is None or not any(
        unicodedata.category(character)[0] in "LNPS" and character not in _FILLERS for character in text
    )


def _refuse_blank(text: str) -> str:
    if is_blank(text):
        raise PydanticCustomError("blank", "a text with at least one visible character")
    return text


def misplaced(path: str, found: object, allowed: str, **parts: object) -> PydanticCustomError:
    """Return the fault of a value that does not fit to the others, at its path from here.

    What is allowed is a message with places for its parts, which goes along, for who says it in another language.
    """
    return PydanticCustomError("misplaced", allowed, {"path": path, "found": found, "allowed": allowed, **parts})


def _refuse_repetition(items: tuple[Item, ...]) -> tuple[Item, ...]:
    if len(set(items)) < len(items):
        raise PydanticCustomError("repeated", "each entry once")
    return items


# Left to pydantic, a text of digits would be read as seconds since 1970.
def _read_day(value: object, info: ValidationInfo) -> object:
    if info.mode == "json" and isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            return datetime.date.fromisoformat(value)
    return value


def _read_instant(value: object, info: ValidationInfo) -> object:
    if info.mode == "json" and isinstance(value, str) and _INSTANT.fullmatch(value):
        with suppress(ValueError):
            return datetime.datetime.fromisoformat(value)
    return value


def only(*types: type) -> BeforeValidator:
    """Refuse what merely equals an allowed value: to Python 0 is false, and both true and 1.0 are 1."""

    def refuse_others(value: object) -> object:
        if type(value) not in types:
            raise PydanticCustomError("other_type", "a value of the type that is allowed")
        return value

    return BeforeValidator(refuse_others)


# A field may be called ``date``; its type needs another name.
Day = Annotated[datetime.date, BeforeValidator(_read_day)]
Instant = Annotated[AwareDatetime, BeforeValidator(_read_instant)]
# A decimal that a file writes as it was typed.
Decimal = Annotated[float, Field(allow_inf_nan=False), PlainSerializer(as_typed, when_used="json")]
Name = Annotated[str, Field(max_length=200)]
RequiredName = Annotated[str, Field(max_length=200), AfterValidator(_refuse_blank)]
Text = Annotated[str, Field(max_length=5000)]
RequiredText = Annotated[str, Field(max_length=5000), AfterValidator(_refuse_blank)]
OncePerEntry = AfterValidator(_refuse_repetition)
# At most 200 entries: more is a fault of the writing program, not a history.
Entries = Field(max_length=200)


def whole_years(birth: Day, on: Day) -> int:
    """Return the age in whole years on a day."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
