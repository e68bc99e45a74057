"""Recorded findings in words: the name of each, its value, and *not recorded* where there is none."""

from datetime import date, datetime
from typing import Any

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import value_of
from kneedesk.domain.measure import Measure
from kneedesk.domain.preferences import Asked, ExpectedPain
from kneedesk.domain.record import Record
from kneedesk.domain.signature import Signature
from kneedesk.domain.treatment import PreviousTreatment, Treatment
from kneedesk.knowledge.finding import Section
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import Cell, quote, say

OF_CELLS = ("proposal.cell_source", "proposal.product_status")
"""What only a product of cells has."""


def name_of(path: str, library: Library, language: Language) -> str:
    """Return the name of a finding as a form writes it."""
    return library.findings[path].name.spoken(language.tag)


def none_words(path: str, language: Language) -> str:
    """Return how an empty list is said: nothing came of what was asked of the patient, or looked up together."""
    return language.say("Nothing was checked") if path == "counselling.checked" else language.say("Asked: none")


def value_words(path: str, value: Any, library: Library, language: Language) -> str:
    """Return a recorded value in words; an empty list says that nothing came of it."""
    match value:
        case None:
            return language.say("Not recorded")
        case ():
            return none_words(path, language)
        case tuple():
            return "; ".join(value_words(path, item, library, language) for item in value)
        case Record():
            return _entry_words(path, value, library, language)
        case datetime():
            return language.moment(value)
        case date():
            return language.day(value)
    finding = library.findings[path]
    # What somebody typed is never taken for one of the values that have words.
    words = None if type(value) is str else finding.values.get(str(value).lower())
    if words is not None:
        return words.spoken(language.tag)
    if isinstance(value, int | float):
        unit = finding.unit.spoken(language.tag) if finding.unit else ""
        return f"{language.number(value)} {unit}".strip()
    return str(value)


def section_pairs(
    section: Section, consultation: Consultation, library: Library, language: Language
) -> tuple[tuple[str, Cell], ...]:
    """Return name and value of every finding of a section, recorded or not, in the order of the form.

    What is asked of a product of cells alone is left out where another course is proposed and nothing is recorded.
    """
    without_cells = consultation.proposal.treatment not in (None, Treatment.STEM_CELL)
    findings = sorted(
        (
            finding
            for finding in library.findings.values()
            if finding.section == section
            and not (without_cells and finding.id in OF_CELLS and value_of(consultation, finding.id) is None)
        ),
        key=lambda finding: finding.order,
    )
    return tuple(
        (name_of(finding.id, library, language), value_cell(finding.id, consultation, library, language))
        for finding in findings
    )


def value_cell(path: str, consultation: Consultation, library: Library, language: Language) -> Cell:
    """Return the value of a finding as a cell, a line an entry; what somebody typed is marked as recorded."""
    if path in (consultation.not_assessed or ()):
        return (say(language.say("Not assessed")),)
    value = value_of(consultation, path)
    if isinstance(value, tuple) and value:
        return tuple(_value_line(path, item, library, language) for item in value)
    return (_value_line(path, value, library, language),)


def _value_line(path: str, value: Any, library: Library, language: Language) -> Any:
    words = value_words(path, value, library, language)
    typed = type(value) is str or isinstance(value, Measure | Signature)
    return quote(words) if typed else say(words)


def _entry_words(path: str, entry: Record, library: Library, language: Language) -> str:
    match entry:
        case PreviousTreatment():
            return _previous(path, entry, library, language)
        case ExpectedPain():
            return language.say("{score} ({months} months)").format(
                score=language.number(entry.score), months=entry.months
            )
        case Measure():
            return _measure(path, entry, library, language)
        case Asked(at=at, answer=answer):
            return f"{library.findings[path].values[answer].spoken(language.tag)}, {language.moment(at)}"
        case Signature():
            return _signature(path, entry, library, language)
    raise TypeError(f"{path} has no words")


def _previous(path: str, entry: PreviousTreatment, library: Library, language: Language) -> str:
    values = library.findings[path].values
    response = language.say("response not recorded")
    if entry.response is not None:
        response = values[entry.response].spoken(language.tag)
    day = language.day(entry.date) if entry.date else language.say("date not recorded")
    return ", ".join((values[entry.treatment].spoken(language.tag), response, day))


def _measure(path: str, measure: Measure, library: Library, language: Language) -> str:
    name = library.findings[path].values[measure.instrument].spoken(language.tag)
    lowest, highest = measure.range
    words = language.say("{name}: {score} on {lowest} to {highest}").format(
        name=measure.label or name, score=language.number(measure.score), lowest=lowest, highest=highest
    )
    return f"{words}, {language.day(measure.date)}" if measure.date else words


def _signature(path: str, signature: Signature, library: Library, language: Language) -> str:
    values = library.findings[path].values
    role, method = (values[each].spoken(language.tag) for each in (signature.role, signature.method))
    return f"{role}: {signature.name}, {language.moment(signature.at)}, {method}"
