"""What was talked through, what was decided, and where the physician departed from a verdict."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kneedesk.domain.record import Day, Decimal, Entries, Instant, Name, OncePerEntry, Record, RequiredText, Text
from kneedesk.domain.treatment import Treatment


class Outcome(StrEnum):
    """The four equal endings of a consultation."""

    PROCEED = "proceed"
    NOT_TODAY = "not_today"
    REFER = "refer"
    DECLINE = "decline"


class Unsure(StrEnum):
    """A patient who leans towards no course: an answer like any other."""

    NOT_SURE = "not_sure"


class Check(StrEnum):
    """What is looked up about the clinic and the product before anybody agrees."""

    APPROVAL = "approval"
    CELLS = "cells"
    TRACE = "trace"
    PRACTITIONER = "practitioner"
    PRICE = "price"
    AFTERCARE = "aftercare"


class Counselling(Record):
    """What was talked through: ids of risks and topics, the teach-back and the questions in the patient's words.

    ``complication_costs`` says who pays for complications; ``checked`` holds what was answered with papers
    about the clinic and the product.
    """

    discussed: Annotated[tuple[Name, ...], Entries, OncePerEntry] | None = None
    teach_back: Text | None = None
    questions: Annotated[tuple[Text, ...], Entries] | None = None
    interest_disclosed: bool | None = None
    complication_costs: Text | None = None
    checked: Annotated[tuple[Check, ...], OncePerEntry] | None = None


class Decision(Record):
    """Which course the patient leans towards, how the consultation ended, and until when there is time to decide."""

    outcome: Outcome | None = None
    treatment: Treatment | None = None
    reason: Text | None = None
    review_date: Day | None = None
    leaning: Treatment | Unsure | None = None
    decide_by: Day | None = None


class StopRule(Record):
    """When a course counts as not helping: less than so many points of pain, from 0 to 10, gained by a day."""

    amount: Annotated[Decimal, Field(ge=0.5, le=10)] | None = None
    date: Day | None = None


class Override(Record):
    """A physician's reason for a course whose verdict advises otherwise; it changes no verdict."""

    treatment: Treatment
    rule: Name | None = None
    reason: RequiredText
    clinician: Name | None = None
    at: Instant | None = None
