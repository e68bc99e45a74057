"""A signature on the consent form: whose, when, what it means, and how it was given."""

import unicodedata
from enum import StrEnum
from itertools import pairwise
from math import dist
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kneedesk.domain.record import Instant, Name, Record, RequiredText, is_blank, misplaced

LEAST_INK = 100
"""The shortest line that counts as drawn, in thousandths of the width of the box: less is a dot."""
MOST_POINTS = 1000
"""More points than a hand can be seen to draw; a file with all signatures stays small."""


class Role(StrEnum):
    """As what somebody signs."""

    PATIENT = "patient"
    PROXY = "proxy"
    CLINICIAN = "clinician"
    INTERPRETER = "interpreter"
    WITNESS = "witness"


class Method(StrEnum):
    """How a signature was given; ``paper`` says that it stands in ink on the printed form."""

    DRAWN = "drawn"
    TYPED = "typed"
    PAPER = "paper"


def _refuse_without_letter(name: str) -> str:
    if is_blank(name) or not any(unicodedata.category(character)[0] == "L" for character in name):
        raise PydanticCustomError("no_letter", "a name with at least one letter")
    return name


Coordinate = Annotated[int, Field(ge=0, le=1000)]
Line = Annotated[tuple[tuple[Coordinate, Coordinate], ...], Field(min_length=1, max_length=MOST_POINTS)]
Lines = Annotated[tuple[Line, ...], Field(max_length=100)]


def ink(strokes: Lines) -> float:
    """Return the length of all lines of a drawing."""
    return sum(dist(one, other) for stroke in strokes for one, other in pairwise(stroke))


class Signature(Record):
    """One signature; the points of ``strokes`` are in thousandths of the width of the box, from its upper left."""

    role: Role
    name: Annotated[Name, AfterValidator(_refuse_without_letter)]
    at: Instant
    method: Method
    strokes: Lines | None = None
    meaning: RequiredText

    @model_validator(mode="after")
    def _check_strokes(self) -> "Signature":
        if self.method is Method.DRAWN:
            self._refuse_dot()
        elif self.strokes is not None:
            raise misplaced("strokes", self.strokes, "no lines, for only a drawn signature has them")
        return self

    def _refuse_dot(self) -> None:
        strokes = self.strokes or ()
        if ink(strokes) < LEAST_INK:
            raise misplaced("strokes", self.strokes, "a signature drawn with lines, which a dot is not")
        if sum(map(len, strokes)) > MOST_POINTS:
            raise misplaced("strokes", self.strokes, "a drawing of at most {most} points", most=MOST_POINTS)
