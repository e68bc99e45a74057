"""The notice of the signs in a patient that have to be looked into before a treatment of the knee."""

from collections.abc import Iterator

from kneedesk.documents.material import Material
from kneedesk.presentation.content import Notice
from kneedesk.presentation.course import red_flag_lines
from kneedesk.presentation.people import side_by_side, telephones


def red_flag_notice(material: Material) -> Iterator[Notice]:
    """Say what each recorded sign may be, what to do and how soon, and whom to call; nothing where none is recorded."""
    lines = red_flag_lines(material.consultation, material.library, material.language)
    if lines:
        numbers = telephones(material.consultation, material.language)
        call = (side_by_side(numbers),) if numbers else ()
        yield Notice(material.say("This has to be looked into first"), (*lines, *call), tone="stop")
