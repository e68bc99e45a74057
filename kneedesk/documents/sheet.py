"""The options and expectations sheet: page one stands alone, the detail follows, nothing in it is a verdict."""

from collections.abc import Iterator

from kneedesk.documents.consent_form import OUTCOMES, condition_text
from kneedesk.documents.material import Material
from kneedesk.domain.decision import Outcome
from kneedesk.domain.history import Diabetes
from kneedesk.domain.measure import Instrument
from kneedesk.domain.preferences import Priority
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.option import Option
from kneedesk.knowledge.risk import Risk
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Cell,
    Fields,
    Figure,
    Heading,
    Line,
    Notice,
    PageBreak,
    Paragraph,
    Span,
    Table,
    WritingLines,
    joined,
    quote,
    say,
)
from kneedesk.presentation.findings import value_words
from kneedesk.presentation.people import knee_words, recorded_or, side_by_side, telephones
from kneedesk.presentation.risks import caption, counted_line, figure_of, frequency_drawing, is_drawn, risks_of
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
_SHORT = {
    "what_it_may_do": "What it may do",
    "harms": "What can go wrong",
    "everyday_life": "Everyday life",
    "cost": "Cost",
}
# The row that answers to what matters most; what has no row of its own is answered by what it may do.
_ROWS = {
    Priority.LOW_RISK: "harms",
    Priority.RECOVERY_TIME: "everyday_life",
    Priority.FEWER_VISITS: "everyday_life",
    Priority.COST: "cost",
}
_WITHOUT_PROCEDURE = Treatment.CONSERVATIVE
# What is recorded and longer than this stands on page two, so that page one has room for what it must hold.
_LEADING = 300


def title(material: Material) -> str:
    """Return the title of the sheet."""
    return material.say("Your options and what to expect")


def blocks(material: Material) -> tuple[Block, ...]:
    """Return the sheet."""
    return (
        *_first_page(material),
        PageBreak(),
        *_told(material),
        *_others(material),
        *_detail(material),
        *_risks(material),
        *_afterwards(material),
        *_condition(material),
        *_questions(material),
        *_evidence(material),
    )


def _first_page(material: Material) -> Iterator[Block]:
    wishes = tuple(_wishes(material))
    yield Heading(title(material), 1)
    yield Paragraph(_decision(material), style="lead")
    yield from _decided(material)
    if wishes and _length(wishes) <= _LEADING:
        yield Fields(wishes)
    yield _glance(material)
    yield from _stop_rule(material)
    yield Notice(
        title_of("call_us", material.library, material.language),
        (*material.text("call_us"), side_by_side(telephones(material.consultation, material.language))),
        tone="caution",
    )


def _told(material: Material) -> Iterator[Block]:
    """Print what the patient told where it was too long for page one."""
    wishes, reason = tuple(_wishes(material)), material.consultation.decision.reason or ""
    if _length(wishes) > _LEADING:
        yield Fields(wishes)
    if len(reason) > _LEADING:
        yield Fields(((material.say("Your reason"), (quote(reason),)),), columns=1)


def _length(pairs: tuple[tuple[str, Cell], ...]) -> int:
    return sum(len(span.text) for _, cell in pairs for line in cell for span in line)


def _decision(material: Material) -> Line:
    consultation, language = material.consultation, material.language
    knee = knee_words(consultation, language)
    physician = recorded_or(consultation.clinician.name, material.say("your physician"))
    talked = material.say("On {day} you talked about your {knee} with ").format(
        day=language.day(consultation.date), knee=knee
    )
    question = material.say(". The decision: which of these choices, if any, is right for you now?")
    if material.treatment is _WITHOUT_PROCEDURE:
        question = material.say(". The decision: {option}, or another choice.")
    elif material.option is not None:
        question = material.say(". The decision: {option}, another choice, or no procedure for now.")
    option = _lower(material.option.name.spoken(language.tag)) if material.option else ""
    return (Span(talked), Span(physician, recorded=True), Span(question.format(option=option)))


def _decided(material: Material) -> Iterator[Paragraph]:
    """Say how the talk ended; where no course goes on, also when the decision is looked at again."""
    decision = material.consultation.decision
    if decision.outcome is None:
        return
    lead = material.say("What you decided: {outcome}.").format(outcome=_lower(material.say(OUTCOMES[decision.outcome])))
    line: list[Span] = [Span(lead, strong=True)]
    if decision.outcome is not Outcome.PROCEED:
        words = material.say("We look at it again on {day}.").format(day=_review_day(material))
        line.append(Span(f" {words}"))
    if decision.reason is not None and not is_blank(decision.reason) and len(decision.reason) <= _LEADING:
        line += [Span(" " + material.say("Your reason: ")), Span(decision.reason, recorded=True)]
    yield Paragraph(tuple(line))


def _lower(name: str) -> str:
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _wishes(material: Material) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Yield what the patient told, as labels with their values."""
    preferences, language, library = material.consultation.preferences, material.language, material.library
    goals = [goal for goal in preferences.goals or () if not is_blank(goal)]
    if goals:
        yield material.say("What you want to do"), tuple(quote(goal) for goal in goals)
    if preferences.priorities:
        words = value_words("preferences.priorities", preferences.priorities, library, language)
        yield material.say("What matters most to you"), (say(words),)


def _pair(material: Material) -> tuple[Option, ...]:
    """Return the proposed course, and the one without a procedure that it is always held against."""
    without = material.library.options[_WITHOUT_PROCEDURE]
    return (without,) if material.option in (None, without) else (material.option, without)


def _glance(material: Material) -> Table:
    """Set the proposed course against none: first the rows that answer to what matters most to the patient."""
    options = _pair(material)
    picked = [_ROWS.get(priority, "what_it_may_do") for priority in material.consultation.preferences.priorities or ()]
    rows = tuple(
        (
            (say(material.say(_SHORT[row])),),
            *(_answer(option, row, material) for option in options),
        )
        for row in dict.fromkeys((*picked, *_SHORT))
    )
    header = (material.say("Question"), *(_name(option, material) for option in options))
    share = 0.86 / len(options)
    return Table(header, rows, (0.14, *[share] * len(options)))


def _name(option: Option, material: Material) -> str:
    """Return the name of a course, with the status of its product where there is one."""
    name = option.name.spoken(material.language.tag)
    status = material.consultation.proposal.product_status
    if option.treatment is not Treatment.STEM_CELL or status is None:
        return name
    words = value_words("proposal.product_status", status, material.library, material.language)
    return f"{name} ({_lower(words)})"


def _answer(option: Option, row: str, material: Material) -> Cell:
    """Answer in short; what the proposed course costs here comes first where that is recorded."""
    answer = speak_all((getattr(option.short, row),), material.library, material.language)
    cost = material.consultation.proposal.total_cost
    if row == "cost" and option is material.option and cost is not None and not is_blank(cost):
        return ((Span(material.say("Here: ")), Span(cost, recorded=True), Span(". "), *joined(answer)),)
    return answer


def _others(material: Material) -> Iterator[Block]:
    library, language = material.library, material.language
    others = (option for option in library.options.values() if option not in _pair(material))
    columns = tuple(_SHORT)[:3]
    rows = tuple(
        (
            (say(option.name.spoken(language.tag)),),
            *(speak_all((getattr(option.short, row),), library, language) for row in columns),
        )
        for option in sorted(others, key=lambda option: option.order)
    )
    header = (material.say("Choice"), *(material.say(_SHORT[row]) for row in columns))
    yield Heading(material.say("Your other choices"), 2)
    yield Table(header, rows, (0.18, 0.3, 0.3, 0.22), caption=material.say("Your other choices"))


def _stop_rule(material: Material) -> Iterator[Paragraph]:
    """Say what was expected of the pain, and when to stop: where a course goes on or is still open."""
    if material.consultation.decision.outcome not in (None, Outcome.PROCEED):
        return
    title = title_of("stop_rule", material.library, material.language)
    rule = material.say("If my pain has not fallen by ____ points (of 10) by {day}, we stop and talk again.")
    if material.is_surgery:
        title = material.say("When to talk again")
        rule = material.say("If my pain has not fallen by ____ points (of 10) by {day}, we talk again.")
    yield Paragraph(
        (Span(f"{title}. ", strong=True), *_expected(material), Span(rule.format(day=_review_day(material))))
    )


def _review_day(material: Material) -> str:
    """Return the day that was agreed, or room for one."""
    day = material.consultation.decision.review_date
    return "______________" if day is None else material.language.day(day)


def _expected(material: Material) -> Iterator[Span]:
    """Say what pain the patient expected, after the pain measured last: without that it means little."""
    expected = material.consultation.preferences.expected_pain
    if not expected:
        return
    language = material.language
    measured = [each for each in material.consultation.measures or () if each.instrument is Instrument.PAIN_NRS]
    if measured:
        yield Span(material.say("Your pain (0 to 10) was "))
        yield Span(language.number(measured[-1].score), recorded=True)
        yield Span(". ")
    yield Span(material.say("You expected "))
    yield Span(value_words("preferences.expected_pain", expected, material.library, language), recorded=True)
    yield Span(". ")


def _afterwards(material: Material) -> Iterator[Block]:
    """Say what to do and not to do after the procedure, to who may have it, and what holds for this patient."""
    goes_on = material.consultation.decision.outcome in (None, Outcome.PROCEED)
    if material.option is None or material.treatment is _WITHOUT_PROCEDURE or not goes_on:
        return
    history = material.consultation.history
    yield Heading(material.say("What to do, and what not"), 2)
    yield from material.titled_text("aftercare-surgery" if material.is_surgery else "aftercare-injection")
    if material.treatment is Treatment.CORTICOSTEROID and history.diabetes not in (None, Diabetes.NONE):
        yield from material.titled_text("diabetes-steroid")
    if history.anticoagulant:
        yield from material.titled_text("blood_thinners")


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
    yield Table((material.say("Question"), material.say("What is known")), rows, (0.16, 0.84), caption=heading)


def _risks(material: Material) -> Iterator[Block]:
    """Draw what was counted out of 100, then name what is too seldom to draw and what nobody has counted."""
    if material.treatment is None or material.option is None:
        return
    library, language = material.library, material.language
    risks = risks_of(material.consultation, material.treatment, library)
    option = material.option.name.spoken(language.tag)
    yield Heading(material.say("{option}: how often things go wrong").format(option=option), 2)
    drawn = tuple(risk for risk in risks if is_drawn(risk, library))
    if drawn:
        drawings = tuple(frequency_drawing(risk, library, language, named=True) for risk in drawn)
        yield Figure(drawings, tuple(_counted(drawn, material)))
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
        names = "; ".join(
            _lower(risk.name.spoken(material.language.tag)) for risk in risks if risk.severity == severity
        )
        if names:
            lines.append((Span(material.say(label), strong=True), Span(f"{names}.")))
    yield Bullets(tuple(lines))


def _questions(material: Material) -> Iterator[Block]:
    questions = [text for text in material.consultation.counselling.questions or () if not is_blank(text)]
    yield Heading(material.say("Your questions"), 2)
    if questions:
        yield Bullets(tuple(quote(text) for text in questions))
    yield WritingLines(material.say("More questions and answers"), 2)
    yield from material.titled_text("questions_to_ask")


def _evidence(material: Material) -> Iterator[Block]:
    pack, language = material.library.pack, material.language
    yield Heading(material.say("Where this comes from"), 2)
    for name in ("certainty_words", "evidence_method"):
        yield Heading(title_of(name, material.library, language), 3)
        yield Bullets(material.text(name), style="note")
    words = material.say("Content {version}, written by {authors}, next review due {day}.").format(
        version=pack.version, authors=language.enumerate(pack.authors), day=language.day(pack.review_due)
    )
    yield Paragraph(say(f"{words} {pack.funding.spoken(language.tag)}"), style="note")
