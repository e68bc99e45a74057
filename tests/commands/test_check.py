"""`kneedesk check` counts what the pack holds, or names every fault."""

from datetime import date

from kneedesk.bundle import resources
from kneedesk.commands.check import run
from tests.knowledge.small_pack import files, write

TODAY = date(2026, 11, 21)


def test_our_pack_is_counted_by_kind_and_status(capsys, library):
    assert run(None, schemas=None, today=TODAY) == 0
    printed = capsys.readouterr().out
    assert f"facts{len(library.facts):>9}" in printed
    assert "checked" in printed
    assert printed.endswith("no fault found\n")


def test_a_review_that_is_overdue_is_named(tmp_path, capsys):
    assert run(write(tmp_path, files()), schemas=None, today=date(2027, 11, 21)) == 0
    printed = capsys.readouterr()
    assert "review overdue: AAA-01" in printed.err
    assert "reviews overdue: " in printed.out


def test_every_fault_is_printed_with_file_and_line(tmp_path, capsys):
    entries = files()
    entries["facts/AAA-01.yaml"]["sources"] = ["nobody"]
    assert run(write(tmp_path, entries), schemas=None, today=TODAY) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "there is no source nobody" in printed.err
    assert "facts/AAA-01.yaml:" in printed.err


def test_schemas_on_file_are_those_of_the_code(tmp_path, capsys):
    assert run(None, schemas=tmp_path, today=TODAY) == 0
    written = {path.name: path.read_text() for path in tmp_path.glob("*.json")}
    kept = {path.name: path.read_text() for path in (resources() / "schemas").glob("*.json")}
    assert written == kept
    assert str(tmp_path) in capsys.readouterr().out
