"""`kneedesk assess` prints what follows from a consultation, or refuses the file and prints nothing."""

import json
from pathlib import Path

import pytest
import yaml

from kneedesk.commands.command_line import run
from kneedesk.domain.finding import finding_types
from kneedesk.domain.treatment import Treatment
from tests.knowledge.practice_pack import practice_files
from tests.knowledge.small_pack import write

pytestmark = pytest.mark.usefixtures("pack_at_hand")

CASES = Path(__file__).parents[1] / "cases"
EXPECTED = yaml.safe_load((CASES / "expected.yaml").read_text())
REASON = {"rule", "effect", "temporary", "status", "findings", "statement", "sources"}


@pytest.mark.parametrize("case", EXPECTED)
def test_json_of_one_file_has_the_expected_verdicts_in_the_shape_of_the_format(case, capsys, library):
    assert run(["assess", str(CASES / f"{case}.json"), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert set(printed) == {"knowledge", "treatments"}
    assert printed["knowledge"] == library.pack.version
    assert {name: each["verdict"] for name, each in printed["treatments"].items()} == EXPECTED[case]
    for treatment in printed["treatments"].values():
        assert set(treatment) == {"verdict", "reasons", "missing", "would_change"}
        assert all(set(reason) == REASON and reason["sources"] for reason in treatment["reasons"])
        assert set(treatment["missing"]) <= set(finding_types())
        assert all(set(change) == {"finding", "to", "verdict"} for change in treatment["would_change"])


def test_json_of_several_files_is_one_object_a_line_in_their_order(capsys):
    files = [str(CASES / f"{case}.json") for case in ("trial", "reference", "trial")]
    assert run(["assess", *files, "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["file"] for line in lines] == files
    assert list(lines[0]) == ["file", "knowledge", "treatments"]


def test_text_names_every_verdict_in_words_and_what_to_ask_next(capsys):
    assert run(["assess", str(CASES / "barely-recorded.json")]) == 0
    printed = capsys.readouterr().out
    assert all(treatment.value in printed for treatment in Treatment)
    assert "Cannot say yet (ask next: history.previous_treatments)" in printed
    assert "Outside the described profile" in printed


def test_a_refused_file_prints_nothing_but_its_reason(tmp_path, capsys):
    path = tmp_path / "file.json"
    path.write_text((CASES / "reference.json").read_text().replace('"right"', '"both"'))
    assert run(["assess", str(CASES / "trial.json"), str(path), "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"{path}: knee: 'both' is not allowed; allowed is left, right\n"


def test_the_first_day_that_keeps_three_months_is_named_with_its_counter_finding(capsys):
    run(["assess", str(CASES / "steroid-before-replacement.json"), "--json"])
    reasons = json.loads(capsys.readouterr().out)["treatments"]["knee_replacement"]["reasons"]
    reason = next(each for each in reasons if each["rule"] == "recent-corticosteroid")
    assert reason["status"] == "met"
    assert "27 December 2026" in reason["statement"]
    assert "CS-11" in reason["sources"]


def test_the_version_of_the_practice_is_named_with_that_of_the_pack(tmp_path, capsys, library):
    folder = write(tmp_path, practice_files())
    assert run(["assess", str(CASES / "reference.json"), "--json", "--pack", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)["knowledge"] == f"{library.pack.version} + riverside-3"
    (folder / "practice.yaml").unlink()
    assert run(["assess", str(CASES / "reference.json"), "--pack", str(folder)]) == 2
    assert capsys.readouterr().out == ""
