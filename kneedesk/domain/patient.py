"""Who the patient is."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kneedesk.domain.record import Day, Decimal, Name, Record, RequiredName


class Sex(StrEnum):
    """Sex as recorded; ``unknown`` counts as not recorded in every rule."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class LanguageTag(StrEnum):
    """A language in which documents are written, as a BCP 47 tag."""

    ENGLISH = "en"
    SPANISH = "es"


class Patient(Record):
    """One person; a single name goes into ``family_name``."""

    given_name: Name | None = None
    family_name: RequiredName
    identifier: Name | None = None
    birth_date: Day | None = None
    sex: Sex | None = None
    language: LanguageTag | None = None
    height_cm: Annotated[Decimal, Field(ge=50, le=250)] | None = None
    weight_kg: Annotated[Decimal, Field(ge=20, le=350)] | None = None
