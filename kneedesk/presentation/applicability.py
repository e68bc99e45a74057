"""Who was studied, beside this patient: each trait like, unlike or not recorded, in words and by a sign."""

from kneedesk.assessment.criteria import Status, evaluate
from kneedesk.assessment.findings import Findings
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.fact import Fact, Studied
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.citations import short_citation
from kneedesk.presentation.content import Cell, Gap, Line, say, text_of
from kneedesk.presentation.effects import effects_on_pain

_WORDS = {
    Status.MET: "\N{EQUALS SIGN} Like this patient: {trait}",
    Status.UNMET: "\N{NOT EQUAL TO} Unlike this patient: {trait}",
    Status.UNKNOWN: "? Not recorded here: {trait}",
}
_ONLY_SAID = "\N{MIDDLE DOT} To be judged: {trait}"
# What kept people out of a study is no trait of those who took part.
_WORDS_OF_EXCLUDED = {
    Status.MET: "\N{EQUALS SIGN} Like those who took part; left out were: {trait}",
    Status.UNMET: "\N{NOT EQUAL TO} Unlike those who took part; left out were: {trait}",
    Status.UNKNOWN: "? Not recorded here; left out were: {trait}",
}
_ONLY_SAID_OF_EXCLUDED = "\N{MIDDLE DOT} To be judged; left out were: {trait}"


def people_studied(
    treatment: Treatment, findings: Findings, library: Library, language: Language
) -> tuple[Line | Gap, ...]:
    """Return for the studies behind the bars of a course who they took, held against this patient."""
    studies: dict[str, dict[str, Line | Gap]] = {}
    for fact in _facts(treatment, library):
        study = short_citation(library.sources_of(fact.id)[0], language)
        head = f"{study}: {_population(fact, language)}"
        told = studies.setdefault(study, {})
        told.setdefault(head, say(head, fact.id, strong=True))
        for studied in fact.studied:
            line = _trait(studied, fact, findings, language)
            told.setdefault(text_of(line), line)  # two facts of one study say the same of its people
        if not fact.studied:
            unread = language.say("Who could take part was not read.")
            told.setdefault(unread, Gap(say(unread, fact.id)))
    return tuple(part for told in studies.values() for part in told.values())


def people_told(treatment: Treatment, library: Library, language: Language) -> Cell:
    """Return for the patient whom the same studies took, in everyday words: no author, no grade, no judgement."""
    lines = []
    for fact in _facts(treatment, library):
        single = library.sources_of(fact.id)[0].type == "randomised-trial"
        words = language.say("In one study: {people}.") if single else language.say("In several studies: {people}.")
        if fact.people is not None:
            lines.append(say(words.format(people=fact.people.spoken(language.tag)), fact.id))
    return tuple({text_of(line): line for line in lines}.values())


def _facts(treatment: Treatment, library: Library) -> tuple[Fact, ...]:
    names = (effect.figure.partition(".")[0] for effect in effects_on_pain(treatment, library))
    return tuple(library.facts[name] for name in dict.fromkeys(names))


def _population(fact: Fact, language: Language) -> str:
    return fact.population.spoken(language.tag) if fact.population else language.say("people with knee trouble")


def _trait(studied: Studied, fact: Fact, findings: Findings, language: Language) -> Line:
    excluded = studied.trait == "excluded"
    if studied.like is None:
        words = _ONLY_SAID_OF_EXCLUDED if excluded else _ONLY_SAID
    else:
        words = (_WORDS_OF_EXCLUDED if excluded else _WORDS)[evaluate(studied.like, findings)]
    return say(language.say(words).format(trait=studied.text.spoken(language.tag)), fact.id)
