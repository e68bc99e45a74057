"""What a command reads: all files or none, and the reasons on standard error."""

from pathlib import Path

from kneedesk.commands.inputs import library_of, load_all, load_library, our_language
from kneedesk.exchange.consultation_file import load
from tests.knowledge.practice_pack import practice_files
from tests.knowledge.small_pack import files, write

CASES = Path(__file__).parents[1] / "cases"


def test_all_files_are_read_in_their_order(capsys):
    files = [CASES / "trial.json", CASES / "reference.json"]
    assert load_all(files) == [load(path) for path in files]
    assert capsys.readouterr() == ("", "")


def test_one_refused_file_refuses_all_and_every_reason_is_named(tmp_path, capsys):
    empty, missing = tmp_path / "empty.json", tmp_path / "missing.json"
    empty.write_text("{}")
    assert load_all([CASES / "trial.json", empty, missing]) is None
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"{empty}: format: nothing is not allowed" in printed.err
    assert f"{missing}: no such file" in printed.err


def test_our_own_pack_and_languages_are_found(library):
    assert library_of(None) == library
    assert our_language("en").tag == "en"


def test_the_folder_of_a_practice_is_read_over_our_pack_and_a_whole_pack_alone(tmp_path, riverside):
    assert library_of(write(tmp_path / "practice", practice_files())) == riverside
    assert library_of(write(tmp_path / "whole", files())).pack.version == "1"


def test_a_faulty_pack_is_explained_fault_by_fault(tmp_path, capsys):
    folder = write(tmp_path, {"practice.yaml": {**practice_files()["practice.yaml"], "verdicts": "none"}})
    assert load_library(folder) is None
    printed = capsys.readouterr().err
    assert "practice.yaml:" in printed
    assert "verdicts: Extra inputs are not permitted" in printed
    assert printed.endswith("faults: 1; the pack cannot be used\n")
