"""What a step of the consultation still lacks, as finding paths; what was deliberately left is not lacking."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.candidacy import Verdict
from kneedesk.assessment.criteria import Status
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import finding_types, value_of
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.finding import Section
from kneedesk.knowledge.library import Library

_EXPECTED = "preferences.expected_pain"
_PATIENT = (
    "patient.family_name",
    "patient.birth_date",
    "patient.sex",
    "preferences.goals",
    "preferences.priorities",
    "preferences.willing_to_rehabilitate",
    "preferences.accepts_uncertainty",
    "preferences.wishes_to_postpone_surgery",
    _EXPECTED,
)
_OPTIONAL = frozenset(("history.condition_detail",))
_NOT_ASKED_OF_ALL = "history.pregnancy"
_EVALUATED = ("history.", "examination.", "imaging.")
_MEASURES = "measures"
_WANTED = tuple(
    path for path in finding_types() if (path == _MEASURES or path.startswith(_EVALUATED)) and path not in _OPTIONAL
)


def lacks_about_patient(consultation: Consultation) -> tuple[str, ...]:
    """Return what is neither recorded nor deliberately left about the patient and the goal."""
    return tuple(path for path in _PATIENT if is_open(path, consultation))


def evaluated(section: Section, library: Library) -> tuple[str, ...]:
    """Return the findings of a section of the evaluation in the order of the form, red flags first."""
    findings = sorted(
        (finding for finding in library.findings.values() if finding.section == section),
        key=lambda finding: (finding.id != "history.red_flags", finding.order),
    )
    return tuple(finding.id for finding in findings)


def lacks_of_evaluation(consultation: Consultation, assessment: Assessment) -> tuple[str, ...]:
    """Return the findings of the evaluation that are neither recorded nor deliberately left."""
    return tuple(_lacking(consultation, assessment))


def _lacking(consultation: Consultation, assessment: Assessment) -> Iterator[str]:
    for path in _WANTED:
        if is_open(path, consultation) and (path != _NOT_ASKED_OF_ALL or pregnancy_is_asked(assessment)):
            yield path


def pregnancy_is_asked(assessment: Assessment) -> bool:
    """Tell whether a rule still has to know of a pregnancy; of whom it is asked, the rule says."""
    return any(
        reason.status is Status.UNKNOWN
        for candidacy in assessment.candidacies.values()
        for reason in candidacy.reasons
        if _NOT_ASKED_OF_ALL in reason.rule.findings
    )


def is_open(path: str, consultation: Consultation) -> bool:
    """Tell whether a finding is neither recorded nor deliberately left."""
    if path in (consultation.not_assessed or ()):
        return False
    if path == _EXPECTED and consultation.preferences.expected_pain_asked is not None:
        return False
    value = value_of(consultation, path)
    return value is None or (isinstance(value, str) and is_blank(value))


def needed_for(consultation: Consultation, assessment: Assessment) -> Mapping[str, tuple[Treatment, ...]]:
    """Return the findings that can still change a verdict, each with the courses whose verdict it can change."""
    needed: dict[str, tuple[Treatment, ...]] = {}
    left = frozenset(consultation.not_assessed or ())
    for treatment, candidacy in assessment.candidacies.items():
        for path in candidacy.missing:
            if path not in left:
                needed[path] = (*needed.get(path, ()), treatment)
    return MappingProxyType(needed)


def open_verdicts(assessment: Assessment) -> tuple[Treatment, ...]:
    """Return the courses of which nobody can say yet whether they fit."""
    return tuple(
        treatment
        for treatment, candidacy in assessment.candidacies.items()
        if candidacy.verdict is Verdict.UNDETERMINED
    )
