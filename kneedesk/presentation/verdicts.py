"""The verdicts, reasons and changes in words for a physician, and what speaks against a course in plain words."""

from kneedesk.assessment.candidacy import Candidacy, Reason, Verdict
from kneedesk.assessment.change import changes
from kneedesk.assessment.criteria import Status
from kneedesk.assessment.findings import Findings
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import Line, Span, say
from kneedesk.presentation.findings import name_of, value_words

_VERDICTS = {
    Verdict.CANDIDATE: "Fits the described profile",
    Verdict.CAUTION: "Fits, with cautions",
    Verdict.NOT_INDICATED: "Outside the described profile",
    Verdict.UNDETERMINED: "Cannot say yet",
    Verdict.DEFERRED: "Not now",
    Verdict.CONTRAINDICATED: "Not suitable",
}
_EFFECTS = {
    ("contraindication", Status.MET): "Contraindication",
    ("contraindication", Status.UNMET): "Contraindication excluded",
    ("contraindication", Status.UNKNOWN): "Contraindication not excluded",
    ("indication", Status.MET): "Indication",
    ("indication", Status.UNMET): "Indication not met",
    ("indication", Status.UNKNOWN): "Indication not shown",
    ("caution", Status.MET): "Caution",
    ("caution", Status.UNMET): "Caution does not apply",
    ("caution", Status.UNKNOWN): "Caution not excluded",
}


def verdict_words(verdict: Verdict, language: Language) -> str:
    """Return the verdict in words; it advises, and the physician decides."""
    return language.say(_VERDICTS[verdict])


def effect_words(reason: Reason, language: Language) -> str:
    """Return what a rule is and what the findings say of it."""
    if reason.rule.temporary and reason.status is Status.MET:
        return language.say("Temporary contraindication")
    return language.say(_EFFECTS[reason.rule.effect, reason.status])


def statement(reason: Reason, language: Language) -> str:
    """Return what a rule says, with the first day on which it would no longer hold."""
    said = reason.rule.statement.spoken(language.tag)
    if reason.rule.addition is not None and reason.first_day is not None:
        addition = reason.rule.addition.spoken(language.tag)
        said = f"{said} {addition.format(first_day=language.day(reason.first_day))}"
    return said


def reason_line(reason: Reason, language: Language) -> Line:
    """Return one reason as a line with its basis."""
    heading = Span(f"{effect_words(reason, language)}. ", strong=True)
    return (heading, Span(statement(reason, language), basis=reason.rule.basis))


def relevant(candidacy: Candidacy) -> tuple[Reason, ...]:
    """Return the reasons that a reader wants first: what speaks against the course, what is open, what for it."""
    return tuple(
        reason
        for reason in candidacy.reasons
        if reason.speaks_against or reason.status is Status.UNKNOWN or reason.rule.effect == "indication"
    )


def plain_reasons(candidacy: Candidacy, language: Language) -> tuple[Line, ...]:
    """Return in plain words, for the patient, what keeps a course outside the described profile."""
    wanted = Status.UNKNOWN if candidacy.verdict is Verdict.UNDETERMINED else None
    return tuple(
        say(reason.rule.plain.spoken(language.tag), *reason.rule.basis)
        for reason in candidacy.reasons
        if reason.rule.effect != "caution" and (reason.status is wanted if wanted else reason.speaks_against)
    )


def plain_departures(candidacy: Candidacy, language: Language) -> tuple[Line, ...]:
    """Return in plain words, for the patient, which indications of a course are not met."""
    return tuple(
        say(reason.rule.plain.spoken(language.tag), *reason.rule.basis)
        for reason in candidacy.reasons
        if reason.rule.effect == "indication" and reason.speaks_against
    )


def plain_cautions(candidacy: Candidacy, language: Language, besides: tuple[str, ...] = ()) -> tuple[Line, ...]:
    """Return in plain words the cautions that hold for this patient, ``besides`` those on these findings alone."""
    return tuple(
        say(reason.rule.plain.spoken(language.tag), *reason.rule.basis)
        for reason in candidacy.reasons
        if reason.rule.effect == "caution"
        and reason.status is Status.MET
        and not set(reason.rule.findings) <= set(besides)
    )


def changes_in_words(candidacy: Candidacy, findings: Findings, library: Library, language: Language) -> tuple[str, ...]:
    """Return as facts what would change a verdict, of the findings that a reader wants first."""
    wanted = {path for reason in relevant(candidacy) for path in reason.rule.findings}
    groups: dict[tuple[str, Verdict], list[str]] = {}
    for change in changes(candidacy, findings, library, about=wanted):
        words = value_words(change.finding, change.to, library, language)
        groups.setdefault((change.finding, change.verdict), []).append(words)
    fact = language.say("{finding}: {value} \N{RIGHTWARDS ARROW} {verdict}")
    return tuple(
        fact.format(
            finding=name_of(finding, library, language),
            value=language.say(" or ").join(values),
            verdict=verdict_words(verdict, language),
        )
        for (finding, verdict), values in groups.items()
    )
