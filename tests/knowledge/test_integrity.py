"""Across files: what is named is there, what is shown was read, and our own pack has no fault."""

import pytest

from kneedesk.domain.finding import choices, entry_choices, finding_types
from kneedesk.knowledge.entry import Passage
from kneedesk.knowledge.integrity import broken_references, passages_of
from kneedesk.knowledge.shelves import InvalidPack, read_library
from tests.knowledge.small_pack import files, passage, write


def test_our_pack_has_no_fault(library):
    assert list(broken_references(library)) == []


def test_statements_are_found_wherever_they_stand(library):
    option = next(iter(library.options.values()))
    found = dict(passages_of(option))
    assert found["stance",] is option.stance
    assert found["rows", "harms", 0] is option.rows.harms[0]
    assert all(isinstance(each, Passage) for each in found.values())


def test_every_finding_of_a_rule_exists_and_has_words_for_every_value(library):
    for rules in library.rules.values():
        for rule in rules:
            for path in rule.findings:
                assert path in finding_types()
                values = choices(path) or entry_choices(path)
                assert {str(value).lower() for value in values} <= set(library.findings[path].values)


PLANTED = [
    ("texts/placebo.yaml", {"passages": [passage("{AAA-02.pain}")]}, "is recalled"),
    ("options/prp.yaml", {"stance": passage("{AAA-01.pain.participants}")}, "the figure has no participants"),
    ("options/prp.yaml", {"stance": passage(facts=["AAA-02"])}, "AAA-02 is recalled"),
    ("risks/pain.yaml", {"explanation": passage(facts=["AAA-09"])}, "there is no fact or source AAA-09"),
    (
        "risks/pain.yaml",
        {"frequency": {"figure": "AAA-01.pain", "population": {"en": "x"}, "time": {"en": "{AAA-01.days} days"}}},
        "{AAA-01.days} names no figure",
    ),
    (
        "risks/pain.yaml",
        {"frequency": {"figure": "AAA-01.pain", "population": {"en": "{AAA-02.pain}"}, "time": {"en": "x"}}},
        "{AAA-02.pain} is of another fact",
    ),
    (
        "rules/prp/osteoarthritis.yaml",
        {"when": {"not": {"finding": "imaging.kellgren_lawrence", "is": 7}}},
        "imaging.kellgren_lawrence is never 7",
    ),
    (
        "rules/prp/osteoarthritis.yaml",
        {"when": {"finding": "history.active_infection", "is": 1}},
        "history.active_infection is never 1",
    ),
    ("findings/history.condition.yaml", {"purpose": passage(sources=["nobody"])}, "there is no fact or source nobody"),
]


@pytest.mark.parametrize(("file", "changes", "reason"), PLANTED, ids=[fault[2] for fault in PLANTED])
def test_a_planted_fault_across_files_is_named(tmp_path, file, changes, reason):
    entries = files()
    entries[file] = {**entries[file], **changes}
    with pytest.raises(InvalidPack) as invalid:
        read_library(write(tmp_path, entries))
    assert any(fault.file == file and reason in fault.reason for fault in invalid.value.faults), invalid.value.faults


def test_a_share_of_people_is_a_percentage_or_events_of_a_denominator(tmp_path):
    entries = files()
    figures = entries["facts/AAA-01.yaml"]["figures"]
    figures["count"] = {"measure": "count", "unit": "people", "value": 3, "events": 3, "denominator": 40}
    figures["amount"] = {"measure": "amount", "unit": "usd", "value": 3}
    risk = entries["risks/pain.yaml"]
    risk["frequency"]["figure"] = "AAA-01.count"
    read_library(write(tmp_path, entries))
    risk["frequency"]["figure"] = "AAA-01.amount"
    with pytest.raises(InvalidPack, match=r"AAA-01\.amount is no share of people"):
        read_library(write(tmp_path, entries))


def test_a_finding_that_the_consultation_does_not_have_is_refused(tmp_path):
    entries = files()
    entries["findings/history.mood.yaml"] = {**entries["findings/history.condition.yaml"], "id": "history.mood"}
    with pytest.raises(InvalidPack, match=r"there is no finding history\.mood"):
        read_library(write(tmp_path, entries))
