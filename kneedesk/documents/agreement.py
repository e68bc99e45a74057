"""How a consent form ends: what was talked about, what was decided, and all signatures on one page."""

from collections.abc import Iterator

from kneedesk.documents.material import Material
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Checkboxes,
    Fields,
    Heading,
    Paragraph,
    Together,
    WritingLines,
    quote,
    say,
)
from kneedesk.presentation.people import full_name, recorded_or
from kneedesk.presentation.wording import title_of


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
    yield WritingLines(material.say("Answers, and further questions"), 2)
    if counselling.teach_back is not None and not is_blank(counselling.teach_back):
        yield Heading(material.say("What this can and cannot do, in your own words"), 3)
        yield Paragraph(quote(counselling.teach_back))
    else:
        yield WritingLines(material.say("What this can and cannot do, in your own words"), 2)


def _signing(material: Material) -> Iterator[Block]:
    """Set the decision and what is filled in by hand, then all signatures on a page of their own."""
    yield Heading(material.say("Your decision"), 2)
    yield Bullets(material.text("voluntary"))
    yield Checkboxes(
        (
            say(material.say("My language is that of this form, or an interpreter helped")),
            say(material.say("I can decide this for myself, or the person who signs for me is named below")),
            say(material.say("I was given a copy of this form")),
        )
    )
    yield Fields(tuple((label, (say(""),)) for label in _filled_in(material)))
    choices = Checkboxes(
        (
            say(material.say("Photographs for my record: ______")),
            say(material.say("My data in a register of results: ______")),
            say(material.say("Use for teaching: ______")),
        )
    )
    words = material.say("Each of these is a choice of its own. Initial what you agree to:")
    yield Together((Paragraph(say(words)), choices))
    yield Together(tuple(_signatures(material)))


def _filled_in(material: Material) -> Iterator[str]:
    yield material.say("Interpreter: name and language")
    yield material.say("Signed for the patient by: name and relationship")
    yield material.say("Other staff or trainees, and their tasks")
    yield material.say("Time between the talk and the signature")
    if material.treatment is Treatment.STEM_CELL:
        yield material.say("Who prepares the cells, and where")
        yield material.say("Product, lot number, living cells (on the day)")


def _signatures(material: Material) -> Iterator[Block]:
    consultation = material.consultation
    yield Heading(title_of("explained", material.library, material.language), 3)
    yield Bullets(material.text("explained"))
    yield material.signature("Patient", full_name(consultation), "I agree to this procedure.")
    physician = recorded_or(consultation.clinician.name, "")
    yield material.signature("Physician", physician, "I explained all of the above and answered the questions.")
    yield material.signature("Witness, where one is used", "", "I saw the patient sign.")
    yield material.signature(
        "On the day of the procedure", full_name(consultation), "I still agree. I can change my mind until it begins."
    )
