"""Seven courses, twenty-one pairs, every scale, jurisdiction and topic: what is missing is named."""

import pytest

from kneedesk.knowledge.shelves import read_library
from tests.knowledge.small_pack import faults_of, files, refused, write

MISSING = [
    ("options/prp.yaml", "there is no option for prp"),
    ("timelines/prp.yaml", "there is no timeline for prp"),
    ("head_to_head/stem_cell-prp.yaml", "there is no pair for prp and stem_cell"),
    ("scales/womac.yaml", "there is no scale for womac"),
    ("regulations/us-fl.yaml", "there is no regulation for us-fl"),
]


@pytest.mark.parametrize(("file", "reason"), MISSING, ids=[each[0] for each in MISSING])
def test_what_is_missing_is_a_fault_of_the_pack(tmp_path, file, reason):
    entries = files()
    del entries[file]
    assert [(fault.file, fault.line, fault.reason) for fault in faults_of(write(tmp_path, entries))] == [
        ("pack.yaml", 1, reason)
    ]


@pytest.mark.parametrize("folder", ["timelines", "head_to_head", "scales", "regulations", "topics"])
def test_a_pack_without_the_whole_folder_is_read(tmp_path, folder):
    entries = {name: entry for name, entry in files().items() if not name.startswith(f"{folder}/")}
    assert not getattr(read_library(write(tmp_path, entries)), folder)


@pytest.mark.parametrize("place", ["texts/nothing", "nowhere/placebo", "rules/prp/nothing", "placebo"])
def test_a_topic_that_leads_nowhere_is_refused_in_its_line(tmp_path, place):
    changes = {"places": ["texts/placebo", place]}
    assert refused(tmp_path, "topics/pain.yaml", changes, f"there is no {place}") == f"- {place}"


def test_a_topic_leads_to_a_rule_by_its_folder(tmp_path):
    entries = files()
    entries["topics/pain.yaml"]["places"] = ["rules/prp/osteoarthritis", "options/prp", "facts/AAA-01"]
    assert read_library(write(tmp_path, entries)).topics["pain"].places[0] == "rules/prp/osteoarthritis"


def test_a_topic_of_an_unknown_article_is_refused(tmp_path):
    assert refused(tmp_path, "topics/pain.yaml", {"articles": ["nobody"]}, "no source nobody") == "- nobody"


def test_two_rules_of_one_name_or_place_are_refused(tmp_path):
    entries = files()
    entries["rules/all/osteoarthritis.yaml"] = entries["rules/prp/osteoarthritis.yaml"]
    reasons = {fault.reason for fault in faults_of(write(tmp_path, entries))}
    assert {"prp has two rules of this name", "osteoarthritis has the same order 10 for prp"} <= reasons
