"""An addendum on a page of its own: what came later, under which version, in whose words, and who signed it."""

from collections.abc import Iterator

from kneedesk.documents.agreement import place_to_sign
from kneedesk.documents.material import Material
from kneedesk.domain.addendum import VIAL, Addendum, AddendumKind
from kneedesk.domain.record import is_blank
from kneedesk.presentation.content import Block, Cell, Fields, Heading, Notice, Paragraph, Together, quote, say
from kneedesk.presentation.people import recorded_or
from kneedesk.presentation.signing import signer_who_signed
from kneedesk.presentation.versions import KINDS, grouped, standing_title
from kneedesk.presentation.wording import lower


def title(material: Material) -> str:
    """Return the title of the page."""
    return material.say("Addendum")


def blocks(addendum: Addendum, material: Material) -> tuple[Block, ...]:
    """Return an addendum; ``material`` is of the version under which it stands."""
    return (
        *_opening(addendum, material),
        *_words(addendum, material),
        *_vial(addendum, material),
        *_signing(addendum, material),
    )


def _opening(addendum: Addendum, material: Material) -> Iterator[Block]:
    consultation, language = material.consultation, material.language
    moment, blank = language.moment(addendum.at), material.say("not recorded")
    yield Heading(material.say(KINDS[addendum.kind]), 1)
    if addendum.kind is AddendumKind.WITHDRAWAL:
        words = material.say("The consent of version {number}: {subject}.")
        line = say(words.format(number=addendum.version, subject=material.subject), strong=True)
        yield Notice(material.say("Taken back on {moment}").format(moment=moment), (line,), tone="stop")
    words = material.say(
        "It stands beside version {number} with its own date and signature, and changes nothing of it."
    )
    yield Paragraph(say(words.format(number=addendum.version)), style="lead")
    yield Fields(
        (
            (material.say("Practice"), (quote(recorded_or(consultation.practice.name, blank)),)),
            (material.say("Physician"), (quote(recorded_or(consultation.clinician.name, blank)),)),
            (material.say("About"), (say(material.subject),)),
            (material.say("Written"), (say(moment),)),
        )
    )
    yield Fields(tuple(_under(addendum, material)), columns=1)


def _under(addendum: Addendum, material: Material) -> Iterator[tuple[str, Cell]]:
    """Name the version under which it stands, by its number and by its digest."""
    finalised = material.consultation.finalised
    version = material.say("Version {number}").format(number=addendum.version)
    if finalised is not None:
        version = standing_title(addendum.version, finalised.at, material.language)
    yield material.say("Stands beside"), (say(version, strong=True),)
    yield material.say("Digest of that version"), (say(grouped(addendum.digest)),)


def _words(addendum: Addendum, material: Material) -> Iterator[Block]:
    written = (words for words in addendum.words.splitlines() if not is_blank(words))
    yield material.section(Heading(material.say("What was written"), 2), *(Paragraph(quote(each)) for each in written))


def _vial(addendum: Addendum, material: Material) -> Iterator[Block]:
    if addendum.kind not in VIAL:
        return
    blank = material.say("not recorded")
    yield Heading(material.say("What stands on the vial"), 2)
    yield Fields(
        (
            (material.say("Lot"), (quote(recorded_or(addendum.lot, blank)),)),
            (material.say("Viability"), (quote(recorded_or(addendum.viability, blank)),)),
        )
    )


def _signing(addendum: Addendum, material: Material) -> Iterator[Block]:
    signer = signer_who_signed(addendum.signature, material.library, material.language)
    signed = f"{lower(material.say(KINDS[addendum.kind]))} \N{EN DASH} {material.subject}"
    heading = material.say("Signature: {subject}").format(subject=signed)
    yield Together((Heading(heading, 2), place_to_sign(signer, material)))
