"""The options and expectations sheet: page one stands alone, the detail follows, nothing in it is a verdict."""

from collections.abc import Iterator

from kneedesk.documents.consent_form import condition_text
from kneedesk.documents.material import Material
from kneedesk.domain.decision import Outcome
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.option import Option
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Fields,
    Figure,
    Heading,
    Line,
    Notice,
    PageBreak,
    Paragraph,
    Span,
    Table,
    Together,
    WritingLines,
    joined,
    quote,
    say,
)
from kneedesk.presentation.findings import value_words
from kneedesk.presentation.people import knee_words, recorded_or, telephones
from kneedesk.presentation.risks import caption, figure_of, frequency_drawing, risks_of
from kneedesk.presentation.wording import speak_all, title_of

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
_SHORT = (
    ("what_it_may_do", "What it may do"),
    ("harms", "What can go wrong"),
    ("everyday_life", "Everyday life"),
    ("cost", "Cost"),
)
_WITHOUT_PROCEDURE = Treatment.CONSERVATIVE


def title(material: Material) -> str:
    """Return the title of the sheet."""
    return material.say("Your options and what to expect")


def blocks(material: Material) -> tuple[Block, ...]:
    """Return the sheet."""
    return (
        *_first_page(material),
        PageBreak(),
        *_others(material),
        *_detail(material),
        *_risks(material),
        *_condition(material),
        *_questions(material),
        *_evidence(material),
    )


def _first_page(material: Material) -> Iterator[Block]:
    yield Heading(title(material), 1)
    yield Paragraph(_decision(material), style="lead")
    yield Fields(tuple(_wishes(material)))
    yield _glance(material)
    yield _stop_rule(material)
    yield Notice(
        title_of("call_us", material.library, material.language),
        (joined(material.text("call_us")), joined(telephones(material.consultation, material.language))),
        tone="caution",
    )


def _decision(material: Material) -> Line:
    consultation, language = material.consultation, material.language
    knee = knee_words(consultation, language)
    physician = recorded_or(consultation.clinician.name, material.say("your physician"))
    talked = material.say("On {day} you talked about your {knee} with ").format(
        day=language.day(consultation.date), knee=knee
    )
    question = material.say(". The decision: which of these choices, if any, is right for you now?")
    if material.option is not None:
        question = material.say(". The decision: {option}, another choice, or no procedure for now.").format(
            option=_lower(material.option.name.spoken(language.tag))
        )
    return (Span(talked), Span(physician, recorded=True), Span(question))


def _lower(name: str) -> str:
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _wishes(material: Material) -> Iterator[tuple[str, tuple[Line, ...]]]:
    preferences, language, library = material.consultation.preferences, material.language, material.library
    goals = [goal for goal in preferences.goals or () if not is_blank(goal)]
    if goals:
        yield material.say("What you want to do"), tuple(quote(goal) for goal in goals)
    if preferences.priorities:
        words = value_words("preferences.priorities", preferences.priorities, library, language)
        yield material.say("What matters most to you"), (say(words),)
    if preferences.expected_pain:
        words = value_words("preferences.expected_pain", preferences.expected_pain, library, language)
        yield material.say("The pain you expected (0 to 10)"), (say(words),)
    outcome = material.consultation.decision.outcome
    if outcome is not None:
        yield material.say("What you decided"), (say(material.say(_OUTCOMES[outcome])), *_reason(material))


_OUTCOMES = {
    Outcome.PROCEED: "To go ahead",
    Outcome.NOT_TODAY: "Not today",
    Outcome.REFER: "To see another specialist",
    Outcome.DECLINE: "Not to have it",
}


def _reason(material: Material) -> Iterator[Line]:
    decision = material.consultation.decision
    if decision.reason is not None and not is_blank(decision.reason):
        yield quote(decision.reason)
    if decision.review_date is not None:
        day = material.language.day(decision.review_date)
        yield say(material.say("We look at it again on {day}.").format(day=day))


def _pair(material: Material) -> tuple[Option, ...]:
    """Return the proposed course, and the one without a procedure that it is always held against."""
    without = material.library.options[_WITHOUT_PROCEDURE]
    return (without,) if material.option in (None, without) else (material.option, without)


def _glance(material: Material) -> Table:
    options, language = _pair(material), material.language
    rows = tuple(
        (
            (say(material.say(name)),),
            *(speak_all((getattr(option.short, row),), material.library, language) for option in options),
        )
        for row, name in _SHORT
    )
    header = (material.say("Your question"), *(option.name.spoken(language.tag) for option in options))
    share = 0.82 / len(options)
    return Table(header, rows, (0.18, *[share] * len(options)), caption=material.say("At a glance"))


def _others(material: Material) -> Iterator[Block]:
    library, language = material.library, material.language
    others = sorted(
        (option for option in library.options.values() if option not in _pair(material)),
        key=lambda option: option.order,
    )
    rows = tuple(
        (
            (say(option.name.spoken(language.tag)),),
            *(speak_all((getattr(option.short, row),), library, language) for row, _ in _SHORT[:3]),
        )
        for option in sorted(others, key=lambda option: option.order)
    )
    header = (material.say("Choice"), *(material.say(name) for _, name in _SHORT[:3]))
    yield Heading(material.say("Your other choices"), 2)
    yield Table(header, rows, (0.19, 0.29, 0.29, 0.23), caption=material.say("Your other choices"))


def _stop_rule(material: Material) -> Paragraph:
    title = title_of("stop_rule", material.library, material.language)
    rule = material.say("If my pain has not fallen by ____ points (of 10) by ______________, we stop and talk again.")
    return Paragraph((Span(f"{title}. ", strong=True), Span(rule)))


def _condition(material: Material) -> Iterator[Block]:
    yield Heading(material.say("Your knee"), 2)
    yield from material.titled_text(condition_text(material))
    yield from material.titled_text("natural_course")


def _detail(material: Material) -> Iterator[Block]:
    """Answer every question about the proposed course, or about going on without a procedure."""
    option = _pair(material)[0]
    name = option.name.spoken(material.language.tag)
    rows = tuple(
        ((say(material.say(question)),), speak_all(passages, material.library, material.language))
        for row, question in _DETAIL
        if (passages := getattr(option.rows, row))
    )
    heading = material.say("{option} in detail").format(option=name)
    yield Heading(heading, 2)
    yield Table((material.say("Your question"), material.say("What is known")), rows, (0.18, 0.82), caption=heading)


def _risks(material: Material) -> Iterator[Block]:
    """Draw what was counted out of 100 people, then name what nobody has counted."""
    if material.treatment is None or material.option is None:
        return
    library, language = material.library, material.language
    risks = risks_of(material.consultation, material.treatment, library)
    counted = [risk for risk in risks if figure_of(risk, library) is not None]
    unknown = [risk for risk in risks if figure_of(risk, library) is None]
    heading = material.say("{option}: how often things go wrong").format(
        option=material.option.name.spoken(language.tag)
    )
    yield Heading(heading, 2)
    for risk in counted:
        yield Together((Figure((frequency_drawing(risk, library, language),), caption(risk, library, language)),))
    if unknown:
        yield Heading(material.say("Nobody has a trustworthy number for these"), 3)
        yield Bullets(tuple(caption(risk, library, language) for risk in unknown))


def _questions(material: Material) -> Iterator[Block]:
    questions = [text for text in material.consultation.counselling.questions or () if not is_blank(text)]
    yield Heading(material.say("Your questions"), 2)
    if questions:
        yield Bullets(tuple(quote(text) for text in questions))
    yield WritingLines(material.say("More questions and answers"), 3)
    yield from material.titled_text("questions_to_ask")


def _evidence(material: Material) -> Iterator[Block]:
    pack, language = material.library.pack, material.language
    yield Heading(material.say("Where this comes from"), 2)
    yield from material.titled_text("certainty_words")
    yield from material.titled_text("evidence_method")
    yield Fields(
        (
            (material.say("Content"), (say(pack.version),)),
            (material.say("Next review due"), (say(language.day(pack.review_due)),)),
            (material.say("Written by"), (say(language.enumerate(pack.authors)),)),
            (material.say("Paid for by"), (say(pack.funding.spoken(language.tag)),)),
        )
    )
