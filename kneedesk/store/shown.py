"""Under which version of the pack a consultation was last shown, and the verdicts that it had then."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kneedesk.assessment.assessment import Assessment


@dataclass(frozen=True, slots=True)
class Shown:
    """The version, and the verdict on each course by their values."""

    knowledge: str
    verdicts: Mapping[str, str]


def shown_as(assessment: "Assessment") -> Shown:
    """Return what is kept of an assessment that is on the screen."""
    verdicts = {treatment.value: each.verdict.value for treatment, each in assessment.candidacies.items()}
    return Shown(assessment.knowledge, verdicts)
