"""Every rule of the pack, against cases that a clinician can read: met, unmet, unrecorded, and on each edge."""

from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from kneedesk.assessment.criteria import Status, evaluate
from kneedesk.assessment.findings import Findings, findings_of
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.criterion import Criterion, Previous, Threshold
from kneedesk.knowledge.shelves import RULE_FOLDERS

FOLDER = Path(__file__).parents[1] / "cases" / "rules"
CASES = [
    (f"{path.parent.name}/{path.stem}", case)
    for path in sorted(FOLDER.glob("*/*.yaml"))
    for case in yaml.safe_load(path.read_text())
]
DATE = "2026-11-18"


def consultation_with(findings: dict) -> Consultation:
    tree: dict = {
        "format": "kneedesk-consultation",
        "version": 1,
        "date": DATE,
        "knee": "right",
        "jurisdiction": "us",
        "patient": {"family_name": "Case"},
    }
    for path, value in findings.items():
        block, _, name = path.partition(".")
        tree.setdefault(block, {})[name] = value
    return Consultation.model_validate_json(TypeAdapter(dict).dump_json(tree))


def rules_by_name(library) -> dict:
    names = {}
    for treatment, rules in library.rules.items():
        for rule in rules:
            names[treatment, rule.id] = rule
    return names


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case['name']}" for name, case in CASES])
def test_rule_case(name, case, library):
    rule = rules_by_name(library)[Treatment(case["treatment"]), name.partition("/")[2]]
    status = evaluate(rule.when, findings_of(consultation_with(case["findings"])))
    assert status.value == case["status"]


def test_every_rule_has_a_met_an_unmet_and_an_unrecorded_case(library):
    seen: dict[tuple[Treatment, str], set[str]] = {}
    for name, case in CASES:
        folder, _, rule = name.partition("/")
        for treatment in RULE_FOLDERS[folder]:
            seen.setdefault((treatment, rule), set()).add(case["status"])
    lacking = [key for key in rules_by_name(library) if seen.get(key, set()) != {"met", "unmet", "unknown"}]
    assert lacking == []


def test_every_threshold_and_day_count_has_a_case_on_each_side(library):
    statuses: dict[str, list] = {}
    for name, case in CASES:
        statuses.setdefault(name.partition("/")[2], []).append(case)
    for (_, name), rule in rules_by_name(library).items():
        for leaf in leaves(rule.when):
            if isinstance(leaf, Threshold):
                recorded = {case["findings"].get(leaf.finding) for case in statuses[name]}
                assert set(leaf.sides) <= recorded, name
            if isinstance(leaf, Previous) and leaf.within_days is not None:
                days = {days_before(case, entry) for case in statuses[name] for entry in entries(case)}
                assert {leaf.within_days, leaf.within_days + 1} <= days, name


def leaves(criterion: Criterion):
    parts = getattr(criterion, "all", None) or getattr(criterion, "any", None)
    if parts is None:
        yield criterion
        return
    for part in parts:
        yield from leaves(part)


def entries(case: dict) -> list[dict]:
    return case["findings"].get("history.previous_treatments") or []


def days_before(case: dict, entry: dict) -> int | None:
    anchor = case["findings"].get("history.knee_replacement_planned") or consultation_with({}).date
    given = entry.get("date")
    if given is None:
        return None
    as_day = TypeAdapter(type(consultation_with({}).date)).validate_python
    return (as_day(anchor) - as_day(given)).days


def test_findings_leave_a_sex_of_unknown_unrecorded():
    findings = findings_of(consultation_with({"patient.sex": "unknown"}))
    assert isinstance(findings, Findings)
    assert findings.values["patient.sex"] is None
    assert findings.date + timedelta(0) == consultation_with({}).date


def test_pregnancy_never_shows_the_age_at_which_it_is_asked(library):
    rule = rules_by_name(library)[Treatment.STEM_CELL, "pregnancy"]
    assert "55" not in rule.statement.en + rule.plain.en
    assert Status.UNKNOWN is evaluate(rule.when, findings_of(consultation_with({})))
