"""All that follows from one consultation: seven candidacies, and what the documents lack."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kneedesk.assessment.candidacy import Candidacy, weigh
from kneedesk.assessment.change import changes
from kneedesk.assessment.findings import Findings, findings_of
from kneedesk.assessment.readiness import Document, Missing, readiness
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the pack of one version says of one consultation, and the findings that it says it of."""

    knowledge: str
    findings: Findings
    candidacies: Mapping[Treatment, Candidacy]
    missing: Mapping[Document, tuple[Missing, ...]]


def weigh_all(findings: Findings, library: Library) -> dict[Treatment, Candidacy]:
    """Weigh all seven courses, without what would change the verdicts."""
    return {treatment: weigh(treatment, library.rules[treatment], findings) for treatment in Treatment}


def assess(consultation: Consultation, library: Library, before: Assessment | None = None) -> Assessment:
    """Assess a consultation: verdicts with reasons, what is missing, what would change, what documents lack.

    With the assessment ``before`` a change, by the same library, a course whose rules look at nothing that was
    changed is taken from there: what is returned is the same.
    """
    findings = findings_of(consultation)
    kept = _kept(before, findings) if before is not None else {}
    candidacies = {treatment: kept.get(treatment) or _weighed(treatment, findings, library) for treatment in Treatment}
    return Assessment(library.version, findings, candidacies, readiness(consultation, candidacies, library))


def _kept(before: Assessment, findings: Findings) -> dict[Treatment, Candidacy]:
    """Return the courses whose rules look at nothing that is another now."""
    changed = findings.differing(before.findings)
    return {
        treatment: candidacy
        for treatment, candidacy in before.candidacies.items()
        if all(changed.isdisjoint(reason.rule.findings) for reason in candidacy.reasons)
    }


def _weighed(treatment: Treatment, findings: Findings, library: Library) -> Candidacy:
    candidacy = weigh(treatment, library.rules[treatment], findings)
    return replace(candidacy, would_change=changes(candidacy, findings, library))
