"""Which open questions of the history one key may answer with *no*, once a person says that all were asked."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, get_args, get_origin

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import choices, finding_types, value_of
from kneedesk.knowledge.library import Library

# A wrong *no* here could harm: each is asked on its own.
ASKED_ONE_BY_ONE = frozenset(
    (
        "history.red_flags",
        "history.active_infection",
        "examination.skin_intact",
        "history.pregnancy",
        "history.cancer_affected_knee",
        "history.active_cancer",
    )
)
_NONE = "none"


def answers_of_no(consultation: Consultation, library: Library) -> Mapping[str, Any]:
    """Return the open questions of the history with what *no* means for each, in the order of the form.

    Only what a patient can be asked: what an examiner finds is never filled in. A finding that has a value,
    or that was deliberately not assessed, stays as it is.
    """
    left = frozenset(consultation.not_assessed or ())
    answers: dict[str, Any] = {}
    for path in questions_with_no(library):
        if path not in left and value_of(consultation, path) is None:
            answers[path] = no_of(path)
    return MappingProxyType(answers)


def questions_with_no(library: Library) -> tuple[str, ...]:
    """Return the questions of the history that the key may answer, in the order of the form."""
    asked = sorted(
        (finding for finding in library.findings.values() if finding.section == "history"),
        key=lambda finding: finding.order,
    )
    return tuple(
        finding.id for finding in asked if finding.id not in ASKED_ONE_BY_ONE and no_of(finding.id) is not None
    )


def no_of(path: str) -> Any:
    """Return the value of a finding that says *no*: false, the choice *none*, an empty list, or ``None``."""
    for choice in choices(path):
        if choice is False or choice == _NONE:
            return choice
    if any(get_origin(each) is tuple for kind in finding_types()[path] for each in (kind, *get_args(kind))):
        return ()
    return None
