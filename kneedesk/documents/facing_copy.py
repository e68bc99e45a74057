"""The copy of what the patient was given to sign, in the physician's language, after the clinical record."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kneedesk.assessment.readiness import needs_consent
from kneedesk.documents import consent_form, discussed
from kneedesk.documents.material import Material
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Cell,
    Checkboxes,
    Continued,
    Fields,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Span,
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
    copied = replace(material, language=facing, facing=None, copied=True)
    module = consent_form if needs_consent(material.consultation) and material.goes_on else discussed
    if material.goes_on and (module is discussed or material.option is None):
        return ()
    words = material.say(
        "The form {language}, for the physician. What is signed is the form {other}. What is written, ticked or signed "
        "by hand there is only named here."
    )
    language, other = (material.say(LANGUAGES.get(each.tag, each.tag)) for each in (facing, material.language))
    name = material.say("Copy {language}").format(language=language)
    mark = material.say("Copy {language}: not for signature").format(language=language)
    signed = facing.say(LANGUAGES.get(material.language.tag, material.language.tag))
    goes_on = copied.say("{heading}, continued")
    parts = _without_places(module.blocks(copied), copied, signed)
    return (
        PageBreak(),
        Heading(name, 2),
        Paragraph(say(words.format(language=language, other=other)), style="note"),
        Spoken(facing.tag, tuple(_lowered(parts)), mark=mark, goes_on=goes_on),
        PageBreak(),
    )


def _without_places(blocks: tuple[Block, ...], material: Material, signed: str) -> tuple[Block, ...]:
    """Return blocks without places to write, to tick and to sign by mistake; what is left out is named in its place.

    ``signed`` says in which language the form is that is signed.
    """
    kept: list[Block] = []
    left: list[str] = []
    for block in _opened(blocks):
        places = _places_of(block)
        if left and not places:
            _name(left, kept, material)
            left = []
        left += places
        kept += _without_place(block, material, signed)
    if left:
        _name(left, kept, material)
    return tuple(kept)


def _opened(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks one by one where they stay together for room alone: without a heading, or boxes with their lead."""
    for block in blocks:
        if isinstance(block, Together) and not any(isinstance(each, Heading | Checkboxes) for each in block.blocks):
            yield from _opened(block.blocks)
        else:
            yield block


def _without_place(block: Block, material: Material, signed: str) -> Iterator[Block]:
    match block:
        case Signature():
            yield _signature(block, material, signed)
        case WritingLines() | Checkboxes():
            pass
        case Fields(pairs=pairs):
            filled = tuple((label, cell) for label, cell in pairs if any(map(text_of, cell)))
            if filled:
                yield replace(block, pairs=filled)
        case Together() if _places_of(block):
            pass  # what leads to the boxes goes with them
        case Together(blocks=inner) | Continued(blocks=inner):
            yield replace(block, blocks=_without_places(inner, material, signed))
        case _:
            yield block


def _places_of(block: Block) -> list[str]:
    """Return by name what a block has room to write or to tick."""
    match block:
        case WritingLines(label=label):
            return [label]
        case Checkboxes(items=items):
            return [text_of(item[:1]) for item in items]
        case Fields(pairs=pairs):
            return [label for label, cell in pairs if not any(map(text_of, cell))]
        case Together(blocks=inner) if any(isinstance(each, Checkboxes) for each in inner):
            return [name for each in inner for name in _places_of(each)]
        case _:
            return []


def _name(places: Iterable[str], kept: list[Block], material: Material) -> None:
    """Name places under what is kept of their section, on its page."""
    words = material.say("To be written by hand, only on the form that is signed: {labels}.")
    note = Paragraph(say(words.format(labels="; ".join(name.rstrip(".") for name in places))), style="note")
    above = (kept.pop(),) if kept and isinstance(kept[-1], Bullets | Fields) else ()
    kept.append(Together((*above, note)))


def _signature(place: Signature, material: Material, signed: str) -> Fields:
    """Return who signs what, and where and when that was done; never the signature, for it stands under other words."""
    if place.day:
        words = material.say("Signed on the form {language}, {day}, {time}: ")
        when = words.format(language=signed, day=place.day, time=place.time)
        _, way, _, _ = place.labels
        state: Cell = ((Span(when), Span(place.printed_name, recorded=True)), say(way))
    else:
        words = material.say("Not signed on the screen: the place to sign is on the form {language} only.")
        state = (say(words.format(language=signed)),)
    return Fields(((place.role, (say(place.meaning), *state)),), columns=1)


def _lowered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks whose title is a part of another document."""
    for block in blocks:
        match block:
            case Heading(text=text, level=level):
                yield Heading(text, 2 if level == 1 else 3)
            case Together(blocks=inner) | Continued(blocks=inner):
                yield replace(block, blocks=tuple(_lowered(inner)))
            case _:
                yield block
