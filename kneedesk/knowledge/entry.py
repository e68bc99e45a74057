"""What every entry of the knowledge pack has in common: an id, words in two languages, a day of review."""

import datetime
import re
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

Status = Literal["checked", "secondary", "recalled"]
Certainty = Literal["high", "moderate", "low", "very-low", "not-rated"]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_.-]*$", max_length=80)]
FigureRef = Annotated[str, StringConstraints(pattern=r"^[A-Z]+-[0-9]+\.[a-z][a-z0-9_]*$")]
Said = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
# {COCH-02.pain} is the value of a figure; {COCH-02.pain.low} another part of it.
PLACEHOLDER = re.compile(r"\{(?P<fact>[A-Z]+-[0-9]+)\.(?P<figure>[a-z_0-9]+)(?:\.(?P<part>[a-z_0-9]+))?\}")


class Value(BaseModel):
    """A frozen, strict value of the pack that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Entry(Value):
    """One file of the pack: its name is the id."""

    id: Id
    reviewed: datetime.date
    review_due: datetime.date

    @model_validator(mode="after")
    def _check_review(self) -> "Entry":
        if self.review_due <= self.reviewed:
            raise ValueError("review_due must be later than reviewed")
        return self


Aspect = Literal[
    "time",
    "pain",
    "days_off",
    "driving",
    "sleep",
    "work",
    "help",
    "pain_relief",
    "function",
    "by_when",
    "how_long",
]


class Words(Value):
    """One text in the languages of the pack; what a language that the pack names lacks is a fault."""

    en: Said
    es: Said | None = None

    def spoken(self, language: str) -> str:
        """Return the text in a language, in English where it is not written yet."""
        return self.es if language == "es" and self.es is not None else self.en


class Passage(Value):
    """One statement with what it rests on: figures named in it, further facts, further sources.

    ``about`` names the parts of a question that it answers, if only by saying that nobody knows.
    """

    text: Words
    facts: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    about: tuple[Aspect, ...] = ()
    local: ClassVar[bool] = False
    """Whether a practice says it; no file can write so."""

    @cached_property
    def basis(self) -> tuple[str, ...]:
        """Return the ids of all facts and sources that the statement rests on, in order, each once."""
        named = tuple(match["fact"] for match in PLACEHOLDER.finditer(self.text.en))
        return tuple(dict.fromkeys((*named, *self.facts, *self.sources)))

    @model_validator(mode="after")
    def _check_basis(self) -> "Passage":
        if not self.basis:
            raise ValueError("a statement needs at least one fact or source")
        return self
