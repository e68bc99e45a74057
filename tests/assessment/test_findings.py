"""The rules see every finding by its path; nothing recorded is nothing, and a sex of unknown too."""

from kneedesk.assessment.findings import findings_of
from kneedesk.domain.finding import finding_types, value_of
from kneedesk.domain.patient import Sex
from tests.amending import amended


def test_every_finding_is_there_with_what_was_recorded(cases):
    for consultation in cases.values():
        findings = findings_of(consultation)
        assert findings.date == consultation.date
        assert set(findings.values) == set(finding_types())
        assert all(value == value_of(consultation, path) for path, value in findings.values.items())


def test_a_sex_of_unknown_is_not_recorded(cases):
    unknown = amended(cases["reference"], "patient", sex=Sex.UNKNOWN)
    assert findings_of(unknown).values["patient.sex"] is None


def test_findings_can_be_tried_otherwise_without_changing_them(cases):
    findings = findings_of(cases["reference"])
    tried = findings.changed("imaging.kellgren_lawrence", 4)
    assert tried.values["imaging.kellgren_lawrence"] == 4
    assert findings.values["imaging.kellgren_lawrence"] == 3
    assert tried.date == findings.date
