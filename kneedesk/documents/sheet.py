"""The options and expectations sheet: page one stands alone, the detail follows, nothing in it is a verdict."""

from collections.abc import Iterator
from dataclasses import replace

from kneedesk.documents.first_page import SHORT, first_page, pair, told
from kneedesk.documents.material import Material
from kneedesk.domain.history import Diabetes
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.risk import Risk
from kneedesk.presentation.comparison import bars_words
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Figure,
    Heading,
    Paragraph,
    Span,
    Table,
    Together,
    WritingLines,
    basis_of,
    joined,
    quote,
    say,
    text_of,
)
from kneedesk.presentation.effects import Bar, bars_of, certainty_line, effect_drawing, effects_on_pain, reach_of
from kneedesk.presentation.outlook import outlook_of
from kneedesk.presentation.patient_chart import patient_chart
from kneedesk.presentation.print_size import LARGE
from kneedesk.presentation.risks import caption, counted_line, figure_of, is_drawn, printed_frequency, risks_of
from kneedesk.presentation.shapes import scaled
from kneedesk.presentation.wording import contact_lines, lower, speak_all, title_of

_DETAIL = (
    ("what_it_is", "What it is"),
    ("what_it_is_like", "What it is like"),
    ("what_it_may_do", "What it may do"),
    ("salt_water", "What a salt-water injection does"),
    ("harms", "What can go wrong"),
    ("unknown", "What is not known"),
    ("cost", "Cost and cover"),
    ("guidelines", "What guidelines say"),
    ("later", "What it may mean for later"),
)


_USUAL = 0.56
"""How much smaller the patient's chart is in usual print than in large print: its letters are then 10 points."""


def title(material: Material) -> str:
    """Return the title of the sheet."""
    return material.say("Your options and what to expect")


def blocks(material: Material) -> tuple[Block, ...]:
    """Return the sheet."""
    return (
        *first_page(material, title(material)),
        *told(material),
        *_others(material),
        *_detail(material),
        *_effects(material),
        *_outlook(material),
        *_risks(material),
        *_afterwards(material),
        *_condition(material),
        *_questions(material),
        *_evidence(material),
    )


def _others(material: Material) -> Iterator[Block]:
    library, language = material.library, material.language
    others = (option for option in library.options.values() if option not in pair(material))
    columns = tuple(SHORT)[:3]
    rows = tuple(
        (
            (say(option.name.spoken(language.tag)),),
            *(speak_all((getattr(option.short, row),), library, language) for row in columns),
        )
        for option in sorted(others, key=lambda option: option.order)
    )
    header = (material.say("Choice"), *(material.say(SHORT[row]) for row in columns))
    heading = material.say("Your other choices")
    yield material.section(Heading(heading, 2), Table(header, rows, (0.18, 0.3, 0.3, 0.22), caption=heading))


def _afterwards(material: Material) -> Iterator[Block]:
    """Say what to do and not to do after the procedure, to who may have it, and what holds for this patient."""
    if material.option is None or material.treatment is Treatment.CONSERVATIVE or not material.goes_on:
        return
    history = material.consultation.history
    yield Heading(material.say("What to do, and what not"), 2)
    yield material.section(*material.titled_text("aftercare-surgery" if material.is_surgery else "aftercare-injection"))
    if material.treatment is Treatment.CORTICOSTEROID and history.diabetes not in (None, Diabetes.NONE):
        yield material.section(*material.titled_text("diabetes-steroid"))
    if history.anticoagulant:
        yield material.section(*material.titled_text("blood_thinners"))


def _condition(material: Material) -> Iterator[Block]:
    yield Heading(material.say("Your knee"), 2)
    yield material.section(*material.titled_text(material.condition_text))
    yield from material.natural_course


def _detail(material: Material) -> Iterator[Block]:
    """Answer every question about the proposed course, or about going on without a procedure."""
    option = pair(material)[0]
    name = option.name.spoken(material.language.tag)
    rows = tuple(
        ((say(material.say(question)),), speak_all(passages, material.library, material.language))
        for row, question in _DETAIL
        if (passages := getattr(option.rows, row))
    )
    heading = material.say("{option} in detail").format(option=name)
    header = (material.say("Question"), material.say("What is known"))
    yield material.section(Heading(heading, 2), Table(header, rows, (0.16, 0.84), caption=heading))


def _effects(material: Material) -> Iterator[Block]:
    """Draw how pain changed in studies: with the course, with what it was held against, and the difference."""
    library, language, reach = material.library, material.language, reach_of(material.library)
    drawings, large, bars, sources = [], [], list[Bar](), list[Span]()
    for option in pair(material):
        name, effects = option.name.spoken(language.tag), effects_on_pain(option.treatment, library)
        drawings += [effect_drawing(name, effect, reach, library, language) for effect in effects]
        large += [effect_drawing(name, effect, reach, library, language, LARGE) for effect in effects]
        bars += [bar for effect in effects for _, bar in bars_of(effect, reach, library, language)]
        lines = tuple(certainty_line(effect, library, language) for effect in effects)
        sources += [Span("; " if sources else " "), Span(name, basis=basis_of(joined(lines)))]
    words = Span(f"{bars_words(tuple(bars), language)} {material.say('Where the numbers come from:')}")
    figure = Figure(tuple(drawings), (words, *sources, Span(".")), large=tuple(large))
    yield material.section(Heading(material.say("How pain changed in studies"), 2), figure)


def _outlook(material: Material) -> Iterator[Block]:
    """Draw the pain that the patient expects over what studies saw, and say the same in words with its sources."""
    if material.option is None or not material.goes_on:
        return
    outlook = outlook_of(material.consultation, material.library, material.language, to_patient=True)
    if outlook.start is None and not outlook.expected:
        return
    chart = patient_chart(outlook, material.language)
    # Who hears it is told every number.
    chart = replace(chart, description=" ".join((chart.description, *map(text_of, outlook.lines))))
    heading = Heading(material.say("Expected, and found in studies"), 2)
    figure = Figure((scaled(chart, _USUAL),), large=(chart,))
    yield material.section(heading, Together((figure, Bullets(outlook.lines, style="note"))))


def _risks(material: Material) -> Iterator[Block]:
    """Draw what was counted out of 100, then name what is too seldom to draw and what nobody has counted."""
    if material.treatment is None or material.option is None:
        return
    library, language = material.library, material.language
    risks = risks_of(material.consultation, material.treatment, library)
    option = material.option.name.spoken(language.tag)
    heading = Heading(material.say("{option}: how often things go wrong").format(option=option), 2)
    yield material.section(heading, *_frequencies(risks, material))


def _frequencies(risks: tuple[Risk, ...], material: Material) -> Iterator[Block]:
    library, language = material.library, material.language
    drawn = tuple(risk for risk in risks if is_drawn(risk, library))
    if drawn:
        drawings = tuple(printed_frequency(risk, library, language) for risk in drawn)
        large = tuple(printed_frequency(risk, library, language, LARGE) for risk in drawn)
        yield Figure(drawings, tuple(_counted(drawn, material)), large=large)
    seldom = [risk for risk in risks if figure_of(risk, library) is not None and not is_drawn(risk, library)]
    if seldom:
        yield Heading(material.say("Fewer than 1 out of 100"), 3)
        yield Bullets(tuple(caption(risk, library, language) for risk in seldom))
    yield from _unknown(tuple(risk for risk in risks if figure_of(risk, library) is None), material)


def _counted(risks: tuple[Risk, ...], material: Material) -> Iterator[Span]:
    """Say under the drawings in whom each risk was counted, those counted alike together."""
    alike: dict[str, tuple[list[str], tuple[str, ...]]] = {}
    for risk in risks:
        for span in counted_line(risk, material.library, material.language):
            names, basis = alike.get(span.text, ([], ()))
            alike[span.text] = ([*names, risk.name.spoken(material.language.tag)], (*basis, *span.basis))
    for words, (names, basis) in alike.items():
        yield Span(f"{'; '.join(names)}: ", strong=True)
        yield Span(words, basis=basis)
        yield Span(" ")


def _unknown(risks: tuple[Risk, ...], material: Material) -> Iterator[Block]:
    """Name what nobody has counted, the serious apart."""
    if not risks:
        return
    yield Heading(material.say("Nobody has a trustworthy number for these"), 3)
    lines = []
    for severity, label in (("common", "Mostly not serious: "), ("serious", "Serious: ")):
        names = "; ".join(lower(risk.name.spoken(material.language.tag)) for risk in risks if risk.severity == severity)
        if names:
            lines.append((Span(material.say(label), strong=True), Span(f"{names}.")))
    yield Bullets(tuple(lines))


def _questions(material: Material) -> Iterator[Block]:
    questions = [text for text in material.consultation.counselling.questions or () if not is_blank(text)]
    yield Heading(material.say("Your questions"), 2)
    if questions:
        yield Bullets(tuple(quote(text) for text in questions))
    yield WritingLines(material.say("More questions and answers"), 2)
    contacts = contact_lines(material.library, material.language)
    if contacts:
        yield Heading(material.say("How to reach us"), 3)
        yield Bullets(contacts)
    yield material.section(*material.titled_text("questions_to_ask"))


def _evidence(material: Material) -> Iterator[Block]:
    pack, language = material.library.pack, material.language
    yield Heading(material.say("Where this comes from"), 2)
    for name in ("certainty_words", "evidence_method"):
        yield Heading(title_of(name, material.library, language), 3)
        yield Bullets(material.text(name), style="note")
    authors = language.enumerate(tuple(author.spoken(language.tag) for author in pack.authors))
    words = material.say("Content {version}, written by {authors}, next review due {day}.").format(
        version=material.library.version, authors=authors, day=language.day(pack.review_due)
    )
    yield Paragraph(say(f"{words} {pack.funding.spoken(language.tag)}"), style="note")
