"""What something rests on: findings that were used, the rule in words, sources with their certainty, limits."""

from dataclasses import dataclass, replace

from kneedesk.assessment.candidacy import Reason
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import value_of
from kneedesk.knowledge.entry import Entry
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.source import Source
from kneedesk.language import Language
from kneedesk.presentation.citations import certainty_words, citation, kind_words
from kneedesk.presentation.content import Line, basis_of, text_of
from kneedesk.presentation.findings import name_of, value_words
from kneedesk.presentation.verdicts import effect_words, statement
from kneedesk.presentation.wording import fill, speak


@dataclass(frozen=True, slots=True)
class Input:
    """One finding that was used: its name and its value in words; ``missing`` where there is none."""

    path: str
    name: str
    value: str
    missing: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """One source: its kind, and how to find it."""

    kind: str
    reference: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact with its certainty and its sources, or a source that is named by itself: then it states nothing."""

    name: str
    """The id under which the evidence shows it."""
    statement: str
    certainty: str
    publications: tuple[Publication, ...]
    reviewed: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the basis drawer shows of one thing; a passage without a title stands right below that of the whole."""

    title: str
    kind: str
    passages: tuple[tuple[str, str], ...] = ()
    inputs: tuple[Input, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    limits: tuple[str, ...] = ()
    reviewed: str = ""


def explain_finding(path: str, consultation: Consultation, library: Library, language: Language) -> Explanation | None:
    """Return what a finding means, why it is asked and what that rests on; nothing where no finding has the path."""
    finding = library.findings.get(path)
    if finding is None:
        return None
    passages = []
    if finding.description is not None:
        passages.append((language.say("What is meant"), finding.description.spoken(language.tag)))
    basis: tuple[str, ...] = ()
    if finding.purpose is not None:
        why = text_of(speak(finding.purpose, library, language))
        passages.append((language.say("Why it is asked"), why))
        basis = finding.purpose.basis
    return Explanation(
        title=name_of(path, library, language),
        kind=language.say("Finding"),
        passages=tuple(passages),
        inputs=_inputs((path,), consultation, library, language),
        evidence=evidence(basis, library, language),
        limits=_limits(basis, library, language),
        reviewed=_reviewed(finding, language),
    )


def explain_again(
    explanation: Explanation, consultation: Consultation, library: Library, language: Language
) -> Explanation:
    """Return the explanation of a finding for another state of the consultation: what it means is the same."""
    paths = tuple(each.path for each in explanation.inputs)
    return replace(explanation, inputs=_inputs(paths, consultation, library, language))


def explain_reason(reason: Reason, consultation: Consultation, library: Library, language: Language) -> Explanation:
    """Return a rule in words, the findings that it looked at, its sources, its limits and what is missing."""
    rule = reason.rule
    inputs = _inputs(rule.findings, consultation, library, language)
    missing = [each.name for each in inputs if each.missing]
    limits = _limits(rule.basis, library, language)
    if missing:
        said = language.say("Not recorded, and needed to decide this rule: {names}.")
        limits = (said.format(names=language.enumerate(tuple(missing))), *limits)
    return Explanation(
        title=effect_words(reason, language),
        kind=language.say("Rule"),
        passages=((language.say("The rule in words"), statement(reason, language)),),
        inputs=inputs,
        evidence=evidence(rule.basis, library, language),
        limits=limits,
        reviewed=_reviewed(rule, language),
    )


def explain_line(line: Line, library: Library, language: Language) -> Explanation:
    """Return a statement as it is said, and what it rests on."""
    basis = basis_of(line)
    return Explanation(
        title=language.say("Statement"),
        kind="",
        passages=(("", text_of(line)),),
        evidence=evidence(basis, library, language),
        limits=_limits(basis, library, language),
    )


def evidence(basis: tuple[str, ...], library: Library, language: Language) -> tuple[Evidence, ...]:
    """Return facts and sources with their kinds, certainty and days of review; a recalled fact is never shown."""
    shown = []
    for name in basis:
        fact = library.facts.get(name)
        if fact is not None and fact.status != "recalled":
            shown.append(_fact(fact, library, language))
        elif fact is None and name in library.sources:
            source = library.sources[name]
            shown.append(Evidence(name, "", "", (_publication(source, language),), _reviewed(source, language)))
    return tuple(shown)


def _fact(fact: Fact, library: Library, language: Language) -> Evidence:
    certainty = certainty_words(fact, language)
    if fact.status == "secondary":
        certainty = f"{certainty} \N{MIDDLE DOT} {language.say('second-hand')}"
    return Evidence(
        fact.id,
        fill(fact.statement.spoken(language.tag), library, language),
        certainty,
        tuple(_publication(library.sources[name], language) for name in fact.sources),
        _reviewed(fact, language),
    )


def _publication(source: Source, language: Language) -> Publication:
    kind = kind_words(source, language)
    # The day is said by the evidence itself; here it is given as the usual one, so that it is not said twice.
    reference = citation(source, source.reviewed, language).removesuffix(f" {kind}.")
    return Publication(kind, reference)


def _inputs(
    paths: tuple[str, ...], consultation: Consultation, library: Library, language: Language
) -> tuple[Input, ...]:
    left = frozenset(consultation.not_assessed or ())
    shown = []
    for path in paths:
        if path not in library.findings:
            continue
        value = value_of(consultation, path)
        words = language.say("Not assessed") if path in left else value_words(path, value, library, language)
        shown.append(Input(path, name_of(path, library, language), words, value is None))
    return tuple(shown)


def _limits(basis: tuple[str, ...], library: Library, language: Language) -> tuple[str, ...]:
    """Return who was studied and what the certainty rests on, each once."""
    limits = []
    for name in basis:
        fact = library.facts.get(name)
        if fact is None or fact.status == "recalled":
            continue
        if fact.population is not None:
            studied = language.say("Studied: {people}.")
            limits.append(studied.format(people=fact.population.spoken(language.tag).rstrip(".")))
        if fact.certainty_note is not None:
            limits.append(_sentence(fact.certainty_note.spoken(language.tag)))
    return tuple(dict.fromkeys(limits))


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:].rstrip('.')}."


def _reviewed(entry: Entry, language: Language) -> str:
    said = language.say("Reviewed {day}, next by {due}")
    return said.format(day=language.day(entry.reviewed), due=language.day(entry.review_due))
