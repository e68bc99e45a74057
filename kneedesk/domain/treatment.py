"""The seven courses that are compared, and what was tried on this knee before."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kneedesk.domain.record import Day, Name, Record


class Treatment(StrEnum):
    """A course that a consultation can propose or choose."""

    STEM_CELL = "stem_cell"
    CORTICOSTEROID = "corticosteroid"
    HYALURONIC_ACID = "hyaluronic_acid"
    PRP = "prp"
    ARTHROSCOPY = "arthroscopy"
    KNEE_REPLACEMENT = "knee_replacement"
    CONSERVATIVE = "conservative"


PROCEDURES = tuple(treatment for treatment in Treatment if treatment is not Treatment.CONSERVATIVE)


class PreviousKind(StrEnum):
    """A kind of treatment that this knee may have had."""

    EXERCISE_THERAPY = "exercise_therapy"
    WEIGHT_LOSS = "weight_loss"
    ANALGESICS = "analgesics"
    CORTICOSTEROID = "corticosteroid"
    HYALURONIC_ACID = "hyaluronic_acid"
    PRP = "prp"
    STEM_CELL = "stem_cell"
    ARTHROSCOPY = "arthroscopy"
    OSTEOTOMY = "osteotomy"
    KNEE_REPLACEMENT = "knee_replacement"


class Response(StrEnum):
    """How much a previous treatment helped."""

    NONE = "none"
    PARTIAL = "partial"
    GOOD = "good"


class PreviousTreatment(Record):
    """One treatment of this knee; the other knee has its own consultation."""

    treatment: PreviousKind
    response: Response | None = None
    date: Day | None = None


class CellSource(StrEnum):
    """Where the cells of a stem-cell injection come from."""

    BONE_MARROW = "bone_marrow"
    ADIPOSE = "adipose"
    UMBILICAL_CORD = "umbilical_cord"


class ProductStatus(StrEnum):
    """How the product stands with the authority of the jurisdiction."""

    APPROVED = "approved"
    TRIAL = "trial"
    UNAPPROVED = "unapproved"


class Proposal(Record):
    """The course that the physician proposes; ``total_cost`` is a text with its currency."""

    treatment: Treatment | None = None
    cell_source: CellSource | None = None
    product_status: ProductStatus | None = None
    sessions: Annotated[int, Field(ge=1, le=50)] | None = None
    date: Day | None = None
    total_cost: Name | None = None
