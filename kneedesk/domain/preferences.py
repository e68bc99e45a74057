"""What the patient wants, in the patient's words, and what the patient expects."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from kneedesk.domain.record import Decimal, Entries, Instant, OncePerEntry, Record, Text, misplaced


class Priority(StrEnum):
    """A matter that can weigh most with the patient."""

    PAIN_RELIEF = "pain_relief"
    LASTING_EFFECT = "lasting_effect"
    LOW_RISK = "low_risk"
    RECOVERY_TIME = "recovery_time"
    COST = "cost"
    AVOID_SURGERY = "avoid_surgery"
    CERTAINTY_OF_EVIDENCE = "certainty_of_evidence"
    FEWER_VISITS = "fewer_visits"


class ExpectedPain(Record):
    """The pain from 0 to 10 that the patient expects after so many months, asked before any evidence is shown."""

    months: Annotated[int, Field(ge=1, le=120)]
    score: Annotated[Decimal, Field(ge=0, le=10)]


class Answer(StrEnum):
    """Whether the patient said what pain to expect, was not asked, or would rather not say."""

    ANSWERED = "answered"
    NOT_ASKED = "not_asked"
    RATHER_NOT_SAY = "rather_not_say"


class Asked(Record):
    """When the expected pain was asked, or left out, and what came of it."""

    at: Instant
    answer: Answer


class Preferences(Record):
    """Goals, priorities, readiness and expectation."""

    goals: Annotated[tuple[Text, ...], Entries] | None = None
    priorities: Annotated[tuple[Priority, ...], Field(max_length=3), OncePerEntry] | None = None
    willing_to_rehabilitate: bool | None = None
    wishes_to_postpone_surgery: bool | None = None
    accepts_uncertainty: bool | None = None
    expected_pain: Annotated[tuple[ExpectedPain, ...], Entries] | None = None
    expected_pain_asked: Asked | None = None

    @model_validator(mode="after")
    def _check_answer(self) -> "Preferences":
        asked, expected = self.expected_pain_asked, self.expected_pain
        if asked is not None and not (expected if asked.answer is Answer.ANSWERED else expected is None):
            raise misplaced(
                "expected_pain_asked.answer",
                asked.answer.value,
                "answered where the expected pain is recorded, and only there",
            )
        return self
