"""One finding of the literature: who was studied, what was compared with what, and the numbers with their units."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from kneedesk.knowledge.criterion import Criterion
from kneedesk.knowledge.entry import Certainty, Entry, Id, Said, Status, Value, Words

Measure = Literal[
    "difference",
    "standardised-difference",
    "change",
    "ratio",
    "share",
    "number-needed",
    "count",
    "amount",
    "threshold",
]
Unit = Literal[
    "points-of-10",
    "points-of-100",
    "mm-of-100",
    "mm",
    "standard-deviations",
    "percent",
    "ratio",
    "people",
    "studies",
    "procedures",
    "usd",
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "degrees",
    "items",
    "points",
    "mg-per-dl",
    "kg-per-m2",
]
Trait = Literal["age", "sex", "weight", "grade", "alignment", "pain", "duration", "treated_before", "excluded"]
FigureName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Figure(Value):
    """One number with its unit, interval, time and size of study.

    ``difference`` is between groups, ``change`` within one group; ``better`` says which direction helps the
    patient. ``low`` and ``high`` bound the 95 % interval unless ``interval`` names another. ``months`` are the ends
    of the time in months, for a chart; *up to 6 months* is 6.
    """

    measure: Measure
    unit: Unit
    value: float | int
    low: float | int | None = None
    high: float | int | None = None
    interval: Said | None = None
    better: Literal["lower", "higher"] | None = None
    time: Words | None = None
    months: tuple[float | int, float | int] | None = None
    comparator: Words | None = None
    events: int | None = None
    denominator: int | None = None
    participants: int | None = None
    studies: int | None = None

    @model_validator(mode="after")
    def _check_interval(self) -> "Figure":
        if (self.low is None) is not (self.high is None):
            raise ValueError("an interval has both ends, low and high")
        if self.low is not None and self.high is not None and not self.low <= self.value <= self.high:
            raise ValueError("the value must lie within its interval")
        if self.months is not None and not 0 <= self.months[0] <= self.months[1]:
            raise ValueError("the months run from the earlier to the later one")
        return self


class Studied(Value):
    """One trait of the people studied, so that a patient can be held against them.

    ``like`` is met where the patient is like them; without it the trait is only said.
    """

    trait: Trait
    text: Words
    like: Criterion | None = None


class Fact(Entry):
    """One checked, second-hand or recalled statement of the literature; a recalled one is never shown.

    ``people`` says who took part as patients are told it; ``population`` keeps the terms of the study.
    """

    topic: Said
    status: Status
    statement: Words
    population: Words | None = None
    people: Words | None = None
    studied: tuple[Studied, ...] = ()
    intervention: Words | None = None
    comparator: Words | None = None
    outcome: Words | None = None
    figures: dict[FigureName, Figure] = {}
    certainty: Certainty
    certainty_note: Words | None = None
    seen: Words
    note: str = ""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
