"""The eight lines of the verdict, the reasons and what is missing."""

import json
from pathlib import Path

import pytest
import yaml

from kneedesk.assessment.assessment import assess, weigh_all
from kneedesk.assessment.candidacy import Reason, Verdict, conclude
from kneedesk.assessment.criteria import Status
from kneedesk.assessment.findings import findings_of
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.rule import Rule

EXPECTED = yaml.safe_load((Path(__file__).parents[1] / "cases" / "expected.yaml").read_text())


@pytest.mark.parametrize(
    ("case", "treatment", "verdict"),
    [(case, treatment, verdict) for case, verdicts in EXPECTED.items() for treatment, verdict in verdicts.items()],
)
def test_case_has_the_expected_verdict(case, treatment, verdict, cases, library):
    candidacies = weigh_all(findings_of(cases[case]), library)
    assert candidacies[Treatment(treatment)].verdict == verdict


def test_every_case_is_expected_and_weighs_all_seven_courses(cases):
    assert set(EXPECTED) == set(cases)
    assert all(set(verdicts) == {treatment.value for treatment in Treatment} for verdicts in EXPECTED.values())


def a_reason(effect: str, status: Status, temporary: bool = False) -> Reason:
    rule = {
        "id": "a-rule",
        "reviewed": "2026-11-20",
        "review_due": "2027-11-20",
        "order": 10,
        "effect": effect,
        "temporary": temporary,
        "required": effect == "indication",
        "when": {"finding": "history.active_infection", "is": True},
        "statement": {"en": "A rule."},
        "plain": {"en": "A rule."},
        "certainty": "not-rated",
        "sources": ["convention"],
    }
    return Reason(Rule.model_validate_json(json.dumps(rule)), status)


CONTRAINDICATED = a_reason("contraindication", Status.MET)
DEFERRED = a_reason("contraindication", Status.MET, temporary=True)
NOT_INDICATED = a_reason("indication", Status.UNMET)
OPEN_CONTRAINDICATION = a_reason("contraindication", Status.UNKNOWN)
OPEN_TEMPORARY = a_reason("contraindication", Status.UNKNOWN, temporary=True)
OPEN_INDICATION = a_reason("indication", Status.UNKNOWN)
CAUTION = a_reason("caution", Status.MET)
OPEN_CAUTION = a_reason("caution", Status.UNKNOWN)
SETTLED = (
    a_reason("contraindication", Status.UNMET),
    a_reason("indication", Status.MET),
    a_reason("caution", Status.UNMET),
)


@pytest.mark.parametrize(
    ("reasons", "verdict"),
    [
        ((CAUTION, OPEN_CONTRAINDICATION, NOT_INDICATED, DEFERRED, CONTRAINDICATED), Verdict.CONTRAINDICATED),
        ((CAUTION, OPEN_CONTRAINDICATION, NOT_INDICATED, DEFERRED), Verdict.DEFERRED),
        ((CAUTION, OPEN_CONTRAINDICATION, NOT_INDICATED), Verdict.NOT_INDICATED),
        ((CAUTION, OPEN_CONTRAINDICATION), Verdict.UNDETERMINED),
        ((CAUTION, OPEN_TEMPORARY), Verdict.UNDETERMINED),
        ((CAUTION, OPEN_INDICATION), Verdict.UNDETERMINED),
        ((OPEN_CAUTION, CAUTION), Verdict.CAUTION),
        ((OPEN_CAUTION,), Verdict.UNDETERMINED),
        (SETTLED, Verdict.CANDIDATE),
        ((), Verdict.CANDIDATE),
    ],
)
def test_first_line_that_holds_gives_the_verdict(reasons, verdict):
    assert conclude((*SETTLED, *reasons)) is verdict


def test_missing_names_contraindications_then_indications_then_cautions(cases, library):
    stem_cell = assess(cases["barely-recorded"], library).candidacies[Treatment.STEM_CELL]
    assert stem_cell.missing.index("history.hypersensitivity") < stem_cell.missing.index("imaging.kellgren_lawrence")
    assert stem_cell.missing.index("imaging.kellgren_lawrence") < stem_cell.missing.index("history.comorbidity")
    assert len(set(stem_cell.missing)) == len(stem_cell.missing)


def test_missing_leaves_out_what_can_no_longer_change_the_verdict(cases, library):
    arthroscopy = assess(cases["barely-recorded"], library).candidacies[Treatment.ARTHROSCOPY]
    assert arthroscopy.verdict is Verdict.NOT_INDICATED
    assert "history.anticoagulant" not in arthroscopy.missing
    assert "history.active_infection" in arthroscopy.missing


def test_every_rule_is_a_reason_with_its_findings_and_basis(cases, library):
    for treatment, candidacy in assess(cases["reference"], library).candidacies.items():
        assert {reason.rule.id for reason in candidacy.reasons} == {rule.id for rule in library.rules[treatment]}
        assert all(reason.rule.findings and reason.rule.basis for reason in candidacy.reasons)
