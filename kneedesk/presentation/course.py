"""One course as a physician reads it: the verdict, what it rests on, what to ask next and what would change it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kneedesk.assessment.candidacy import Candidacy, Reason, Verdict
from kneedesk.assessment.criteria import Status
from kneedesk.assessment.findings import findings_of
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Override
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.source import Source
from kneedesk.language import Language
from kneedesk.presentation.citations import basis_words, kind_words, short_citation
from kneedesk.presentation.content import Cell, Line, Span, joined
from kneedesk.presentation.findings import name_of, value_words
from kneedesk.presentation.progress import is_open
from kneedesk.presentation.verdicts import (
    changes_in_words,
    effect_words,
    statement,
    verdict_words,
)
from kneedesk.presentation.wording import speak, speak_all, speak_text, title_of

Tone = Literal["plain", "quiet", "open", "caution", "stop"]
_PRODUCT = "proposal.product_status"
_SCOPE = "pack-scope"
_RED_FLAGS = "history.red_flags"
_TONES: dict[Verdict, Tone] = {
    Verdict.CANDIDATE: "plain",
    Verdict.CAUTION: "caution",
    Verdict.NOT_INDICATED: "quiet",
    Verdict.UNDETERMINED: "open",
    Verdict.DEFERRED: "stop",
    Verdict.CONTRAINDICATED: "stop",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason in words: what the rule is and what the findings say of it, the rule, and what it rests on."""

    reason: Reason
    heading: str
    text: str
    basis: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Question:
    """A finding to ask for next."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Departure:
    """Where the physician decided otherwise: the reason as typed, by whom and when."""

    override: Override
    reason: str
    signed: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One course in the list of the seven: its name, its verdict and what the physician has done with it."""

    treatment: Treatment
    name: str
    verdict: str
    tone: Tone
    kind: Verdict
    note: str


@dataclass(frozen=True, slots=True)
class Course:
    """One course on the candidacy page, all of it in words.

    ``authorities`` is what those of ``place`` say of its product; both are empty where no product is asked for.
    """

    treatment: Treatment
    name: str
    clinical_name: str
    verdict: str
    kind: Verdict
    tone: Tone
    profile: str
    stance: Line
    product: str
    product_open: bool
    place: str
    authorities: Line
    proposed: bool
    questions: tuple[Question, ...]
    against: tuple[Ground, ...]
    unsettled: tuple[Ground, ...]
    supporting: tuple[Ground, ...]
    others: tuple[Ground, ...]
    changes: tuple[str, ...]
    departures: tuple[Departure, ...]

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """Return every reason, those that decide first."""
        return (*self.against, *self.unsettled, *self.supporting, *self.others)

    @property
    def decisive(self) -> Ground | None:
        """Return the reason that decides the verdict where one does."""
        return next(iter(self.against), None)


def summary_of(candidacy: Candidacy, consultation: Consultation, library: Library, language: Language) -> Summary:
    """Return a course in a few words for one consultation."""
    treatment = candidacy.treatment
    notes = []
    if consultation.proposal.treatment is treatment:
        notes.append(language.say("Proposed"))
    if any(override.treatment is treatment for override in consultation.overrides or ()):
        notes.append(language.say("Decided otherwise"))
    if not library.offers(treatment):
        notes.append(language.say("Not offered here"))
    return Summary(
        treatment,
        library.options[treatment].name.spoken(language.tag),
        verdict_words(candidacy.verdict, language),
        _TONES[candidacy.verdict],
        candidacy.verdict,
        " \N{MIDDLE DOT} ".join(notes),
    )


def course_of(
    candidacy: Candidacy,
    consultation: Consultation,
    library: Library,
    language: Language,
    before: Course | None = None,
) -> Course:
    """Return a course in words for one consultation; what is the same is taken from what was shown ``before``."""
    treatment, option = candidacy.treatment, library.options[candidacy.treatment]
    same = before if before is not None and before.treatment is treatment else None
    known = {id(ground.reason): ground for ground in same.grounds} if same else {}
    grounds = [known.get(id(reason)) or _ground(reason, library, language) for reason in candidacy.reasons]
    against, unsettled, supporting, others = _sorted_grounds(grounds)
    left = frozenset(consultation.not_assessed or ())
    product = _product(treatment, consultation, library, language)
    place, authorities = _authorities(treatment, consultation, library, language) if product else ("", ())
    return Course(
        treatment=treatment,
        name=option.name.spoken(language.tag),
        clinical_name=option.clinical_name.spoken(language.tag),
        verdict=verdict_words(candidacy.verdict, language),
        kind=candidacy.verdict,
        tone=_TONES[candidacy.verdict],
        profile=same.profile if same else _profile(candidacy, library, language),
        stance=same.stance if same else speak(option.stance, library, language),
        product=product,
        product_open=treatment is Treatment.STEM_CELL and is_open(_PRODUCT, consultation),
        place=place,
        authorities=authorities,
        proposed=consultation.proposal.treatment is treatment,
        questions=tuple(
            Question(path, name_of(path, library, language)) for path in candidacy.missing if path not in left
        ),
        against=against,
        unsettled=unsettled,
        supporting=supporting,
        others=others,
        changes=changes_in_words(candidacy, findings_of(consultation), library, language),
        departures=tuple(
            _departure(override, language)
            for override in consultation.overrides or ()
            if override.treatment is treatment
        ),
    )


def red_flag_lines(consultation: Consultation, library: Library, language: Language) -> Cell:
    """Return what the recorded red flags may be, what to do and how soon, in the words of the pack for patients."""
    lines: list[Line] = []
    for flag in consultation.history.red_flags or ():
        name = f"red_flag-{flag}"
        if name in library.texts:
            first, *others = speak_text(name, library, language)
            lines += [(Span(f"{title_of(name, library, language)}. ", strong=True), *first), *others]
    return tuple(lines)


def red_flag_names(consultation: Consultation, library: Library, language: Language) -> str:
    """Return the recorded red flags by name, nothing where none is recorded."""
    flags = consultation.history.red_flags
    return value_words(_RED_FLAGS, flags, library, language) if flags else ""


def _sorted_grounds(grounds: Iterable[Ground]) -> tuple[tuple[Ground, ...], ...]:
    """Return what decides the verdict, what is open, what speaks for the course, and what does not apply."""
    groups: tuple[list[Ground], ...] = ([], [], [], [])
    for ground in grounds:
        groups[_group_of(ground.reason)].append(ground)
    return tuple(map(tuple, groups))


def _group_of(reason: Reason) -> int:
    if reason.speaks_against:
        return 0
    if reason.status is Status.UNKNOWN:
        return 1
    return 2 if reason.rule.effect == "indication" else 3


def _ground(reason: Reason, library: Library, language: Language) -> Ground:
    return Ground(
        reason,
        effect_words(reason, language),
        statement(reason, language),
        basis_words(reason.rule.basis, library, language),
        _tone_of(reason),
    )


def _tone_of(reason: Reason) -> Tone:
    if reason.status is Status.UNKNOWN:
        return "open"
    if not reason.speaks_against:
        return "plain" if reason.rule.effect == "indication" else "quiet"
    return "stop" if reason.rule.effect == "contraindication" else "caution"


def _profile(candidacy: Candidacy, library: Library, language: Language) -> str:
    """Return the publications in which the described people were studied or named, each with its kind."""
    sources = [
        source
        for reason in candidacy.reasons
        if reason.rule.effect == "indication"
        for name in reason.rule.basis
        for source in library.sources_of(name)
        if source.id != _SCOPE
    ]
    if not sources:
        return language.say("No profile: offered to everyone, unless a red flag comes first")
    said = "; ".join(dict.fromkeys(_cited(source, language) for source in sources))
    return said[:1].upper() + said[1:]


def _product(treatment: Treatment, consultation: Consultation, library: Library, language: Language) -> str:
    """Return the status of the product where the course has one that is asked for or recorded."""
    status = consultation.proposal.product_status
    proposed = consultation.proposal.treatment is treatment and status is not None
    if treatment is Treatment.STEM_CELL or proposed:
        return value_words(_PRODUCT, status, library, language)
    return ""


def _authorities(
    treatment: Treatment, consultation: Consultation, library: Library, language: Language
) -> tuple[str, Line]:
    """Return the place of treatment, and what its authorities say of the products of a course."""
    for regulation in library.regulations.values():
        if regulation.jurisdiction is consultation.jurisdiction:
            of_course = (status for status in regulation.products if treatment in status.treatments)
            said = tuple(passage for status in of_course for passage in status.said)
            return regulation.name.spoken(language.tag), joined(speak_all(said, library, language))
    return "", ()


def _departure(override: Override, language: Language) -> Departure:
    by = "" if override.clinician is None or is_blank(override.clinician) else override.clinician
    at = language.moment(override.at) if override.at else ""
    signed = " \N{MIDDLE DOT} ".join(part for part in (by, at) if part)
    return Departure(override, override.reason, signed or language.say("Physician and time not recorded"))


def _cited(source: Source, language: Language) -> str:
    """Return a source in a few words, with its kind; a convention says of itself what it is."""
    said = short_citation(source, language)
    if source.type == "convention":
        return said
    return f"{said} ({_lowered(kind_words(source, language))})"


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
