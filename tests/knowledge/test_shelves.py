"""A pack is read whole or refused with the file, the line and the reason of every fault."""

from pathlib import Path

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.pack_files import Fault
from kneedesk.knowledge.shelves import read_library
from tests.knowledge.small_pack import faults_of, files, write


def planted(folder: Path, file: str, **changes: object) -> tuple[Fault, ...]:
    entries = files()
    entries[file] = {**entries[file], **changes}
    return faults_of(write(folder, entries))


def test_small_pack_is_valid(tmp_path):
    library = read_library(write(tmp_path, files()))
    assert [rule.id for rule in library.rules[Treatment.PRP]] == ["osteoarthritis"]
    assert [source.id for source in library.sources_of("AAA-01")] == ["trial"]
    assert [source.id for source in library.sources_of("convention")] == ["convention"]


FAULTS = [
    ("facts/AAA-01.yaml", {"id": "AAA-09"}, "must equal the name of the file"),
    ("facts/AAA-01.yaml", {"status": "guessed"}, "status"),
    ("facts/AAA-01.yaml", {"colour": "red"}, "colour"),
    ("facts/AAA-01.yaml", {"sources": []}, "sources"),
    ("facts/AAA-01.yaml", {"review_due": "2026-11-20"}, "review_due must be later"),
    ("facts/AAA-01.yaml", {"reviewed": "yesterday"}, "reviewed"),
    (
        "facts/AAA-01.yaml",
        {"figures": {"pain": {"measure": "share", "unit": "percent", "value": 30, "low": 4, "high": 22}}},
        "within its interval",
    ),
    (
        "facts/AAA-01.yaml",
        {"figures": {"pain": {"measure": "share", "unit": "percent", "value": 5, "low": 4}}},
        "both ends",
    ),
    (
        "facts/AAA-01.yaml",
        {"figures": {"pain": {"measure": "share", "unit": "parsecs", "value": 5}}},
        "unit",
    ),
    ("claims/SC-001.yaml", {"verdict": "true"}, "verdict"),
    ("sources/page.yaml", {"interest": None}, "must state its interest"),
    ("rules/prp/osteoarthritis.yaml", {"facts": []}, "at least one fact or source"),
    ("rules/prp/osteoarthritis.yaml", {"required": False}, "an indication is required"),
    ("rules/prp/osteoarthritis.yaml", {"temporary": True}, "only a contraindication can be temporary"),
    ("rules/prp/osteoarthritis.yaml", {"when": {"finding": "history.condition"}}, "when"),
    ("risks/pain.yaml", {"treatments": []}, "treatments"),
    ("texts/placebo.yaml", {"passages": [{"text": {"en": "No basis."}}]}, "at least one fact or source"),
]


@pytest.mark.parametrize(("file", "changes", "reason"), FAULTS, ids=[fault[2] for fault in FAULTS])
def test_a_planted_fault_is_refused_with_its_file_and_reason(tmp_path, file, changes, reason):
    faults = planted(tmp_path, file, **changes)
    assert any(fault.file == file and reason in fault.reason for fault in faults), faults


def test_a_fault_names_its_line(tmp_path):
    write(tmp_path, files())
    path = tmp_path / "facts" / "AAA-01.yaml"
    lines = path.read_text().splitlines()
    line = next(number for number, text in enumerate(lines, 1) if text.startswith("status"))
    path.write_text("\n".join(lines).replace("status: checked", "status: guessed"))
    assert [(fault.file, fault.line) for fault in faults_of(tmp_path)] == [("facts/AAA-01.yaml", line)]


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("id: AAA-01\nid: AAA-01\n", 2, "stands there twice"),
        ("id: [\n", 2, ""),
        ("- a\n- b\n", 1, "must hold keys with values"),
        ("", 1, "must hold keys with values"),
        ("id: !!python/object/apply:os.getcwd []\n", 1, ""),
    ],
)
def test_a_file_that_is_no_mapping_is_refused_with_its_line(tmp_path, content, line, reason):
    write(tmp_path, files())
    (tmp_path / "facts" / "AAA-01.yaml").write_text(content)
    fault = faults_of(tmp_path)[0]
    assert (fault.file, fault.line) == ("facts/AAA-01.yaml", line)
    assert reason in fault.reason


def test_a_rule_folder_must_be_a_treatment(tmp_path):
    entries = files()
    entries["rules/leeches/osteoarthritis.yaml"] = entries["rules/prp/osteoarthritis.yaml"]
    assert [fault.file for fault in faults_of(write(tmp_path, entries))] == ["rules/leeches"]


def test_a_folder_without_a_pack_is_refused(tmp_path):
    assert [fault.file for fault in faults_of(tmp_path)] == ["pack.yaml"]


def test_every_fault_is_named_at_once(tmp_path):
    entries = files()
    entries["facts/AAA-01.yaml"]["status"] = "guessed"
    entries["risks/pain.yaml"]["severity"] = "awful"
    assert {fault.file for fault in faults_of(write(tmp_path, entries))} == {"facts/AAA-01.yaml", "risks/pain.yaml"}
