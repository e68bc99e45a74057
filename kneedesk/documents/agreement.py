"""How a consent form ends: what was talked about, what was decided, and the signatures under what is signed."""

from collections.abc import Iterator
from dataclasses import replace

from kneedesk.documents.material import Material
from kneedesk.domain.finding import value_of
from kneedesk.domain.record import is_blank
from kneedesk.domain.signature import Method, Role
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Cell,
    Checkboxes,
    Fields,
    Heading,
    Paragraph,
    Signature,
    Span,
    Together,
    WritingLines,
    quote,
    say,
)
from kneedesk.presentation.findings import name_of, value_cell
from kneedesk.presentation.people import full_name
from kneedesk.presentation.shapes import Drawing
from kneedesk.presentation.signing import Signer, signature_drawing, signers
from kneedesk.presentation.wording import title_of

# A drawn signature before it is fitted on its line, in points.
_BOX = (160.0, 60.0)
_INITIALS = "_" * 12


def blocks(material: Material) -> tuple[Block, ...]:
    """Return the end of a consent form."""
    return (*_conversation(material), *_signing(material))


def _conversation(material: Material) -> Iterator[Block]:
    counselling = material.consultation.counselling
    yield Heading(material.say("What we talked about"), 2)
    questions = [text for text in counselling.questions or () if not is_blank(text)]
    if questions:
        yield Heading(material.say("Your questions"), 3)
        yield Bullets(tuple(quote(text) for text in questions))
    yield material.written(WritingLines(material.say("Answers, and further questions"), 2))
    if counselling.teach_back is not None and not is_blank(counselling.teach_back):
        yield Heading(material.say("What this can and cannot do, in your own words"), 3)
        yield Paragraph(quote(counselling.teach_back))
    else:
        yield material.written(WritingLines(material.say("What this can and cannot do, in your own words"), 2))


def _signing(material: Material) -> Iterator[Block]:
    """Set the decision, who took it and who helped, then the signatures: each page of them names what is signed."""
    yield material.section(Heading(material.say("Your decision"), 2), *_decided(material))
    heading = material.say("Signatures: {subject}").format(subject=material.subject)
    yield material.section(Heading(heading, 2), *_signatures(material))


def _decided(material: Material) -> Iterator[Block]:
    consent = material.consultation.consent
    yield Bullets((*material.text("voluntary"), *material.text("time_to_decide")))
    statements = (
        (consent.interpreter, "My language is that of this form, or an interpreter helped"),
        (consent.capacity, "I can decide this for myself, or the person who signs for me is named below"),
        (consent.copy_given, "I was given a copy of this form"),
    )
    # What is recorded stands below in its own words: nothing is there to be ticked, and nothing is ticked beforehand.
    open_still = tuple(say(material.say(words)) for value, words in statements if value is None)
    if open_still:
        yield Checkboxes(open_still)
    choices = ("Photographs for my record.", "My data in a register of results.", "Use for teaching.")
    words = material.say(
        "Each is a choice of its own. Tick and initial what you agree to. What stays empty you do not agree to."
    )
    # The line for them goes with its label.
    initials = f"{material.say(' Initials:')}\N{NO-BREAK SPACE}{_INITIALS}"
    boxes = Checkboxes(tuple((Span(material.say(choice)), Span(initials)) for choice in choices))
    yield material.written(Fields((*_answered(material), *_filled_in(material))))
    yield Together((Paragraph(say(words)), boxes))


def _answered(material: Material) -> Iterator[tuple[str, Cell]]:
    for path in ("consent.capacity", "consent.copy_given"):
        if value_of(material.consultation, path) is not None:
            yield _named(path, material)


def _filled_in(material: Material) -> Iterator[tuple[str, Cell]]:
    """Yield what was recorded on the screen, and room for what was not."""
    held = name_of("consent.discussed_by", material.library, material.language)
    yield _entry(material, held, "consent.discussed_by")
    yield _entry(material, material.say("Interpreter: name and language"), "consent.interpreter")
    proxy = material.say("Signed for the patient by: name and relationship")
    yield _entry(material, proxy, "consent.proxy_name", "consent.proxy_relationship")
    yield _entry(material, material.say("Other staff or trainees, and their tasks"))
    yield _entry(material, material.say("Time between the talk and the signature"), "consent.time_to_think")
    if material.treatment is Treatment.STEM_CELL:
        yield _entry(
            material, material.say("Who prepares the cells, and where"), "product.laboratory", "product.processing"
        )
        permission = material.say("Permission for the product: number and office, or none")
        yield _entry(material, permission, "product.registration")
        product = material.say("Product, lot number, living cells (on the day)")
        yield _entry(material, product, "product.lot", "product.viability")


def _entry(material: Material, label: str, *paths: str) -> tuple[str, Cell]:
    """Return a label with what is recorded under these paths, or with an empty line to write on."""
    recorded = [path for path in paths if value_of(material.consultation, path) is not None]
    lines = tuple(line for path in recorded for line in _named(path, material)[1])
    return label, lines or (say(""),)


def _named(path: str, material: Material) -> tuple[str, Cell]:
    library, language = material.library, material.language
    return name_of(path, library, language), value_cell(path, material.consultation, library, language)


def _signatures(material: Material) -> Iterator[Block]:
    consultation = material.consultation
    explained = Heading(title_of("explained", material.library, material.language), 3)
    places = signers(consultation, material.library, material.language)
    who, physician, *others = (place_to_sign(signer, material) for signer in places)
    # What was explained stands where that is signed.
    yield Together((explained, Bullets(material.text("explained")), who, physician))
    yield from others
    if Role.WITNESS not in {signer.role for signer in places}:
        yield material.signature("Witness, where one is used", "", "I saw the patient sign.")
    later = "I still agree. I can change my mind until it begins."
    yield material.signature("On the day of the procedure", full_name(consultation), later)
    yield from material.left_empty_note


def place_to_sign(signer: Signer, material: Material) -> Signature:
    """Return a place to sign, with the signature where it was given on the screen."""
    language, given = material.language, signer.signature
    empty = Signature(signer.title, signer.name, signer.meaning, material.signature_labels)
    if given is None:
        return empty
    method = material.library.findings["signatures"].values[given.method].spoken(language.tag)
    name, signature, day, time = empty.labels
    signed: Drawing | str = given.name if given.method is Method.TYPED else ""
    if given.method is Method.DRAWN:
        signed = signature_drawing(given, *_BOX, language)
    return replace(
        empty,
        labels=(name, f"{signature} \N{MIDDLE DOT} {method}", day, time),
        signed=signed,
        day=language.day(given.at),
        time=language.time(given.at),
    )
