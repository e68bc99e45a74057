"""The consent form: what is proposed, what it may and may not do, every risk, the other choices, and places to sign."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from kneedesk.assessment.candidacy import Verdict
from kneedesk.assessment.readiness import Document, needs_consent
from kneedesk.documents import agreement
from kneedesk.documents.departure import DOES_NOT_FIT, reasons
from kneedesk.documents.material import Material
from kneedesk.documents.red_flags import red_flag_notice
from kneedesk.domain.finding import value_of
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Cell,
    Fields,
    Heading,
    Line,
    Notice,
    Paragraph,
    Table,
    WritingLines,
    joined,
    quote,
    say,
)
from kneedesk.presentation.findings import name_of, value_cell
from kneedesk.presentation.people import knee_words, recorded_or, side_badge, side_by_side, telephones
from kneedesk.presentation.prescribed import prescribed
from kneedesk.presentation.readiness import missing_lines
from kneedesk.presentation.risks import by_heading, risk_table, risks_of
from kneedesk.presentation.verdicts import plain_cautions, plain_reasons
from kneedesk.presentation.wording import contact_lines, speak, speak_all, title_of

_UNKNOWN = ("long_term", "irreversible", "later", "repeat")
_STATUS = ("proposal.product_status",)
_KNOWN = ("history.allergies", "history.medications")
_DEPARTURES: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.NOT_INDICATED: DOES_NOT_FIT,
        Verdict.UNDETERMINED: "We do not know yet whether this treatment fits what is described for people like you",
        Verdict.DEFERRED: "Why a procedure has to wait",
        Verdict.CONTRAINDICATED: "There are reasons against this treatment for you",
    }
)
"""What is said of a course that is offered only with the physician's reason."""


def title(material: Material) -> str:
    """Return the title of the form, or of the page that says why there is none."""
    return material.say("Consent form") if _is_form(material) else material.say("About consent")


def is_draft(material: Material) -> bool:
    """Tell whether this is a form that lacks something and is not for signature."""
    return _is_form(material) and bool(material.missing(Document.CONSENT))


def _is_form(material: Material) -> bool:
    return needs_consent(material.consultation) and material.goes_on


def blocks(material: Material) -> tuple[Block, ...]:
    """Return the form, or one page that says why there is none."""
    if not _is_form(material):
        return tuple(_no_form(material))
    if material.option is None:
        words = material.say("This form is made when a procedure is proposed.")
        return (*_missing(material), Heading(title(material), 1), Paragraph(say(words)))
    return (
        *_missing(material),
        *_opening(material),
        *_procedure(material),
        *_expectation(material),
        *_risks(material),
        *_choices(material),
        *_afterwards(material),
        *agreement.blocks(material),
    )


def _no_form(material: Material) -> Iterator[Block]:
    yield Heading(material.say("Nothing to sign here"), 1)
    if not material.goes_on:
        words = material.say("Decided on {day}: {outcome}. There is no consent to sign.").format(
            day=material.language.day(material.consultation.date), outcome=material.outcome
        )
        yield Notice(material.say("No consent form"), (say(words, strong=True),))
        sheet = material.say("What you can do, and when to call, stands on the sheet on your options.")
        yield Paragraph(say(sheet))
        return
    if material.treatment is Treatment.CONSERVATIVE:
        words = material.say("No procedure is proposed, so there is nothing to sign.")
        yield Notice(material.say("No consent form"), (say(words, "pack-scope"),))
        sheet = material.say("What you can do, and when to call, stands on the sheet on your options.")
        yield Paragraph(say(sheet))
        return
    yield Notice(material.say("The trial’s own form applies"), material.text("stem_cell-trial"), tone="stop")
    yield Paragraph(say(material.say("This page is not a consent form. There is nothing to sign on it."), strong=True))


def _missing(material: Material) -> Iterator[Block]:
    missing = material.missing(Document.CONSENT)
    if missing:
        items = missing_lines(missing, material.library, material.language, most=3)
        yield Notice(material.say("Draft: not for signature. This is missing:"), items, tone="stop")


def _opening(material: Material) -> Iterator[Block]:
    consultation, option = material.consultation, material.option
    knee = knee_words(consultation, material.language)
    if option is None:
        return
    heading = material.say("{procedure}, {knee}")
    yield Heading(heading.format(procedure=option.name.spoken(material.language.tag), knee=knee), 1)
    clinical = option.clinical_name.spoken(material.language.tag)
    yield Paragraph(say(f"{title(material)} \N{MIDDLE DOT} {clinical}"), style="lead")
    yield from red_flag_notice(material)
    status = consultation.proposal.product_status
    if material.treatment is Treatment.STEM_CELL and status is not None:
        name = f"stem_cell-{status}"
        heading = title_of(name, material.library, material.language)
        first, *others = material.text(name)
        local = _local(name, material)
        yield Notice(heading, (first, *local, *others), tone="plain" if status == "approved" else "stop")
    yield from _departure(material)
    yield material.written(Fields(tuple(_particulars(material))))
    yield from _prescribed(material)


def _local(name: str, material: Material) -> Cell:
    """Return what a text says besides where the talk is held, if it does."""
    here = f"{name}-{material.consultation.jurisdiction.partition('-')[0]}"
    return material.text(here) if here in material.library.texts else ()


def _particulars(material: Material) -> Iterator[tuple[str, tuple[Line, ...]]]:
    consultation, blank = material.consultation, material.say("not recorded")
    practice, clinician = consultation.practice, consultation.clinician
    yield material.say("Practice"), (quote(recorded_or(practice.name, blank)),)
    physician = [quote(recorded_or(clinician.name, blank))]
    physician += [quote(text) for text in (clinician.role, clinician.registration) if not is_blank(text) and text]
    yield material.say("Physician who does the procedure"), tuple(physician)
    yield material.say("Knee"), (say(side_badge(consultation, material.language), strong=True),)
    yield material.say("Talked about on"), (say(material.language.day(consultation.date)),)
    for path in ("proposal.date", "proposal.sessions", "proposal.total_cost"):
        name, value = name_of(path, material.library, material.language), value_of(consultation, path)
        if value is not None:
            yield name, value_cell(path, consultation, material.library, material.language)
        elif path != "proposal.sessions":
            yield name, (say(""),)  # room to write it
    yield material.say("What the practice earns"), (quote(recorded_or(practice.financial_interest, blank)),)


def _departure(material: Material) -> Iterator[Block]:
    """Say in plain words what keeps the course outside the described profile, and why it is offered all the same."""
    candidacy = material.candidacy
    if candidacy is None or candidacy.verdict not in _DEPARTURES:
        return
    heading = material.say(_DEPARTURES[candidacy.verdict])
    yield Notice(
        heading, (*material.labelled(plain_reasons(candidacy, material.language)), *reasons(material)), tone="caution"
    )


def _prescribed(material: Material) -> Iterator[Block]:
    """Print the notice of the jurisdiction word for word as it was shown; a sample is marked as one."""
    found = prescribed(material.consultation, material.library, material.language)
    if found is not None:
        line = say(found.text, *found.basis) if found.sample else quote(found.text)
        # A sample stands in the language in which the patient reads it, whatever the form is in.
        if found.sample and found.language != material.language.tag:
            line = tuple(replace(span, language=found.language) for span in line)
        yield Notice(found.title, (line,), tone="caution" if found.sample else "stop")
        shown = material.consultation.notice
        if shown.shown_at is not None and shown.digest == found.digest:
            words = material.say("Shown on {moment}.").format(moment=material.language.moment(shown.shown_at))
            yield Paragraph(say(words), style="note")


def _procedure(material: Material) -> Iterator[Block]:
    option = material.option
    if option is None:
        return
    library, language, rows = material.library, material.language, option.rows
    yield Heading(material.say("What is proposed"), 2)
    yield from material.titled_text(material.condition_text)
    yield Heading(material.say("What it is"), 3)
    yield Bullets(speak_all(rows.what_it_is, library, language))
    source = material.consultation.proposal.cell_source
    if material.treatment is Treatment.STEM_CELL and source is not None:
        yield from material.titled_text(f"stem_cell-source-{source}")
    yield Heading(material.say("What it is like"), 3)
    yield Bullets(speak_all(rows.what_it_is_like, library, language))
    yield from material.titled_text("anaesthesia-surgery" if material.is_surgery else "anaesthesia-injection")


def _expectation(material: Material) -> Iterator[Block]:
    option = material.option
    if option is None:
        return
    library, language, rows = material.library, material.language, option.rows
    yield Heading(material.say("What it may do, and what it may not"), 2)
    yield Bullets(
        (
            *speak_all(rows.what_it_may_do, library, language),
            speak(option.stance, library, language),
            *material.text("no_guarantee"),
        )
    )
    if rows.salt_water:
        yield Heading(material.say("What a salt-water injection does"), 3)
        yield Bullets(speak_all(rows.salt_water, library, language))
    if material.treatment is Treatment.STEM_CELL:
        yield from material.titled_text("stem_cell-evidence")


def _risks(material: Material) -> Iterator[Block]:
    if material.treatment is None or material.option is None:
        return
    library, language = material.library, material.language
    yield Heading(material.say("What can go wrong"), 2)
    for heading, risks in by_heading(risks_of(material.consultation, material.treatment, library), language).items():
        yield material.section(Heading(heading, 3), risk_table(heading, risks, library, language))
    yield Heading(material.say("What is not known, and what cannot be undone"), 3)
    unknown = [*speak_all(material.option.rows.unknown, library, language)]
    if material.treatment is Treatment.STEM_CELL:
        unknown += [line for name in _UNKNOWN for line in material.text(f"stem_cell-{name}")]
    yield Bullets(tuple(unknown))
    yield from _particular(material)


def _particular(material: Material) -> Iterator[Block]:
    """Say what holds for this patient, and what was recorded that everybody who treats the knee must know."""
    yield Heading(material.say("What matters for you in particular"), 3)
    # The status of the product stands at the top of the form.
    cautions = (
        plain_cautions(material.candidacy, material.language, besides=_STATUS) if material.candidacy is not None else ()
    )
    if cautions:
        yield Bullets(material.labelled(cautions))
    consultation, library, language = material.consultation, material.library, material.language
    yield Fields(
        tuple((name_of(path, library, language), value_cell(path, consultation, library, language)) for path in _KNOWN)
    )
    yield material.written(WritingLines(material.say("Other risks that matter to you in particular"), 1))


def _choices(material: Material) -> Iterator[Block]:
    library, language = material.library, material.language
    others = [option for option in library.options.values() if option.treatment is not material.treatment]
    rows = tuple(
        (
            (say(option.name.spoken(language.tag), strong=True),),
            speak_all((option.short.what_it_may_do,), library, language),
            speak_all((option.short.harms,), library, language),
        )
        for option in sorted(others, key=lambda option: option.order)
    )
    header = (material.say("Choice"), material.say("What it may do"), material.say("What can go wrong"))
    heading = material.say("Your other choices")
    yield material.section(Heading(heading, 2), Table(header, rows, (0.2, 0.4, 0.4), caption=heading))
    yield Paragraph(joined(material.text("alternatives")))
    yield from material.natural_course
    if material.treatment is Treatment.STEM_CELL:
        yield from material.titled_text("own_doctor")


def _afterwards(material: Material) -> Iterator[Block]:
    """Say first when to call, then what to do, then who pays and who is told when something goes wrong."""
    yield Heading(material.say("Afterwards"), 2)
    yield Notice(
        title_of("warning_signs", material.library, material.language),
        (
            *material.text("warning_signs"),
            side_by_side(telephones(material.consultation, material.language)),
            *contact_lines(material.library, material.language),
        ),
        tone="caution",
    )
    yield from material.titled_text("aftercare-surgery" if material.is_surgery else "aftercare-injection")
    review = material.consultation.decision.review_date
    yield Heading(material.say("Follow-up and costs"), 3)
    fields = (
        (material.say("We look at it again on"), (say(material.language.day(review) if review else ""),)),
        (material.say("Follow-up visits, and who pays for them"), (say(""),)),
        (material.say("What is refunded, and who pays if something goes wrong"), _complication_costs(material)),
    )
    yield material.written(Fields(fields, columns=1))
    if material.treatment is Treatment.STEM_CELL:
        heading, harm = material.titled_text("stem_cell-report_harm")
        yield heading
        yield Bullets((*harm.items, *_local("stem_cell-report_harm", material)))


def _complication_costs(material: Material) -> Cell:
    """Return who pays as it was recorded, or room to write it."""
    path = "counselling.complication_costs"
    if is_blank(material.consultation.counselling.complication_costs):
        return (say(""),)
    return value_cell(path, material.consultation, material.library, material.language)
