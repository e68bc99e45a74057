"""What the sheet says of a course that does not fit what is described, and why the physician offers it all the same."""

from collections.abc import Iterator

from kneedesk.documents.material import Material
from kneedesk.presentation.content import Cell, Paragraph, Span, joined
from kneedesk.presentation.verdicts import plain_departures


def is_departure(material: Material) -> bool:
    """Tell whether this patient lacks what the proposed course asks for, as long as it may go on."""
    return bool(_lacking(material))


def departure(material: Material) -> Iterator[Paragraph]:
    """Say that the course does not fit, and why: no notice, which would take the room of what page one has to hold."""
    lines = _lacking(material)
    if lines:
        words = material.say("This treatment does not fit what is described for people like you")
        yield Paragraph((Span(f"{words}. ", strong=True), *joined(lines)))


def offered(material: Material) -> Iterator[Paragraph]:
    """Say why the physician offers such a course."""
    lead = material.say("Your physician offers it all the same, for this reason: ")
    for override in material.consultation.overrides or ():
        if override.treatment is material.treatment and is_departure(material):
            yield Paragraph((Span(lead, strong=True), Span(override.reason, recorded=True)))


def _lacking(material: Material) -> Cell:
    candidacy = material.candidacy
    lines = plain_departures(candidacy, material.language) if candidacy is not None and material.goes_on else ()
    return material.labelled(lines)
