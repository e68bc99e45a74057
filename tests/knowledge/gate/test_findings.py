"""A rule, a risk or a fact that asks for a finding the consultation does not have is refused."""

import pytest

from kneedesk.domain.finding import choices, entry_choices, finding_types
from tests.knowledge.small_pack import faults_of, files, passage, refused, write

RULE = "rules/prp/osteoarthritis.yaml"
NOBODY = {"finding": "history.nothing", "is": True}
PLANTED = [
    (
        RULE,
        {"when": {"not": {"finding": "imaging.kellgren_lawrence", "is": 7}}},
        "kellgren_lawrence is never 7",
        "when",
    ),
    (RULE, {"when": {"finding": "history.active_infection", "is": 1}}, "active_infection is never 1", "when"),
    (RULE, {"when": {"finding": "history.condition", "at_least": 2}}, "history.condition is no number", "when"),
    (RULE, {"when": NOBODY}, "there is no finding history.nothing", "when"),
    (RULE, {"when": {"finding": "history.onset", "is": "injury"}}, "findings/history.onset.yaml is missing", "when"),
    (
        "risks/pain.yaml",
        {"modifiers": [{"when": NOBODY, "text": passage()}]},
        "there is no finding history.nothing",
        "- when",
    ),
    (
        "facts/AAA-01.yaml",
        {"studied": [{"trait": "age", "text": {"en": "Old."}, "like": NOBODY}]},
        "there is no finding history.nothing",
        "like",
    ),
    ("findings/history.condition.yaml", {"values": {"osteoarthritis": {"en": "OA"}}}, "has no words", "values"),
]


@pytest.mark.parametrize(
    ("file", "changes", "reason", "key"), PLANTED, ids=[f"{each[0]} {each[2]}" for each in PLANTED]
)
def test_a_planted_fault_is_refused_in_its_line(tmp_path, file, changes, reason, key):
    assert refused(tmp_path, file, changes, reason).startswith(f"{key}:")


def test_a_finding_that_the_consultation_does_not_have_is_refused(tmp_path):
    entries = files()
    entries["findings/history.mood.yaml"] = {**entries["findings/history.condition.yaml"], "id": "history.mood"}
    (fault,) = faults_of(write(tmp_path, entries))
    assert (fault.line, fault.reason) == (1, "there is no finding history.mood")


def test_every_finding_of_a_rule_exists_and_has_words_for_every_value(library):
    for rules in library.rules.values():
        for rule in rules:
            for path in rule.findings:
                assert path in finding_types()
                values = choices(path) or entry_choices(path)
                assert {str(value).lower() for value in values} <= set(library.findings[path].values)
