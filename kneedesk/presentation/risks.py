"""The risks of a course: how often out of 100 people, counted in whom and over what time, or not known."""

from collections.abc import Iterable

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.fact import Figure
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.citations import certainty_words
from kneedesk.presentation.content import Cell, Line, Span, say
from kneedesk.presentation.icon_array import icon_array, unknown_array
from kneedesk.presentation.shapes import Drawing
from kneedesk.presentation.wording import of_hundred, share, speak

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


def name_cell(risk: Risk, library: Library, language: Language) -> Cell:
    """Return a risk's name in bold over its explanation."""
    name = (Span(risk.name.spoken(language.tag), strong=True),)
    return (name, speak(risk.explanation, library, language))


def frequency_cell(risk: Risk, library: Library, language: Language) -> Cell:
    """Return how often a risk was counted, in whom and when; without a trustworthy number *not known*."""
    found = figure_of(risk, library)
    if found is None or risk.frequency is None:
        return ((Span(language.say("How often: not known"), strong=True),),)
    fact = library.facts[risk.frequency.figure.partition(".")[0]]
    label = f" ({language.say('second-hand')})" if fact.status == "secondary" else ""
    count = language.say("{people} out of 100 people").format(people=of_hundred(found, language))
    return (
        (Span(_sentence(count) + label, strong=True, basis=(fact.id,)),),
        say(_range(found, language)) if found.low is not None else say(""),
        say(_counted(risk, language)),
        say(f"{certainty_words(fact, language)}."),
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
    return unknown_array(title, language) if figure is None else icon_array(round(share(figure)), title, language)


def caption(risk: Risk, library: Library, language: Language) -> Line:
    """Return the words under a drawing: the risk, in whom it was counted and over what time."""
    name = Span(f"{risk.name.spoken(language.tag)}. ", strong=True)
    if risk.frequency is None:
        return (name,)
    fact = library.facts[risk.frequency.figure.partition(".")[0]]
    return (name, Span(_counted(risk, language), basis=(fact.id,)))


def by_heading(risks: Iterable[Risk], language: Language) -> dict[str, tuple[Risk, ...]]:
    """Return risks under their headings, common and serious apart, harvest and anaesthesia on their own."""
    headings: dict[str, tuple[Risk, ...]] = {}
    for risk in risks:
        heading = part_words(risk, language)
        headings[heading] = (*headings.get(heading, ()), risk)
    return headings


def _counted(risk: Risk, language: Language) -> str:
    if risk.frequency is None:
        return ""
    return language.say("Counted in: {population}. Time: {time}.").format(
        population=risk.frequency.population.spoken(language.tag).rstrip("."),
        time=risk.frequency.time.spoken(language.tag).rstrip("."),
    )


def _range(figure: Figure, language: Language) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return language.say("It may be as few as {low} or as many as {high}.").format(
        low=language.number(round(figure.low)), high=language.number(round(figure.high))
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
