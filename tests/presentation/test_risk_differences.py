"""What makes a risk of this patient different: three answers, and not recorded is never no."""

import pytest

from kneedesk.assessment.findings import findings_of
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.history import History
from kneedesk.presentation.content import basis_of, text_of
from kneedesk.presentation.risk_differences import differences, unknown_findings, unknown_words

CLOTS = "history.anticoagulant"


@pytest.fixture
def said(cases, library, english):
    def said(**history) -> list[str]:
        reference = cases["reference"]
        recorded = History.model_validate({**dict(reference.history), **history})
        consultation = Consultation.model_validate({**dict(reference), "history": recorded})
        lines = differences(library.risks["injection-bleeding"], findings_of(consultation), library, english)
        return [text_of(line) for line in lines]

    return said


def test_what_holds_is_said_of_this_patient(said):
    (line,) = [line for line in said(anticoagulant=True) if "medicine against clots" in line]
    assert line.startswith("For you: ")


def test_what_does_not_hold_is_not_said(said):
    assert not any("medicine against clots" in line for line in said(anticoagulant=False))


def test_what_is_not_recorded_is_to_be_asked(said, library):
    name = library.findings[CLOTS].name.en
    assert any(line.startswith("? Ask") and name in line for line in said(anticoagulant=None))
    assert not any(name in line for line in said(anticoagulant=False))


def test_every_difference_rests_on_something(cases, library, english):
    for case in cases.values():
        findings = findings_of(case)
        for risk in library.risks.values():
            assert all(basis_of(line) for line in differences(risk, findings, library, english))


def test_what_is_to_be_asked_is_named_once(cases, library, english):
    findings = findings_of(cases["barely-recorded"])
    paths = unknown_findings(library.risks.values(), findings)
    assert len(paths) == len(set(paths)) > 3
    assert all(findings.values[path] is None or path == "history.previous_treatments" for path in paths)
    words = text_of(unknown_words(paths, library, english))
    assert all(library.findings[path].name.en in words for path in paths)
