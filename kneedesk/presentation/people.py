"""Who, which knee and where, as banners and letterheads name them."""

from kneedesk.domain.consultation import Consultation, Knee
from kneedesk.domain.record import is_blank, whole_years
from kneedesk.language import Language
from kneedesk.presentation.content import Line, Span


def names(consultation: Consultation) -> tuple[str, str]:
    """Return the family name in capitals, and the given name, empty where there is none."""
    patient = consultation.patient
    return patient.family_name.upper(), recorded_or(patient.given_name, "")


def patient_name(consultation: Consultation) -> str:
    """Return the name as every page gives it: the family name in capitals, then the given name."""
    return ", ".join(filter(None, names(consultation)))


def patient_details(consultation: Consultation, language: Language) -> str:
    """Return what tells two patients of one name apart: birth date, age and identifier."""
    patient, parts = consultation.patient, []
    if patient.birth_date is not None:
        born = language.say("born {day} ({age} years)")
        age = whole_years(patient.birth_date, consultation.date)
        parts.append(born.format(day=language.day(patient.birth_date), age=age))
    if patient.identifier is not None and not is_blank(patient.identifier):
        parts.append(language.say("no. {identifier}").format(identifier=patient.identifier))
    return " \N{MIDDLE DOT} ".join(parts)


def blank_rows(language: Language) -> tuple[tuple[str, ...], ...]:
    """Return row by row what is written by hand on a page that is printed before anybody comes."""
    return (language.say("Name"),), (language.say("Date of birth"), language.say("Patient number"))


def blank_side(language: Language) -> str:
    """Return both sides with a box each, for a page that is printed before anybody comes."""
    return language.say("{box}RIGHT  {box}LEFT").format(box="\N{BALLOT BOX}\N{NO-BREAK SPACE}")


def full_name(consultation: Consultation) -> str:
    """Return the patient's name as it is signed."""
    patient = consultation.patient
    name = patient.family_name
    return name if is_blank(patient.given_name) else f"{patient.given_name} {name}"


def knee_words(consultation: Consultation, language: Language) -> str:
    """Return the side of the knee in words."""
    return language.say("right knee") if consultation.knee is Knee.RIGHT else language.say("left knee")


def side_badge(consultation: Consultation, language: Language) -> str:
    """Return the side of the knee as the badge on every page."""
    return language.say("RIGHT KNEE") if consultation.knee is Knee.RIGHT else language.say("LEFT KNEE")


def letterhead(consultation: Consultation) -> tuple[str, ...]:
    """Return the lines of the practice, those that are recorded."""
    practice = consultation.practice
    lines = (practice.name, practice.address, practice.phone)
    return tuple(line for line in lines if line is not None and not is_blank(line))


def telephones(consultation: Consultation, language: Language) -> tuple[Line, ...]:
    """Return the numbers to call, the emergency number first, those that are recorded; none is ever broken."""
    practice = consultation.practice
    numbers = (
        (language.say("Emergency telephone: "), practice.emergency_phone),
        (language.say("Practice: "), practice.phone),
    )
    return tuple(
        (Span(f"{label.rstrip()}\N{NO-BREAK SPACE}", strong=True), Span(_unbroken(number), strong=True, recorded=True))
        for label, number in numbers
        if number is not None and not is_blank(number)
    )


def side_by_side(numbers: tuple[Line, ...]) -> Line:
    """Return telephone numbers on one line, well apart."""
    return tuple(span for number in numbers for span in (*number, Span(" \N{EM SPACE} ")))[:-1]


def _unbroken(number: str) -> str:
    return number.replace(" ", "\N{NO-BREAK SPACE}")


def recorded_or(text: str | None, otherwise: str) -> str:
    """Return a recorded text, or other words where there is none or only blanks."""
    return otherwise if text is None or is_blank(text) else text
