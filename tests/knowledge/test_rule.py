"""A rule is an indication that is required, or speaks against a treatment, for a time or for good."""

import json

import pytest
from pydantic import ValidationError

from kneedesk.knowledge.rule import Rule

WORDS = {"en": "Words"}
CAUTION = {
    "id": "a-rule",
    "reviewed": "2026-11-20",
    "review_due": "2027-11-20",
    "order": 10,
    "effect": "caution",
    "when": {
        "all": [{"finding": "imaging.kellgren_lawrence", "at_least": 2}, {"finding": "patient.sex", "is": "male"}]
    },
    "statement": WORDS,
    "plain": WORDS,
    "certainty": "low",
    "facts": ["AAA-01"],
    "sources": ["convention"],
}


def a_rule(**changes: object) -> Rule:
    return Rule.model_validate_json(json.dumps({**CAUTION, **changes}))


def test_a_rule_names_its_basis_and_its_findings():
    assert a_rule().basis == ("convention", "AAA-01")
    assert a_rule().findings == ("imaging.kellgren_lawrence", "patient.sex")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"effect": "indication"}, "an indication is required"),
        ({"effect": "contraindication", "required": True}, "nothing else is"),
        ({"temporary": True}, "only a contraindication can be temporary"),
        ({"effect": "indication", "required": True, "temporary": True}, "only a contraindication can be temporary"),
        ({"facts": [], "sources": []}, "at least one fact or source"),
    ],
)
def test_a_rule_that_contradicts_itself_is_refused(changes, reason):
    with pytest.raises(ValidationError, match=reason):
        a_rule(**changes)


def test_a_contraindication_can_be_temporary():
    assert a_rule(effect="contraindication", temporary=True).temporary
