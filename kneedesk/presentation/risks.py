"""The risks of a course: how often out of 100 people, counted in whom and over what time, or not known."""

from collections.abc import Iterable

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.fact import Figure
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.citations import certainty_words
from kneedesk.presentation.content import Cell, Line, Span, Table, say
from kneedesk.presentation.icon_array import icon_array, unknown_array
from kneedesk.presentation.shapes import Drawing
from kneedesk.presentation.wording import fill, of_hundred, people_words, share, speak, whole_people

_PARTS = {
    ("procedure", "common"): "More often",
    ("procedure", "serious"): "Serious",
    ("harvest", "common"): "From taking the cells",
    ("harvest", "serious"): "Serious, from taking the cells",
    ("anaesthesia", "common"): "From numbing, sedation or anaesthesia",
    ("anaesthesia", "serious"): "Serious, from numbing, sedation or anaesthesia",
}


def risks_of(consultation: Consultation, treatment: Treatment, library: Library) -> tuple[Risk, ...]:
    """Return the risks of a course for this consultation's source of cells."""
    return library.risks_of(treatment, consultation.proposal.cell_source)


def part_words(risk: Risk, language: Language) -> str:
    """Return under which heading a risk stands."""
    return language.say(_PARTS[risk.part, risk.severity])


def risk_table(heading: str, risks: Iterable[Risk], library: Library, language: Language) -> Table:
    """Return risks as a table: what it is called, what it means, how often it was counted."""
    rows = tuple(
        (
            (say(risk.name.spoken(language.tag)),),
            (speak(risk.explanation, library, language),),
            frequency_cell(risk, library, language),
        )
        for risk in risks
    )
    header = (language.say("Risk"), language.say("What it means"), language.say("How often"))
    return Table(header, rows, (0.2, 0.46, 0.34), caption=heading)


def frequency_cell(risk: Risk, library: Library, language: Language) -> Cell:
    """Return how often a risk was counted, in whom and when; without a trustworthy number *not known*."""
    found = figure_of(risk, library)
    if found is None or risk.frequency is None:
        return (say(language.say("Not known")),)
    fact = library.facts[risk.frequency.figure.partition(".")[0]]
    label = f" ({language.say('second-hand')})" if fact.status == "secondary" else ""
    count = _sentence(language.say("{people} out of 100").format(people=of_hundred(found, language)))
    details = (_range(found, language), _counted(risk, library, language), f"{certainty_words(fact, language)}.")
    return (
        (Span(count + label, strong=True, basis=(fact.id,)),),
        say(" ".join(detail for detail in details if detail)),
    )


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
    return (
        unknown_array(title, language) if figure is None else icon_array(whole_people(share(figure)), title, language)
    )


def caption(risk: Risk, library: Library, language: Language) -> Line:
    """Return the words under a drawing: the risk, in whom it was counted and over what time."""
    name = Span(f"{risk.name.spoken(language.tag)}. ", strong=True)
    if risk.frequency is None:
        return (name,)
    fact = library.facts[risk.frequency.figure.partition(".")[0]]
    return (name, Span(_counted(risk, library, language), basis=(fact.id,)))


def by_heading(risks: Iterable[Risk], language: Language) -> dict[str, tuple[Risk, ...]]:
    """Return risks under their headings, common and serious apart, harvest and anaesthesia on their own."""
    headings: dict[str, tuple[Risk, ...]] = {}
    for risk in risks:
        heading = part_words(risk, language)
        headings[heading] = (*headings.get(heading, ()), risk)
    return headings


def _counted(risk: Risk, library: Library, language: Language) -> str:
    if risk.frequency is None:
        return ""
    return language.say("In {population}. Time: {time}.").format(
        population=fill(risk.frequency.population.spoken(language.tag), library, language).rstrip("."),
        time=fill(risk.frequency.time.spoken(language.tag), library, language).rstrip("."),
    )


def _range(figure: Figure, language: Language) -> str:
    if figure.low is None or figure.high is None:
        return ""
    low, high = (people_words(end, language) for end in (figure.low, figure.high))
    return language.say("It may be {low} to {high}.").format(low=low, high=high) if low != high else ""


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
