"""All that follows from one consultation: seven candidacies, and what the documents lack."""

from collections.abc import Mapping
from dataclasses import dataclass

from kneedesk.assessment.candidacy import Candidacy, weigh, weigh_again
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
    """Weigh all seven courses."""
    return {treatment: weigh(treatment, library.rules[treatment], findings) for treatment in Treatment}


def assess(consultation: Consultation, library: Library, before: Assessment | None = None) -> Assessment:
    """Assess a consultation: verdicts with reasons, what is missing, what documents lack.

    With the assessment ``before`` a change, by the same library, the courses and the reasons whose rules look at
    nothing that was changed are taken from there: what is returned is the same.
    """
    findings = findings_of(consultation)
    if before is None:
        candidacies = weigh_all(findings, library)
    else:
        changed = findings.differing(before.findings)
        weighed = before.candidacies.items()
        candidacies = {treatment: weigh_again(candidacy, changed, findings) for treatment, candidacy in weighed}
    return Assessment(library.version, findings, candidacies, readiness(consultation, candidacies, library))
