"""Blank forms of every step, for a day without computers: nothing of any patient stands on them."""

from collections.abc import Iterable, Iterator

from kneedesk.documents.material import OUTCOMES, Material
from kneedesk.domain.finding import entry_choices
from kneedesk.domain.measure import Instrument
from kneedesk.domain.preferences import Answer
from kneedesk.knowledge.finding import Finding, Section
from kneedesk.knowledge.risk import Risk
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Cell,
    Checkboxes,
    Continued,
    Fields,
    Heading,
    Line,
    Notice,
    PageBreak,
    Paragraph,
    Signature,
    Span,
    Table,
    Together,
    WritingLines,
    say,
)
from kneedesk.presentation.findings import none_words
from kneedesk.presentation.risks import by_heading, frequency_cell, serious_mark
from kneedesk.presentation.wording import title_of

BOX = "\N{BALLOT BOX}\N{NO-BREAK SPACE}"
# Two lines: a row of a table that is high enough to be written in.
ROOM = "\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}"
BETWEEN = "\N{EM SPACE}"
# What is not assessed never begins a line.
WITH = 3 * "\N{NO-BREAK SPACE}"
SHORT_LINE, LONG_LINE = "_" * 10, "_" * 26
_EXPECTED_MONTHS = (3, 6, 12)
_LATER = ("6 weeks", "3 months", "6 months", "12 months")
# They are asked with lines of their own.
_APART = ("measures", "history.previous_treatments", "preferences.goals", "preferences.priorities")
_EXPECTED = ("preferences.expected_pain", "preferences.expected_pain_asked")
_BY_PROGRAM = ("notice.digest",)
# Lists in words: that there is none was asked, or was not.
_LISTED = ("history.medications", "history.allergies")
# What is written beside a box that denies it.
_TOLD = {"history.knee_replacement_planned": "Date", "consent.interpreter": "Name"}
# The head of every page asks for it.
_AT_HEAD = ("patient.birth_date",)


def title(material: Material) -> str:
    """Return the title of the forms."""
    return material.say("Blank forms")


def blocks(material: Material) -> tuple[Block, ...]:
    """Return the forms in the order of the steps."""
    return (
        *_patient(material),
        *_evaluation(material),
        *_course(material),
        *_risks(material),
        PageBreak(),
        *_decision(material),
        *_later(material),
    )


def _patient(material: Material) -> Iterator[Block]:
    yield Heading(title(material), 1)
    words = material.say("For a day without computers. What is written here is typed in later; keep the paper.")
    yield Paragraph(say(words), style="lead")
    yield Heading(material.say("Patient & goal"), 2)
    who = (
        "Family name",
        "Given name",
        "Date of the consultation",
        "Physician",
        "Interpreter: name and language",
    )
    yield Fields(tuple((material.say(label), (say(""),)) for label in who))
    sides = (material.say("Right knee"), material.say("Left knee"))
    yield Fields(((material.say("Knee"), (_boxes(sides),)),), columns=1)
    yield from _section("patient", material, besides=_AT_HEAD)
    yield from _section("preferences", material, besides=_EXPECTED)
    yield WritingLines(material.library.findings["preferences.goals"].name.spoken(material.language.tag), 2)
    yield from _priorities(material)
    yield from _expected(material)


def _priorities(material: Material) -> Iterator[Block]:
    finding, tag = material.library.findings["preferences.priorities"], material.language.tag
    note = Paragraph(say(material.say("Pick up to three.")), style="note")
    boxes = Paragraph(_boxes(words.spoken(tag) for words in finding.values.values()))
    yield Together((Heading(finding.name.spoken(tag), 3), note, boxes))


def _expected(material: Material) -> Iterator[Block]:
    """Ask for the expected pain before any evidence is shown, or let it be."""
    finding = material.library.findings["preferences.expected_pain"]
    asked = material.library.findings["preferences.expected_pain_asked"]
    words = material.say("After {months} months: {line} of 10")
    lines = tuple(say(words.format(months=months, line=SHORT_LINE)) for months in _EXPECTED_MONTHS)
    others = _boxes(
        asked.values[each].spoken(material.language.tag) for each in (Answer.NOT_ASKED, Answer.RATHER_NOT_SAY)
    )
    note = material.say("Ask it before any evidence is shown.")
    name = finding.name.spoken(material.language.tag)
    yield Together((Heading(name, 3), Paragraph(say(note), style="note"), Bullets(lines), Paragraph(others)))


def _evaluation(material: Material) -> Iterator[Block]:
    words = material.say("Leave open what was not asked. N means not assessed; it is no answer.")
    lead: tuple[Block, ...] = (Heading(material.say("Evaluation"), 2), Paragraph(say(words), style="note"))
    parts: tuple[tuple[Section, str], ...] = (
        ("history", "Medical history"),
        ("examination", "Physical examination"),
        ("imaging", "Imaging"),
    )
    for section, heading in parts:
        # The first lead goes with the first heading, and so does not end a page.
        opening = Together((*lead, Heading(material.say(heading), 3)))
        findings = _section(section, material, not_assessed=True)
        yield Continued(material.continued(material.say(heading)), (opening, *findings))
        lead = ()
    previous = material.library.findings["history.previous_treatments"]
    header = (material.say("Treatment"), material.say("Response"), material.say("Date"))
    yield _empty_table(previous.name.spoken(material.language.tag), header, (0.5, 0.3, 0.2), rows=4)
    baseline = material.library.findings["measures"].name.spoken(material.language.tag)
    yield _measures(baseline, (material.say("Today"),), material)


def _course(material: Material) -> Iterator[Block]:
    """Ask what is proposed; the verdicts need the program, so that the physician writes the reasons."""
    options = sorted(material.library.options.values(), key=lambda option: option.order)
    boxes = Checkboxes(tuple(say(option.name.spoken(material.language.tag)) for option in options))
    heading = Heading(material.say("The course that is proposed"), 2)
    why = WritingLines(material.say("Why this one, and what speaks against it"), 2)
    proposed = _section("proposal", material, besides=("proposal.treatment",))
    yield Continued(material.continued(heading.text), (Together((heading, boxes)), why, *proposed))
    yield material.section(Heading(material.say("Product"), 3), *_section("product", material))


def _risks(material: Material) -> Iterator[Block]:
    yield Heading(material.say("Risks that were talked through"), 2)
    library, language = material.library, material.language
    for option in sorted(library.options.values(), key=lambda option: option.order):
        headed = by_heading(library.risks_of(option.treatment, None), language)
        groups = (_ticked(heading, risks, material) for heading, risks in headed.items())
        yield Together((material.section(Heading(option.name.spoken(language.tag), 3), *groups),))


def _ticked(heading: str, risks: Iterable[Risk], material: Material) -> Together:
    boxes = Checkboxes(tuple(_risk(risk, material) for risk in risks))
    return Together((Paragraph(say(heading, strong=True)), boxes))


def _risk(risk: Risk, material: Material) -> Line:
    """Return a risk with how often it was counted."""
    often, *_ = frequency_cell(risk, material.library, material.language)
    first, *others = often
    name = Span(f"{risk.name.spoken(material.language.tag)}: ")
    # No line ends between "Not" and "known".
    words = first.text if first.basis else _held(first.text)
    return (*serious_mark(risk, material.language), name, Span(words, basis=first.basis), *others)


def _decision(material: Material) -> Iterator[Block]:
    library, language = material.library, material.language
    yield Heading(material.say("Decision & consent"), 2)
    rule = material.say("If your pain has not fallen by {amount} points (of 10) by {day}, we stop and talk again.")
    yield Notice(
        title_of("stop_rule", library, language),
        (say(rule.format(amount="____", day=LONG_LINE)),),
    )
    heading = Heading(material.say("Money, interest and what was looked up"), 3)
    yield material.section(heading, *_section("counselling", material), *_section("notice", material))
    yield material.section(Heading(material.say("Ready to decide"), 3), *_section("sure", material))
    yield WritingLines(material.say("In the patient’s own words"), 3)
    yield WritingLines(material.say("Questions of the patient"), 2)
    ends = tuple(material.say(words) for words in OUTCOMES.values())
    boxes = Checkboxes(tuple(say(words) for words in ends))
    fields = Fields(tuple((material.say(label), (say(""),)) for label in ("Reason", "Review on")))
    heading = Heading(material.say("How the consultation ends"), 3)
    yield Continued(
        material.continued(heading.text), (Together((heading, boxes)), fields, *_section("decision", material))
    )
    yield material.section(Heading(material.say("Consent"), 3), *_section("consent", material))
    explained = Heading(title_of("explained", library, language), 3)
    yield Together((explained, Bullets(material.text("explained"))))
    yield Continued(material.continued(material.say("Signatures")), (Together(tuple(_signatures(material))),))


def _signatures(material: Material) -> Iterator[Block]:
    # What is signed is written into the heading: a row for it would drive the last place to the next page.
    yield Heading(material.say("Signatures for this procedure: {line}").format(line=LONG_LINE), 3)
    agrees = material.say("I agree to this procedure for the patient.")
    with_right = (material.say("Printed name, relationship"), *material.signature_labels[1:])
    yield material.signature("Patient", "", "I agree to this procedure.")
    yield Signature(material.say("Who decides for the patient"), "", agrees, with_right)
    yield material.signature("Physician", "", "I explained all of the above and answered the questions.")
    yield material.signature("Interpreter", "", "I said all of the above in the language of the patient.")
    saw, witness = material.say("I saw the patient sign."), material.say("Witness {number}, where one is used")
    for number in (1, 2):
        yield Signature(witness.format(number=number), "", saw, material.signature_labels)
    yield material.signature("On the day of the procedure", "", "I still agree. I can change my mind until it begins.")


def _later(material: Material) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(material.say("Follow-up"), 2)
    yield _measures(material.say("Measures"), tuple(material.say(words) for words in _LATER), material)
    yield WritingLines(material.say("Unwanted effects, with their dates"), 4)


def _measures(caption: str, columns: tuple[str, ...], material: Material) -> Continued:
    finding = material.library.findings["measures"]
    names = [finding.values[each].spoken(material.language.tag) for each in Instrument if each in finding.values]
    rows = tuple(((say(name),), *((say(ROOM),) for _ in columns)) for name in names)
    share = 0.6 / len(columns)
    table = Table((material.say("Measure"), *columns), rows, (0.4, *[share] * len(columns)), caption=caption)
    return material.section(Heading(caption, 3), table)


def _empty_table(caption: str, header: tuple[str, ...], widths: tuple[float, ...], rows: int) -> Table:
    row = tuple((say(ROOM),) for _ in header)
    return Table(header, (row,) * rows, widths, row_headers=False, caption=caption)


def _section(
    section: Section, material: Material, *, besides: tuple[str, ...] = (), not_assessed: bool = False
) -> Iterator[Fields]:
    """Yield every finding of a section with its boxes or its line."""
    found = [
        finding
        for finding in sorted(material.library.findings.values(), key=lambda finding: finding.order)
        if finding.section == section and finding.id not in (*_APART, *_BY_PROGRAM, *besides)
    ]
    pairs = tuple(
        (finding.name.spoken(material.language.tag), _answer(finding, material, not_assessed=not_assessed))
        for finding in found
    )
    if pairs:
        yield Fields(pairs, columns=1)


def _answer(finding: Finding, material: Material, *, not_assessed: bool) -> Cell:
    """Return a box for each value that has words, and a line where another answer is written."""
    marked = [spoken.spoken(material.language.tag) for spoken in finding.values.values()]
    if entry_choices(finding.id) or finding.id in _LISTED:
        marked.insert(0, none_words(finding.id, material.language))
    line: tuple[str, ...] = ()
    if finding.unit:
        line = (f"{SHORT_LINE}\N{NO-BREAK SPACE}{finding.unit.spoken(material.language.tag)}",)
    elif finding.id in _TOLD:
        line = (f"{material.say(_TOLD[finding.id])}:\N{NO-BREAK SPACE}{LONG_LINE}",)
    last = f"{WITH}{BOX}N" if not_assessed and (marked or line) else ""
    answer = say(BETWEEN.join((*map(_box, marked), *line)) + last)
    return (answer, say(ROOM)) if finding.id in _LISTED else (answer,)


def _boxes(words: Iterable[str]) -> Line:
    return say(BETWEEN.join(map(_box, words)))


def _box(words: str) -> str:
    """Return a box with its words, which no line parts from it or from one another."""
    return BOX + _held(words)


def _held(words: str) -> str:
    """Return words that no line parts."""
    return words.replace(" ", "\N{NO-BREAK SPACE}").replace("-", "\N{NON-BREAKING HYPHEN}")
