"""What to expect of a course from the first day to a year: what to do and not, rehabilitation, when to look again."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import Entry, Passage, Value

Period = Literal["day_0", "days_1_3", "weeks_2_6", "month_3", "months_6_12"]
PERIODS: tuple[Period, ...] = ("day_0", "days_1_3", "weeks_2_6", "month_3", "months_6_12")


class Stage(Value):
    """One period; ``rehabilitation`` is the phase that falls in it, ``follow_up`` what is checked at its end."""

    period: Period
    expect: Annotated[tuple[Passage, ...], Field(min_length=1)]
    do: tuple[Passage, ...] = ()
    do_not: tuple[Passage, ...] = ()
    rehabilitation: tuple[Passage, ...] = ()
    follow_up: tuple[Passage, ...] = ()


class Timeline(Entry):
    """The five periods of one course, in their order; the id is that of the course."""

    treatment: Treatment
    stages: tuple[Stage, ...]

    @model_validator(mode="after")
    def _check_stages(self) -> "Timeline":
        if tuple(stage.period for stage in self.stages) != PERIODS:
            raise ValueError(f"the stages must be {', '.join(PERIODS)}, each once, in this order")
        return self
