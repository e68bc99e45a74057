"""What the examiner finds on the knee."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kneedesk.domain.record import Decimal, Record


class Effusion(StrEnum):
    """Fluid in the joint."""

    NONE = "none"
    SMALL = "small"
    LARGE = "large"


class Stability(StrEnum):
    """Whether the ligaments hold the joint."""

    STABLE = "stable"
    UNSTABLE = "unstable"


class Deformity(StrEnum):
    """Deformity in the examiner's judgement, never derived from degrees."""

    NONE = "none"
    MILD = "mild"
    SEVERE = "severe"


class Examination(Record):
    """The physical examination; varus alignment is negative, valgus positive."""

    flexion_degrees: Annotated[Decimal, Field(ge=0, le=170)] | None = None
    extension_deficit_degrees: Annotated[Decimal, Field(ge=0, le=60)] | None = None
    effusion: Effusion | None = None
    stability: Stability | None = None
    deformity: Deformity | None = None
    alignment_degrees: Annotated[Decimal, Field(ge=-40, le=40)] | None = None
    skin_intact: bool | None = None
