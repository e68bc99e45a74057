"""The facing copy: what the patient was given to sign, in the physician's language, after the clinical record."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from kneedesk.assessment.readiness import needs_consent
from kneedesk.documents import consent_form, discussed
from kneedesk.documents.material import Material
from kneedesk.presentation.content import (
    Block,
    Checkboxes,
    Continued,
    Fields,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Spoken,
    Together,
    WritingLines,
    say,
    text_of,
)

LANGUAGES = {"en": "in English", "es": "in Spanish"}


def blocks(material: Material) -> tuple[Block, ...]:
    """Return the copy, or nothing where the documents are in the physician's own language."""
    facing = material.facing
    if facing is None or facing.tag == material.language.tag:
        return ()
    copied = replace(material, language=facing, facing=None)
    module = consent_form if needs_consent(material.consultation) and material.goes_on else discussed
    if module is discussed and material.goes_on:
        return ()
    words = material.say("The same {language}, for the physician. What is signed is the form {other}.")
    language, other = (material.say(LANGUAGES.get(each.tag, each.tag)) for each in (facing, material.language))
    mark = material.say("Facing copy {language}: not for signature").format(language=language)
    parts = tuple(_without_places(module.blocks(copied), copied))
    return (
        PageBreak(),
        Heading(material.say("Facing copy"), 2),
        Paragraph(say(words.format(language=language, other=other)), style="note"),
        Spoken(facing.tag, tuple(_lowered(_without_empty(parts))), mark=mark),
        PageBreak(),
    )


def _without_places(blocks: tuple[Block, ...], material: Material) -> Iterator[Block]:
    """Yield blocks without places to write and to sign by mistake."""
    for block in blocks:
        match block:
            case Signature(role=role, meaning=meaning, day=""):
                yield Paragraph(say(f"{role} \N{EN DASH} {meaning}"))
            case WritingLines() | Checkboxes():
                pass
            case Together(blocks=inner) if any(isinstance(each, Checkboxes) for each in inner):
                pass  # what leads to the boxes goes with them
            case Together(blocks=inner) | Continued(blocks=inner):
                yield replace(block, blocks=tuple(_without_places(inner, material)))
            case Fields():
                yield from _without_room(block, material)
            case _:
                yield block


def _without_room(fields: Fields, material: Material) -> Iterator[Block]:
    """Yield what is filled in, then by name what the form that is signed has room to write."""
    filled = tuple((label, cell) for label, cell in fields.pairs if any(map(text_of, cell)))
    if filled:
        yield replace(fields, pairs=filled)
    room = [label for label, cell in fields.pairs if not any(map(text_of, cell))]
    if room:
        words = material.say("Written by hand, on the form that is signed only: {labels}.")
        yield Paragraph(say(words.format(labels="; ".join(room))), style="note")


def _without_empty(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks without the headings of which nothing is left: what stood under them was room to write."""
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Heading) and (
            after is None or (isinstance(after, Heading) and after.level <= block.level)
        ):
            continue
        yield block


def _lowered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks whose title is a part of another document; which heading is empty was told by their own levels."""
    for block in blocks:
        match block:
            case Heading(text=text, level=level):
                yield Heading(text, 2 if level == 1 else 3)
            case Together(blocks=inner) | Continued(blocks=inner):
                yield replace(block, blocks=tuple(_lowered(inner)))
            case _:
                yield block
