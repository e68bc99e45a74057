"""The small vocabulary in which a rule says when it holds; every comparison can be met, unmet or unknown."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from kneedesk.domain.treatment import PreviousKind, Response
from kneedesk.knowledge.entry import Said, Value

FindingPath = Said
Scalar = str | bool | int


class AllOf(Value):
    """Met when every part is met, unmet as soon as one is unmet."""

    all: Annotated[tuple["Criterion", ...], Field(min_length=2)]


class AnyOf(Value):
    """Met as soon as one part is met, unmet when every part is unmet."""

    any: Annotated[tuple["Criterion", ...], Field(min_length=2)]


class Not(Value):
    """Met when the part is unmet."""

    negated: Annotated["Criterion", Field(alias="not")]


def _gather(values: Any) -> Any:
    return tuple(values) if isinstance(values, list) else (values,)


class Is(Value):
    """The finding has one of the values; in a list of findings, at least one entry has."""

    finding: FindingPath
    values: Annotated[tuple[Scalar, ...], Field(alias="is", min_length=1), BeforeValidator(_gather)]


class NamesAny(Value):
    """The list of findings has at least one entry."""

    finding: FindingPath
    names_any: Literal[True]


class Threshold(Value):
    """The finding reaches a threshold, from below or from above; both ends belong to it."""

    finding: FindingPath
    at_least: float | int | None = None
    at_most: float | int | None = None

    @model_validator(mode="after")
    def _check_one(self) -> "Threshold":
        if (self.at_least is None) is (self.at_most is None):
            raise ValueError("a threshold is either at_least or at_most")
        return self

    @property
    def sides(self) -> tuple[float, float]:
        """Return the last whole number that meets the threshold and the first that does not."""
        if self.at_least is not None:
            return self.at_least, self.at_least - 1
        edge = self.at_most or 0
        return edge, edge + 1


class Age(Value):
    """The age in whole years on the day of the consultation reaches a threshold."""

    finding: Literal["patient.birth_date"]
    age_at_least: int | None = None
    age_at_most: int | None = None

    @model_validator(mode="after")
    def _check_one(self) -> "Age":
        if (self.age_at_least is None) is (self.age_at_most is None):
            raise ValueError("an age is either age_at_least or age_at_most")
        return self


class Previous(Value):
    """A previous treatment of one of the kinds, with a response, or within days before a day.

    Both ends count. ``before`` is the consultation, or the planned knee replacement: where none is
    planned the consultation stands in for it, and where no plan is recorded it may be any day from
    the consultation on.
    """

    finding: Literal["history.previous_treatments"]
    previous: Annotated[tuple[PreviousKind, ...], Field(min_length=1)]
    response: Response | None = None
    within_days: Annotated[int, Field(ge=0)] | None = None
    before: Literal["date", "history.knee_replacement_planned"] = "date"


class PlannedWithin(Value):
    """A knee replacement is planned within days after the consultation, both ends included."""

    finding: Literal["history.knee_replacement_planned"]
    planned_within_days: Annotated[int, Field(ge=0)]


_KINDS = {
    "all": "all",
    "any": "any",
    "not": "not",
    "is": "is",
    "names_any": "names_any",
    "at_least": "threshold",
    "at_most": "threshold",
    "age_at_least": "age",
    "age_at_most": "age",
    "previous": "previous",
    "planned_within_days": "planned",
}


def _kind_of(written: Any) -> str | None:
    keys = written if isinstance(written, dict) else ()
    return next((kind for key, kind in _KINDS.items() if key in keys), None)


Criterion = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[Is, Tag("is")]
    | Annotated[NamesAny, Tag("names_any")]
    | Annotated[Threshold, Tag("threshold")]
    | Annotated[Age, Tag("age")]
    | Annotated[Previous, Tag("previous")]
    | Annotated[PlannedWithin, Tag("planned")],
    Discriminator(_kind_of),
]
AllOf.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()


def findings_of(criterion: Criterion) -> tuple[str, ...]:
    """Return the finding paths that a criterion looks at, in order, each once."""
    match criterion:
        case AllOf(all=parts) | AnyOf(any=parts):
            paths = [path for part in parts for path in findings_of(part)]
        case Not(negated=part):
            paths = list(findings_of(part))
        case Previous(finding=path, before=before) if before != "date":
            paths = [path, before]
        case _:
            paths = [criterion.finding]
    return tuple(dict.fromkeys(paths))
