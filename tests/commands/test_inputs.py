"""What a command reads: all files or none, and the reasons on standard error."""

from pathlib import Path

from kneedesk.commands.inputs import load_all, our_language, our_library
from kneedesk.exchange.consultation_file import load

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
    assert our_library() == library
    assert our_language("en").tag == "en"
