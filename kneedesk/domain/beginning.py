"""How a consultation begins: with a name, a side and a day, or from the same patient's other knee."""

from collections.abc import Mapping

from kneedesk.domain.consultation import Consultation, Jurisdiction, Knee
from kneedesk.domain.history import History
from kneedesk.domain.patient import LanguageTag, Patient
from kneedesk.domain.practice import Clinician, Practice
from kneedesk.domain.record import Day

Carried = Mapping[str, Day]
"""Findings that were taken over and that nobody has confirmed yet, each with the day on which it was recorded."""

# What holds for the person whichever knee is asked about. Infection, pregnancy and cancer are never taken
# over, although they concern the whole person: they are asked again on the day.
PERSON_WIDE = (
    "anticoagulant",
    "hypersensitivity",
    "bleeding_disorder",
    "autoimmune_disease",
    "immunosuppression",
    "comorbidity",
    "diabetes",
    "medications",
    "allergies",
)


def begin(
    patient: Patient,
    knee: Knee,
    day: Day,
    jurisdiction: Jurisdiction,
    practice: Practice,
    clinician: Clinician,
    history: History | None = None,
) -> Consultation:
    """Return a consultation on a day with nothing recorded of the knee but its side."""
    return Consultation(
        format="kneedesk-consultation",
        version=1,
        date=day,
        knee=knee,
        jurisdiction=jurisdiction,
        practice=practice,
        clinician=clinician,
        patient=patient,
        history=history or History(),
    )


def named(family_name: str, given_name: str, language: LanguageTag) -> Patient:
    """Return a patient of whom only the name is known, and the language that the practice speaks.

    :raises ValidationError: where the name is blank or too long.
    """
    given = given_name.strip()
    return Patient(family_name=family_name.strip(), given_name=given or None, language=language)


def on_the_other_knee(consultation: Consultation, day: Day) -> Consultation:
    """Return a new consultation on the same patient's other knee; nothing of the first knee is taken over."""
    history = consultation.history
    return begin(
        consultation.patient,
        other(consultation.knee),
        day,
        consultation.jurisdiction,
        consultation.practice,
        consultation.clinician,
        History.model_validate({name: getattr(history, name) for name in PERSON_WIDE}),
    )


def carried_from(consultation: Consultation, carried: Carried) -> Carried:
    """Return what a consultation on the other knee takes over; what was not confirmed keeps its own day."""
    recorded = (name for name in PERSON_WIDE if getattr(consultation.history, name) is not None)
    return {path: carried.get(path, consultation.date) for path in (f"history.{name}" for name in recorded)}


def other(knee: Knee) -> Knee:
    """Return the other side."""
    return Knee.LEFT if knee is Knee.RIGHT else Knee.RIGHT
