"""What was talked through, what was decided, and where the physician departed from a verdict."""

from enum import StrEnum
from typing import Annotated

from kneedesk.domain.record import Day, Entries, Instant, Name, OncePerEntry, Record, RequiredText, Text
from kneedesk.domain.treatment import Treatment


class Outcome(StrEnum):
    """The four equal endings of a consultation."""

    PROCEED = "proceed"
    NOT_TODAY = "not_today"
    REFER = "refer"
    DECLINE = "decline"


class Counselling(Record):
    """What was talked through: ids of risks and topics, the teach-back and the questions in the patient's words."""

    discussed: Annotated[tuple[Name, ...], Entries, OncePerEntry] | None = None
    teach_back: Text | None = None
    questions: Annotated[tuple[Text, ...], Entries] | None = None


class Decision(Record):
    """How the consultation ended."""

    outcome: Outcome | None = None
    treatment: Treatment | None = None
    reason: Text | None = None
    review_date: Day | None = None


class Override(Record):
    """A physician's reason for a course whose verdict advises otherwise; it changes no verdict."""

    treatment: Treatment
    rule: Name | None = None
    reason: RequiredText
    clinician: Name | None = None
    at: Instant | None = None
