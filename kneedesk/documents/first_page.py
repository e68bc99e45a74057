"""Page one of the sheet, which stands alone: the decision, two courses at a glance, when to stop and whom to call."""

from collections.abc import Iterator

from kneedesk.documents.departure import departure, is_departure, offered
from kneedesk.documents.material import Material
from kneedesk.documents.red_flags import red_flag_notice
from kneedesk.domain.measure import Instrument
from kneedesk.domain.preferences import Answer, Priority
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import ProductStatus, Treatment
from kneedesk.knowledge.option import Option
from kneedesk.presentation.content import (
    Block,
    Cell,
    Fields,
    Heading,
    Line,
    Notice,
    PageBreak,
    Paragraph,
    Span,
    Table,
    joined,
    quote,
    say,
)
from kneedesk.presentation.findings import value_words
from kneedesk.presentation.hindrances import Hindrances, hindrances
from kneedesk.presentation.people import knee_words, recorded_or, side_by_side, telephones
from kneedesk.presentation.stop_rule import stop_sentence
from kneedesk.presentation.wording import lower, speak_all, title_of

# The rows of a comparison in short, by their names in the pack.
SHORT = {
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
_UNSAID = {
    Answer.NOT_ASKED: "Nobody asked you which pain you expect.",
    Answer.RATHER_NOT_SAY: "You would rather not say which pain you expect.",
}
# What is recorded and longer than this stands on page two, so that page one has room for what it must hold.
_LEADING = 300


def first_page(material: Material, title: str) -> Iterator[Block]:
    """Yield what stands on page one, under the title of the sheet.

    What was found that comes first, whom to call and when to stop lead it; then the courses go on overleaf.
    """
    found = hindrances(material.consultation, material.assessment, material.library, material.language)
    yield Heading(title, 1)
    yield from _led(found, material) if found else _alone(material)


def _led(found: Hindrances, material: Material) -> Iterator[Block]:
    """Yield a page that is led by what was found, and goes on overleaf."""
    yield Paragraph(_decision(material), style="lead")
    yield from _notices(found, material)
    yield from departure(material)
    if not found.red_flags:
        yield _call(material)
        yield from _stop_rule(material)
    yield from _trial(material)
    yield from _decided(material)
    if found.red_flags:
        yield from _told_here(material)
        yield from _glance_and_after(material)
    else:
        yield _glance(material)
        yield from _told_here(material)


def _alone(material: Material) -> Iterator[Block]:
    """Yield a page that stands alone; that a course does not fit is said in the place of the wishes."""
    if is_departure(material):
        yield Paragraph(joined((_decision(material), *(each.line for each in _decided(material)))))
        yield from departure(material)
        yield from _trial(material)
    else:
        yield Paragraph(_decision(material), style="lead")
        yield from _trial(material)
        yield from _decided(material)
        yield from _told_here(material)
    yield from _glance_and_after(material)
    yield PageBreak(always=False)  # in large print it takes more than a page


def _glance_and_after(material: Material) -> Iterator[Block]:
    yield _glance(material)
    yield from _stop_rule(material)
    yield _call(material)


def _notices(found: Hindrances, material: Material) -> Iterator[Notice]:
    """Say what was found in this patient that comes before a treatment, or that a procedure has to wait for."""
    yield from red_flag_notice(material)
    if found.waits:
        yield Notice(material.say("Why a procedure has to wait"), material.labelled(found.waits), tone="stop")
    if found.stays:
        heading = material.say("What matters for you in particular")
        yield Notice(heading, material.labelled(found.stays), tone="caution")


def _call(material: Material) -> Notice:
    """Say when to call, and which number."""
    return Notice(
        title_of("call_us", material.library, material.language),
        (*material.text("call_us"), side_by_side(telephones(material.consultation, material.language))),
        tone="caution",
    )


def told(material: Material) -> Iterator[Block]:
    """Print what was told where page one has no room for it, and the reasons to go ahead."""
    wishes, reason = tuple(_wishes(material)), material.consultation.decision.reason
    if wishes and not _has_room(wishes, material):
        yield Fields(wishes)
    yield from offered(material)
    if reason is not None and not is_blank(reason) and not _is_on_page_one(reason, material):
        yield Fields(((material.say("Your reason"), (quote(reason),)),), columns=1)


def _told_here(material: Material) -> Iterator[Fields]:
    """Print what the patient told where page one has room for it."""
    wishes = tuple(_wishes(material))
    if wishes and _has_room(wishes, material):
        yield Fields(wishes)


def _has_room(wishes: tuple[tuple[str, Cell], ...], material: Material) -> bool:
    return _length(wishes) <= _LEADING and not is_departure(material)


def _is_on_page_one(reason: str, material: Material) -> bool:
    return not material.goes_on and len(reason) <= _LEADING


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
    if material.treatment is Treatment.CONSERVATIVE:
        question = material.say(". The decision: {option}, or another choice.")
    elif material.option is not None:
        question = material.say(". The decision: {option}, another choice, or no procedure for now.")
    option = lower(material.option.name.spoken(language.tag)) if material.option else ""
    return (Span(talked), Span(physician, recorded=True), Span(question.format(option=option)))


def _trial(material: Material) -> Iterator[Paragraph]:
    """Say of a product in a trial that the form of the trial applies."""
    proposal = material.consultation.proposal
    if material.treatment is Treatment.STEM_CELL and proposal.product_status is ProductStatus.TRIAL:
        words = material.say("This product is given in a trial. The trial's own consent form applies, not ours.")
        yield Paragraph(say(words, strong=True))


def _decided(material: Material) -> Iterator[Paragraph]:
    """Say how the talk ended; where no course goes on, also when the decision is looked at again."""
    decision = material.consultation.decision
    if decision.outcome is None:
        return
    lead = material.say("What you decided: {outcome}.").format(outcome=lower(material.outcome))
    line: list[Span] = [Span(lead, strong=True)]
    if not material.goes_on:
        words = material.say("We look at it again on {day}.").format(day=_review_day(material))
        line.append(Span(f" {words}"))
    if decision.reason is not None and not is_blank(decision.reason) and _is_on_page_one(decision.reason, material):
        line += [Span(" " + material.say("Your reason: ")), Span(decision.reason, recorded=True)]
    yield Paragraph(tuple(line))


def _wishes(material: Material) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Yield what the patient told, as labels with their values."""
    preferences, language, library = material.consultation.preferences, material.language, material.library
    goals = [goal for goal in preferences.goals or () if not is_blank(goal)]
    if goals:
        yield material.say("What you want to do"), tuple(quote(goal) for goal in goals)
    if preferences.priorities:
        words = value_words("preferences.priorities", preferences.priorities, library, language)
        yield material.say("What matters most to you"), (say(words),)


def pair(material: Material) -> tuple[Option, ...]:
    """Return the proposed course, and the one without a procedure that it is always held against."""
    without = material.library.options[Treatment.CONSERVATIVE]
    return (without,) if material.option in (None, without) else (material.option, without)


def _glance(material: Material) -> Table:
    """Set the proposed course against none: first the rows that answer to what matters most to the patient."""
    options = pair(material)
    picked = [_ROWS.get(priority, "what_it_may_do") for priority in material.consultation.preferences.priorities or ()]
    rows = tuple(
        (
            (say(material.say(SHORT[row])),),
            *(_answer(option, row, material) for option in options),
        )
        for row in dict.fromkeys((*picked, *SHORT))
    )
    header = (material.say("Question"), *(_name(option, material) for option in options))
    share = 0.868 / len(options)
    return Table(header, rows, (0.132, *[share] * len(options)))


def _name(option: Option, material: Material) -> str:
    """Return the name of a course, with the status of its product where there is one."""
    name = option.name.spoken(material.language.tag)
    status = material.consultation.proposal.product_status
    if option.treatment is not Treatment.STEM_CELL or status is None:
        return name
    words = value_words("proposal.product_status", status, material.library, material.language)
    return f"{name} ({lower(words)})"


def _answer(option: Option, row: str, material: Material) -> Cell:
    """Answer in short; what the proposed course costs here comes first where that is recorded."""
    answer = speak_all((getattr(option.short, row),), material.library, material.language)
    cost = material.consultation.proposal.total_cost
    if row == "cost" and option is material.option and cost is not None and not is_blank(cost):
        return ((Span(material.say("Here: ")), Span(cost, recorded=True), Span(". "), *joined(answer)),)
    return answer


def _stop_rule(material: Material) -> Iterator[Paragraph]:
    """Say what was expected of the pain, and when to stop: where a course goes on or is still open."""
    if not material.goes_on:
        return
    title = title_of("stop_rule", material.library, material.language)
    if material.is_surgery:
        title = material.say("When to talk again")
    rule = stop_sentence(material.consultation, material.language)
    yield Paragraph((Span(f"{title}. ", strong=True), *_expected(material), Span(rule)))


def _review_day(material: Material) -> str:
    """Return the day that was agreed, or room for one."""
    day = material.consultation.decision.review_date
    return "______________" if day is None else material.language.day(day)


def _expected(material: Material) -> Iterator[Span]:
    """Say what pain the patient expected, after the pain measured last, which gives it its meaning, or why not."""
    preferences = material.consultation.preferences
    expected, asked = preferences.expected_pain, preferences.expected_pain_asked
    if not expected:
        if asked is not None and asked.answer in _UNSAID:
            yield Span(f"{material.say(_UNSAID[asked.answer])} ")
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
