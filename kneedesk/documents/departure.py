"""What a page says of a course that does not fit what is described, and why the physician offers it all the same."""

from collections.abc import Iterator

from kneedesk.documents.material import Material
from kneedesk.domain.decision import Override
from kneedesk.domain.record import is_blank
from kneedesk.presentation.content import Cell, Paragraph, Span, joined
from kneedesk.presentation.verdicts import plain_departures

DOES_NOT_FIT = "This treatment does not fit what is described for people like you"


def is_departure(material: Material) -> bool:
    """Tell whether this patient lacks what the proposed course asks for, as long as it may go on."""
    return bool(_lacking(material))


def departure(material: Material) -> Iterator[Paragraph]:
    """Say that the course does not fit, and why: no notice, which would take the room of what page one has to hold."""
    lines = _lacking(material)
    if lines:
        words = material.say(DOES_NOT_FIT)
        yield Paragraph((Span(f"{words}. ", strong=True), *joined(lines)))


def offered(material: Material) -> Iterator[Paragraph]:
    """Say why the physician offers such a course."""
    if is_departure(material):
        yield from map(Paragraph, reasons(material))


def reasons(material: Material) -> Cell:
    """Return for which reasons, and whose, the proposed course is offered against its verdict."""
    lead = material.say("Your physician offers it all the same, for this reason: ")
    return tuple(
        (Span(lead, strong=True), Span(_reason(override), recorded=True))
        for override in material.consultation.overrides or ()
        if override.treatment is material.treatment
    )


def _reason(override: Override) -> str:
    who = override.clinician
    return f"{override.reason} ({who})" if who and not is_blank(who) else override.reason


def _lacking(material: Material) -> Cell:
    candidacy = material.candidacy
    lines = plain_departures(candidacy, material.language) if candidacy is not None and material.goes_on else ()
    return material.labelled(lines)
