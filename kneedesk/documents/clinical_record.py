"""The clinical record: every finding, every verdict with its reasons, and what was said, for the chart."""

from collections.abc import Iterator

from kneedesk.assessment.candidacy import Candidacy
from kneedesk.assessment.readiness import Document
from kneedesk.documents import facing_copy
from kneedesk.documents.material import Material
from kneedesk.domain.decision import Outcome
from kneedesk.domain.digest import content_digest
from kneedesk.domain.finding import value_of
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.domain.versions import is_intact
from kneedesk.knowledge.finding import Section
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Cell,
    Fields,
    Heading,
    Line,
    Notice,
    Paragraph,
    Span,
    Table,
    Together,
    quote,
    say,
)
from kneedesk.presentation.findings import name_of, section_pairs, value_cell, value_words
from kneedesk.presentation.people import full_name, knee_words, recorded_or
from kneedesk.presentation.readiness import missing_lines
from kneedesk.presentation.verdicts import (
    changes_in_words,
    effect_words,
    reason_line,
    relevant,
    statement,
    verdict_words,
)
from kneedesk.presentation.versions import grouped, version_state
from kneedesk.presentation.wording import lower

_SECTIONS: tuple[tuple[Section, str], ...] = (
    ("patient", "Patient"),
    ("history", "Medical history"),
    ("examination", "Physical examination"),
    ("imaging", "Imaging"),
    ("consultation", "Measures"),
    ("preferences", "Goals and preferences"),
)
# Said only where the talk came to it: each section that was begun, whole.
_TALK: tuple[tuple[Section, str], ...] = (
    ("product", "Product"),
    ("counselling", "Money, interest and what was looked up"),
    ("stop_rule", "Stop rule"),
    ("sure", "Ready to decide"),
    ("decision", "Leaning and time"),
    ("notice", "Notice"),
    ("consent", "Consent"),
    ("signatures", "Signatures"),
)
# What whoever opens the record must see first; it is not said again among the findings.
_FIRST = (
    "history.red_flags",
    "history.allergies",
    "history.hypersensitivity",
    "history.medications",
    "history.anticoagulant",
    "history.bleeding_disorder",
)
_OUTCOMES = {
    Outcome.PROCEED: "Goes ahead",
    Outcome.NOT_TODAY: "Not today",
    Outcome.REFER: "Referred",
    Outcome.DECLINE: "Declined",
}


def title(material: Material) -> str:
    """Return the title of the record."""
    return material.say("Clinical record")


def is_draft(material: Material) -> bool:
    """Tell whether the version is not final and the record is not for signature."""
    return material.consultation.finalised is None


def blocks(material: Material) -> tuple[Block, ...]:
    """Return the record."""
    return (
        *_draft(material),
        *_opening(material),
        *_version(material),
        *_first(material),
        *_proposal(material),
        *_candidacy(material),
        *_overrides(material),
        *_counselling(material),
        *_talk(material),
        *_findings(material),
        *_details(material),
        *_limits(material),
        *facing_copy.blocks(material),
    )


def _draft(material: Material) -> Iterator[Block]:
    if is_draft(material):
        words = material.say("This version is not final: what it says can still change. It is signed once it is final.")
        # Red is left for red flags.
        yield Notice(material.say("Draft: not for signature"), (say(words),), tone="caution")


def _opening(material: Material) -> Iterator[Block]:
    consultation, language = material.consultation, material.language
    yield Heading(material.say("Clinical record: {knee}").format(knee=knee_words(consultation, language)), 1)
    blank = material.say("Not recorded")
    yield Fields(
        (
            (material.say("Patient"), (quote(full_name(consultation)),)),
            (material.say("Number"), (quote(recorded_or(consultation.patient.identifier, blank)),)),
            (material.say("Consultation"), (say(language.day(consultation.date)),)),
            (material.say("Physician"), (quote(recorded_or(consultation.clinician.name, blank)),)),
            (material.say("Registration"), (quote(recorded_or(consultation.clinician.registration, blank)),)),
            (material.say("Jurisdiction"), (say(consultation.jurisdiction.upper()),)),
        )
    )


def _version(material: Material) -> Iterator[Block]:
    """Say which version this is the record of, and what it replaces and why."""
    consultation, language = material.consultation, material.language
    amends, final = consultation.amends, consultation.finalised is not None
    pairs: list[tuple[str, Cell]] = [
        (material.say("Version"), (say(version_state(consultation, language), strong=True),)),
        (material.say("Digest"), (say(grouped(content_digest(consultation))),)),
    ]
    if amends is not None:
        before = material.say("Version {number}").format(number=amends.version)
        pairs += [
            (material.say("Replaces") if final else material.say("Is to replace"), (say(before),)),
            (material.say("Digest of that version"), (say(grouped(amends.digest)),)),
            (material.say("Amended on"), (say(language.moment(amends.at)),)),
            (material.say("Why it was amended"), (quote(amends.reason),)),
        ]
    yield Fields(tuple(pairs), columns=1)
    if not is_intact(consultation):
        words = material.say("What is kept is not what was finalised: it was changed outside of KneeDesk.")
        yield Notice(material.say("Changed"), (say(words),), tone="stop")


def _first(material: Material) -> Iterator[Block]:
    """Set red flags, allergies and medicines apart; a red flag that is there is framed."""
    consultation, library, language = material.consultation, material.library, material.language
    flags = consultation.history.red_flags
    if flags:
        words = value_words("history.red_flags", flags, library, language)
        yield Notice(material.say("Red flags recorded"), (say(words, strong=True),), tone="stop")
    yield Heading(material.say("Red flags, allergies, medicines"), 2)
    yield Fields(
        tuple((name_of(path, library, language), value_cell(path, consultation, library, language)) for path in _FIRST)
    )


def _proposal(material: Material) -> Iterator[Block]:
    """Say what was proposed and how it was decided."""
    decision, language, blank = material.consultation.decision, material.language, material.say("Not recorded")
    yield Heading(material.say("Proposal"), 2)
    yield Fields(section_pairs("proposal", material.consultation, material.library, language))
    outcome = material.say(_OUTCOMES[decision.outcome]) if decision.outcome else blank
    option = material.library.options[decision.treatment].name.spoken(language.tag) if decision.treatment else blank
    yield Heading(material.say("Decision"), 2)
    yield Fields(
        (
            (material.say("Outcome"), (say(outcome, strong=decision.outcome is not None),)),
            (material.say("Course"), (say(option),)),
            (material.say("Reason"), (quote(recorded_or(decision.reason, blank)),)),
            (material.say("Review"), (say(language.day(decision.review_date) if decision.review_date else blank),)),
        )
    )


def _candidacy(material: Material) -> Iterator[Block]:
    language, library = material.language, material.library
    said: set[str] = set()
    rows = tuple(
        (
            (say(library.options[treatment].name.spoken(language.tag), strong=True),),
            (say(verdict_words(candidacy.verdict, language), strong=True),),
            _reasons_in_short(candidacy, said, material),
        )
        for treatment, candidacy in material.assessment.candidacies.items()
    )
    header = (material.say("Course"), material.say("Verdict"), material.say("What decides it"))
    heading = material.say("Candidacy")
    yield material.section(Heading(heading, 2), Table(header, rows, (0.2, 0.2, 0.6), caption=heading))
    yield Paragraph(
        say(material.say("The verdicts advise. They come from the rules below; the physician decides.")), style="note"
    )


def _reasons_in_short(candidacy: Candidacy, said: set[str], material: Material) -> Cell:
    """Return what speaks against a course and what to ask next; a reason of a row above is not written out again."""
    lines: list[Line] = []
    for reason in candidacy.reasons:
        if reason.speaks_against:
            words = statement(reason, material.language)
            heading = Span(f"{effect_words(reason, material.language)}. ", strong=True)
            again = (heading, Span(material.say("As above.")))
            lines.append(again if words in said else reason_line(reason, material.language))
            said.add(words)
    if candidacy.missing:
        names = "; ".join(name_of(path, material.library, material.language) for path in candidacy.missing)
        lines.append((Span(material.say("Ask next: "), strong=True), Span(names)))
    return tuple(lines) or (say(material.say("Every rule was checked; none speaks against it.")),)


def _overrides(material: Material) -> Iterator[Block]:
    overrides = material.consultation.overrides or ()
    if not overrides:
        return
    rows = tuple(
        (
            (say(material.library.options[override.treatment].name.spoken(material.language.tag), strong=True),),
            (quote(override.reason),),
            (
                quote(recorded_or(override.clinician, material.say("not recorded"))),
                say(material.language.moment(override.at) if override.at else material.say("time not recorded")),
            ),
        )
        for override in overrides
    )
    heading = material.say("Where the physician decided otherwise")
    header = (material.say("Course"), material.say("Reason"), material.say("By whom, when"))
    yield material.section(Heading(heading, 2), Table(header, rows, (0.2, 0.5, 0.3), caption=heading))


def _findings(material: Material) -> Iterator[Block]:
    first = {name_of(path, material.library, material.language) for path in _FIRST}
    for section, heading in _SECTIONS:
        pairs = section_pairs(section, material.consultation, material.library, material.language)
        shown = tuple(pair for pair in pairs if pair[0] not in first)
        if shown:
            fields = Fields(shown, columns=1 if len(shown) == 1 else 2)
            yield material.section(Heading(material.say(heading), 2), fields)


def _counselling(material: Material) -> Iterator[Block]:
    counselling, library = material.consultation.counselling, material.library
    yield Heading(material.say("What was talked through"), 2)
    discussed = tuple(_topic(name, material) for name in counselling.discussed or ())
    if discussed:
        yield Bullets(discussed)
    else:
        yield Paragraph(say(material.say("No risk or topic is recorded as talked through.")))
    teach_back = recorded_or(counselling.teach_back, material.say("Not recorded"))
    questions = tuple(quote(text) for text in counselling.questions or () if not is_blank(text))
    yield Fields(
        (
            (material.say("Teach-back, in the patient’s words"), (quote(teach_back),)),
            (material.say("Questions"), questions or (say(material.say("Not recorded")),)),
        ),
        columns=1,
    )
    missing = material.missing(Document.CONSENT)
    if missing and material.goes_on:
        items = missing_lines(missing, library, material.language, most=6)
        yield Notice(material.say("The consent form still lacks"), items)


def _talk(material: Material) -> Iterator[Block]:
    consultation, library, language = material.consultation, material.library, material.language
    for section, heading in _TALK:
        paths = [finding.id for finding in library.findings.values() if finding.section == section]
        if any(value_of(consultation, path) is not None for path in paths):
            yield Heading(material.say(heading), 2)
            yield Fields(section_pairs(section, consultation, library, language), columns=1 if len(paths) == 1 else 2)


def _topic(name: str, material: Material) -> Line:
    if name in material.library.risks:
        return say(material.library.risks[name].name.spoken(material.language.tag))
    if name in material.library.texts:
        return say(material.library.texts[name].title.spoken(material.language.tag))
    return quote(name)


def _details(material: Material) -> Iterator[Block]:
    yield Heading(material.say("Reasons for each verdict"), 2)
    for treatment in Treatment:
        candidacy = material.assessment.candidacies[treatment]
        name = material.library.options[treatment].name.spoken(material.language.tag)
        verdict = verdict_words(candidacy.verdict, material.language)
        yield material.section(Heading(f"{name}: {verdict}", 3), _detail(candidacy, material))


def _detail(candidacy: Candidacy, material: Material) -> Bullets:
    language, library = material.language, material.library
    shown = relevant(candidacy)
    others = [reason for reason in candidacy.reasons if reason not in shown]
    lines = [reason_line(reason, language) for reason in shown]
    if others:
        told = {path for reason in shown if reason.rule.effect != "indication" for path in reason.rule.findings}
        paths = dict.fromkeys(path for reason in others for path in reason.rule.findings if path not in told)
        values = material.assessment.findings.values
        checked = [name_of(path, library, language) for path in paths if values[path] is not None]
        unknown = [name_of(path, library, language) for path in paths if values[path] is None]
        heads = ("Checked, nothing against it: ", "Not recorded, changes nothing here: ")
        for head, names in zip(heads, (checked, unknown), strict=True):
            if names:
                lines.append((Span(material.say(head), strong=True), Span("; ".join(names))))
    changes = changes_in_words(candidacy, material.assessment.findings, library, language)
    if changes:
        words = "; ".join(changes)
        lines.append((Span(material.say("Would change it: "), strong=True), Span(words)))
    return Bullets(tuple(lines))


def _limits(material: Material) -> Iterator[Block]:
    pack = material.library.pack
    words = material.say("Content version {version}, next review due {day}.")
    due = material.language.day(pack.review_due)
    content = Paragraph(say(words.format(version=material.library.version, day=due)), style="note")
    limits = (*material.titled_text("intended_use"), content)
    if is_draft(material):
        yield Together(limits)
        return
    physician = recorded_or(material.consultation.clinician.name, "")
    record = material.say("{procedure}, {knee}").format(
        procedure=lower(title(material)), knee=knee_words(material.consultation, material.language)
    )
    heading = Heading(material.say("Signature: {subject}").format(subject=record), 3)
    place = material.signature("Physician", physician, "This record is complete and correct.")
    # Nobody signs a page on which nothing else stands.
    yield Together((*limits, heading, place))
