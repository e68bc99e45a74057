"""What every recorded value has in common: it is frozen, strict and refuses unknown keys."""

import datetime
from collections.abc import Hashable
from typing import Annotated, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer
from pydantic_core import PydanticCustomError

Item = TypeVar("Item", bound=Hashable)


class Record(BaseModel):
    """A frozen, strict value; ``None`` always means *not recorded* and never *no*."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


def _shorten_whole(number: float) -> float | int:
    return int(number) if number.is_integer() else number


def is_blank(text: str | None) -> bool:
    """Tell whether a text has no visible character: empty, spaces, control or zero-width characters only."""
    return text is None or not any(character.isprintable() and not character.isspace() for character in text)


def _refuse_blank(text: str) -> str:
    if is_blank(text):
        raise PydanticCustomError("blank", "a text with at least one visible character")
    return text


def _refuse_repetition(items: tuple[Item, ...]) -> tuple[Item, ...]:
    if len(set(items)) < len(items):
        raise PydanticCustomError("repeated", "each entry once")
    return items


# A field may be called ``date``; its type needs another name.
Day = datetime.date
Instant = AwareDatetime
# A decimal that a file writes as it was typed: 164, not 164.0.
Decimal = Annotated[float, Field(allow_inf_nan=False), PlainSerializer(_shorten_whole, when_used="json")]
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
