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
    """What the pack of one version says of one consultation."""

    knowledge: str
    candidacies: Mapping[Treatment, Candidacy]
    missing: Mapping[Document, tuple[Missing, ...]]


def weigh_all(findings: Findings, library: Library) -> dict[Treatment, Candidacy]:
    """Weigh all seven courses, without what would change the verdicts."""
    return {treatment: weigh(treatment, library.rules[treatment], findings) for treatment in Treatment}


def assess(consultation: Consultation, library: Library) -> Assessment:
    """Assess a consultation: verdicts with reasons, what is missing, what would change, what documents lack."""
    findings = findings_of(consultation)
    candidacies = {
        treatment: replace(candidacy, would_change=changes(candidacy, findings, library))
        for treatment, candidacy in weigh_all(findings, library).items()
    }
    return Assessment(library.version, candidacies, readiness(consultation, candidacies, library))
