"""The record of a talk that no procedure follows: not today, another specialist, or no; for patient and practice."""

from collections.abc import Iterator

from kneedesk.documents.first_page import SHORT
from kneedesk.documents.material import Material
from kneedesk.documents.red_flags import red_flag_notice
from kneedesk.domain.decision import Outcome
from kneedesk.domain.record import is_blank
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Cell,
    Fields,
    Heading,
    Notice,
    Paragraph,
    Signature,
    Together,
    WritingLines,
    joined,
    quote,
    say,
)
from kneedesk.presentation.findings import name_of
from kneedesk.presentation.people import recorded_or, side_badge, side_by_side, telephones
from kneedesk.presentation.risks import risks_of
from kneedesk.presentation.signing import signers
from kneedesk.presentation.wording import lower, speak_all, title_of


def title(material: Material) -> str:
    """Return the title of the record."""
    return material.say("Record of our talk")


def blocks(material: Material) -> tuple[Block, ...]:
    """Return the record, or one page that says why there is none."""
    if material.goes_on:
        return tuple(_no_record(material))
    return (
        *_opening(material),
        *_decided(material),
        *_known(material),
        *_talked(material),
        *_without(material),
        *_signing(material),
    )


def _no_record(material: Material) -> Iterator[Block]:
    yield Heading(title(material), 1)
    words = material.say("This record is made when a talk ends with not today, another specialist, or no.")
    state = material.say("It is not decided yet how this talk ends.")
    if material.outcome:
        state = material.say("This talk ended otherwise: {outcome}.").format(outcome=lower(material.outcome))
    yield Notice(material.say("There is nothing to record here"), (say(f"{words} {state}"),))


def _opening(material: Material) -> Iterator[Block]:
    consultation, language = material.consultation, material.language
    blank = material.say("not recorded")
    title = material.say("{outcome}: {subject}").format(outcome=material.outcome, subject=material.subject)
    yield Heading(title, 1)
    words = material.say("We talked on {day}. No procedure follows from it now.")
    yield Paragraph(say(words.format(day=language.day(consultation.date))), style="lead")
    yield from red_flag_notice(material)
    physician = [quote(recorded_or(consultation.clinician.name, blank))]
    physician += [quote(text) for text in (consultation.clinician.role,) if text is not None and not is_blank(text)]
    pairs: list[tuple[str, Cell]] = [
        (material.say("Practice"), (quote(recorded_or(consultation.practice.name, blank)),)),
        (material.say("Physician"), tuple(physician)),
        (material.say("Knee"), (say(side_badge(consultation, language), strong=True),)),
    ]
    held = consultation.consent.discussed_by
    if held is not None and not is_blank(held):
        pairs.append((name_of("consent.discussed_by", material.library, language), (quote(held),)))
    yield Together((Fields(tuple(pairs)),))


def _decided(material: Material) -> Iterator[Block]:
    """Say what was decided and why, with room for what nobody recorded."""
    decision, language = material.consultation.decision, material.language
    reason = quote(decision.reason) if decision.reason is not None and not is_blank(decision.reason) else say("")
    review = say(language.day(decision.review_date) if decision.review_date else "")
    pairs: list[tuple[str, Cell]] = [
        (material.say("Your decision"), (say(material.outcome, strong=True),)),
        (material.say("Your reason"), (reason,)),
        (material.say("We look at it again on"), (review,)),
    ]
    if decision.decide_by is not None:
        name = name_of("decision.decide_by", material.library, language)
        pairs.append((name, (say(language.day(decision.decide_by)),)))
    if decision.outcome is Outcome.REFER:
        pairs.append((material.say("Referred to, and with which question"), (say(""),)))
    yield Heading(material.say("What you decided"), 2)
    yield Fields(tuple(pairs), columns=1)
    yield Bullets(material.text("voluntary"))


def _known(material: Material) -> Iterator[Block]:
    """Say in short what is known of the course, which is no record of what was said of it."""
    option, library, language = material.option, material.library, material.language
    if option is None:
        return
    answers = ((name, getattr(option.short, row)) for row, name in SHORT.items())
    rows = ((material.say(name), speak_all((answer,), library, language)) for name, answer in answers)
    name = option.name.spoken(language.tag)
    yield material.section(Heading(material.say("{course}, in short").format(course=name), 2), Fields(tuple(rows), 1))


def _talked(material: Material) -> Iterator[Block]:
    counselling = material.consultation.counselling
    yield Heading(material.say("What we talked about"), 2)
    yield from _risks(material)
    questions = [text for text in counselling.questions or () if not is_blank(text)]
    yield Heading(material.say("Your questions"), 3)
    if questions:
        yield Bullets(tuple(quote(text) for text in questions))
    yield WritingLines(material.say("Answers, and further questions"), 1)
    if counselling.teach_back is not None and not is_blank(counselling.teach_back):
        yield Heading(material.say("What this can and cannot do, in your own words"), 3)
        yield Paragraph(quote(counselling.teach_back))


def _risks(material: Material) -> Iterator[Block]:
    """Name the risks that were talked through, and those of the course of which that is not recorded."""
    library, tag = material.library, material.language.tag
    names = material.consultation.counselling.discussed or ()
    listed = risks_of(material.consultation, material.treatment, library) if material.treatment is not None else ()
    parts = (
        ("Risks that were talked through", [library.risks[name] for name in names if name in library.risks]),
        ("Risks not recorded as talked through", [risk for risk in listed if risk.id not in names]),
    )
    for heading, risks in parts:
        if risks:
            words = "; ".join(risk.name.spoken(tag) for risk in risks)
            yield material.section(Heading(material.say(heading), 3), Paragraph(say(f"{words}.")))


def _without(material: Material) -> Iterator[Block]:
    """Say what may happen without a procedure, and when to call."""
    yield from material.natural_course
    yield Paragraph(joined(material.text("alternatives")))
    yield Notice(
        title_of("call_us", material.library, material.language),
        (*material.text("call_us"), side_by_side(telephones(material.consultation, material.language))),
        tone="caution",
    )


def _signing(material: Material) -> Iterator[Block]:
    who, physician, *_ = signers(material.consultation, material.library, material.language)
    mine = material.say("This is my decision. I was told what may happen without a procedure.")
    yours = material.say("We talked as written above, and I answered the questions.")
    decided = f"{material.subject} \N{EN DASH} {material.outcome}"
    yield Together(
        (
            Heading(material.say("Signatures: {subject}").format(subject=decided), 3),
            Signature(who.title, who.name, mine, material.signature_labels),
            Signature(physician.title, physician.name, yours, material.signature_labels),
        )
    )
