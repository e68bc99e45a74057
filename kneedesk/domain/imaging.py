"""What the imaging report says; KneeDesk reads no image and computes no grade."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kneedesk.domain.record import Day, Record


class Modality(StrEnum):
    """The kind of imaging."""

    RADIOGRAPH = "radiograph"
    MRI = "mri"
    BOTH = "both"


class Imaging(Record):
    """The latest imaging; the Kellgren-Lawrence grade, 0 to 4, is typed from the report."""

    modality: Modality | None = None
    date: Day | None = None
    kellgren_lawrence: Annotated[int, Field(ge=0, le=4)] | None = None
