"""The risks of a course: how often out of 100, counted in whom and over what time, or not known."""

from collections.abc import Iterable

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.fact import Figure
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.citations import certainty_words
from kneedesk.presentation.content import Cell, Line, Span, Table, say
from kneedesk.presentation.icon_array import icon_array, printed_array, unknown_array
from kneedesk.presentation.print_size import USUAL, PrintSize
from kneedesk.presentation.shapes import Drawing
from kneedesk.presentation.wording import fill, of_hundred, people_words, share, speak, whole_people

_PARTS = {
    ("procedure", "common"): "More often",
    ("procedure", "serious"): "Serious",
    ("harvest", "common"): "From taking the cells",
    ("harvest", "serious"): "From taking the cells",
    ("anaesthesia", "common"): "From numbing, sedation or anaesthesia",
    ("anaesthesia", "serious"): "From numbing, sedation or anaesthesia",
}
_OUT_OF_100 = {
    "people": "{number} out of 100 people",
    "procedures": "{number} out of 100 procedures",
    "injections": "{number} out of 100 injections",
    "operations": "{number} out of 100 operations",
    "courses": "{number} out of 100 courses",
}


def risks_of(consultation: Consultation, treatment: Treatment, library: Library) -> tuple[Risk, ...]:
    """Return the risks of a course for this consultation's source of cells."""
    return library.risks_of(treatment, consultation.proposal.cell_source)


def part_words(risk: Risk, language: Language) -> str:
    """Return under which heading a risk stands."""
    return language.say(_PARTS[risk.part, risk.severity])


def serious_mark(risk: Risk, language: Language) -> Line:
    """Return the word that marks a serious risk, where the heading above it does not say so."""
    unsaid = risk.severity == "serious" and risk.part != "procedure"
    return (Span(language.say("Serious. "), strong=True),) if unsaid else ()


def risk_table(heading: str, risks: Iterable[Risk], library: Library, language: Language) -> Table:
    """Return risks as a table: what each is called, what it means and in whom it was counted, how often.

    A risk counted like the one above it says only that.
    """
    rows: list[tuple[Cell, ...]] = []
    above = ""
    for risk in risks:
        lines: Cell = ((*serious_mark(risk, language), *speak(risk.explanation, library, language)),)
        for counted in counted_line(risk, library, language):
            same = say(language.say("Counted in the same people."))
            lines = (*lines, same if counted.text == above else (counted,))
            above = counted.text
        name = risk.name.spoken(language.tag)
        rows.append(((say(name),), lines, frequency_cell(risk, library, language)))
    header = (language.say("Risk"), language.say("What it means"), language.say("How often"))
    return Table(header, tuple(rows), (0.19, 0.57, 0.24), caption=heading)


def frequency_cell(risk: Risk, library: Library, language: Language) -> Cell:
    """Return how often a risk was counted, with its interval; without a trustworthy number *not known*."""
    found = figure_of(risk, library)
    if found is None:
        return (say(language.say("Not known")),)
    count = _count(risk, library, language)
    interval = _range(found, language)
    return (
        say(count[:1].upper() + count[1:], *_basis(risk), strong=True),
        *((say(interval),) if interval else ()),
    )


def counted_line(risk: Risk, library: Library, language: Language) -> Line:
    """Return in whom a risk was counted, over what time and how sure that is; an empty line where nobody counted."""
    if risk.frequency is None:
        return ()
    (fact,) = _basis(risk)
    certainty = certainty_words(library.facts[fact], language) + _label(risk, library, language)
    words = f"{_counted(risk, library, language)} {certainty}."
    return say(words, fact)


def is_drawn(risk: Risk, library: Library) -> bool:
    """Tell whether a risk was counted often enough to fill at least one of a hundred circles."""
    figure = figure_of(risk, library)
    return figure is not None and whole_people(share(figure)) > 0


def figure_of(risk: Risk, library: Library) -> Figure | None:
    """Return the figure that says how often, ``None`` where nobody knows."""
    if risk.frequency is None:
        return None
    fact, _, name = risk.frequency.figure.partition(".")
    return library.facts[fact].figures[name]


def frequency_drawing(risk: Risk, library: Library, language: Language) -> Drawing:
    """Return a hundred people, or the sign for what nobody knows."""
    title = risk.name.spoken(language.tag)
    figure = figure_of(risk, library)
    if figure is None or risk.frequency is None:
        return unknown_array(title, language)
    return icon_array(whole_people(share(figure)), title, language, counted=risk.frequency.counted)


def printed_frequency(risk: Risk, library: Library, language: Language, size: PrintSize = USUAL) -> Drawing:
    """Return a hundred people under the name of a risk that was counted, as paper shows them."""
    title, figure = risk.name.spoken(language.tag), figure_of(risk, library)
    if figure is None or risk.frequency is None:
        return unknown_array(title, language)
    affected, counted = whole_people(share(figure)), risk.frequency.counted
    return printed_array(affected, title, language, counted=counted, interval=_range(figure, language), size=size)


def caption(risk: Risk, library: Library, language: Language) -> Line:
    """Return a risk in one line: how often, in whom it was counted and over what time."""
    name = risk.name.spoken(language.tag)
    if risk.frequency is None:
        return (Span(f"{name}. ", strong=True),)
    words = f"{_count(risk, library, language)}. {_counted(risk, library, language)}"
    return (Span(f"{name}: ", strong=True), Span(words, basis=_basis(risk)))


def by_heading(risks: Iterable[Risk], language: Language) -> dict[str, tuple[Risk, ...]]:
    """Return risks under their headings: common and serious apart, taking cells and anaesthesia on their own."""
    headings: dict[str, tuple[Risk, ...]] = {}
    for risk in risks:
        heading = part_words(risk, language)
        headings[heading] = (*headings.get(heading, ()), risk)
    return headings


def _basis(risk: Risk) -> tuple[str, ...]:
    return (risk.frequency.figure.partition(".")[0],) if risk.frequency else ()


def _count(risk: Risk, library: Library, language: Language) -> str:
    figure = figure_of(risk, library)
    if figure is None or risk.frequency is None:
        return ""
    words = language.say(_OUT_OF_100[risk.frequency.counted]).format(number=of_hundred(figure, language))
    return words + _label(risk, library, language)


def _counted(risk: Risk, library: Library, language: Language) -> str:
    if risk.frequency is None:
        return ""
    return language.say("Counted in {population}. Time: {time}.").format(
        population=fill(risk.frequency.population.spoken(language.tag), library, language).rstrip("."),
        time=fill(risk.frequency.time.spoken(language.tag), library, language).rstrip("."),
    )


def _label(risk: Risk, library: Library, language: Language) -> str:
    second_hand = any(library.facts[fact].status == "secondary" for fact in _basis(risk))
    return f" ({language.say('second-hand')})" if second_hand else ""


def _range(figure: Figure, language: Language) -> str:
    if figure.low is None or figure.high is None:
        return ""
    low, high = (people_words(end, language) for end in (figure.low, figure.high))
    return language.say("It may be {low} to {high}.").format(low=low, high=high) if low != high else ""
