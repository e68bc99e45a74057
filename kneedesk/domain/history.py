"""What the patient tells: the condition, what was tried, and what else is to be known before a procedure."""

from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Annotated, Literal

from pydantic import Field

from kneedesk.domain.record import Day, Decimal, Entries, Name, OncePerEntry, Record, Text, only
from kneedesk.domain.treatment import PreviousTreatment


class Condition(StrEnum):
    """The main condition of the knee; osteoarthritis also where a tear is seen with it."""

    OSTEOARTHRITIS = "osteoarthritis"
    MENISCAL_TEAR = "meniscal_tear"
    LIGAMENT_INJURY = "ligament_injury"
    CARTILAGE_DEFECT = "cartilage_defect"
    INFLAMMATORY_ARTHRITIS = "inflammatory_arthritis"
    CRYSTAL_ARTHRITIS = "crystal_arthritis"
    OTHER = "other"


class Onset(StrEnum):
    """How the complaint began."""

    INJURY = "injury"
    GRADUAL = "gradual"


class ConservativeCare(StrEnum):
    """How far exercise, weight loss and pain medicine were tried, and whether they sufficed."""

    NOT_TRIED = "not_tried"
    IN_PROGRESS = "in_progress"
    ADEQUATE_RELIEF = "adequate_relief"
    INADEQUATE_RELIEF = "inadequate_relief"


class Hypersensitivity(StrEnum):
    """Something the patient's body reacts to."""

    CELL_PRODUCT = "cell_product"
    HYALURONIC_ACID = "hyaluronic_acid"
    CORTICOSTEROID = "corticosteroid"
    LOCAL_ANAESTHETIC = "local_anaesthetic"
    LATEX_OR_ANTISEPTIC = "latex_or_antiseptic"


class Bleeding(StrEnum):
    """Whether a bleeding disorder is known, and controlled."""

    NONE = "none"
    CONTROLLED = "controlled"
    UNCONTROLLED = "uncontrolled"


class Autoimmune(StrEnum):
    """Whether an autoimmune disease is known, and managed."""

    NONE = "none"
    MANAGED = "managed"
    UNMANAGED = "unmanaged"


class Immunosuppression(StrEnum):
    """Whether the immune system is suppressed, and how far."""

    NONE = "none"
    LOW_DOSE = "low_dose"
    HIGH_DOSE = "high_dose"


class Comorbidity(StrEnum):
    """Whether other serious illness is known, and stable."""

    NONE = "none"
    STABLE = "stable"
    DECOMPENSATED = "decompensated"


class Diabetes(StrEnum):
    """Whether diabetes is known, and controlled."""

    NONE = "none"
    CONTROLLED = "controlled"
    UNCONTROLLED = "uncontrolled"


class RedFlag(StrEnum):
    """A sign of something else that must be found out first."""

    FRACTURE = "fracture"
    TUMOUR = "tumour"
    HOT_SWOLLEN_JOINT = "hot_swollen_joint"
    LOCKED_JOINT = "locked_joint"
    NEUROVASCULAR_DEFICIT = "neurovascular_deficit"
    REFERRED_HIP_OR_BACK_PAIN = "referred_hip_or_back_pain"


class History(Record):
    """The history; an empty list means asked and none, an absent one means not recorded."""

    condition: Condition | None = None
    condition_detail: Text | None = None
    onset: Onset | None = None
    symptom_duration_months: Annotated[Decimal, Field(ge=0, le=1200)] | None = None
    conservative_care: ConservativeCare | None = None
    previous_treatments: Annotated[tuple[PreviousTreatment, ...], Entries] | None = None
    active_infection: bool | None = None
    cancer_affected_knee: bool | None = None
    active_cancer: bool | None = None
    pregnancy: bool | None = None
    anticoagulant: bool | None = None
    hypersensitivity: Annotated[tuple[Hypersensitivity, ...], Entries, OncePerEntry] | None = None
    bleeding_disorder: Bleeding | None = None
    autoimmune_disease: Autoimmune | None = None
    immunosuppression: Immunosuppression | None = None
    comorbidity: Comorbidity | None = None
    diabetes: Diabetes | None = None
    knee_replacement_planned: Annotated[Day | Literal[False] | None, only(str, date, bool, NoneType)] = None
    medications: Annotated[tuple[Name, ...], Entries] | None = None
    allergies: Annotated[tuple[Name, ...], Entries] | None = None
    red_flags: Annotated[tuple[RedFlag, ...], Entries, OncePerEntry] | None = None
