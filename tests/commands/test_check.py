"""`kneedesk check` counts what the pack holds, or names every fault."""

from datetime import date

from kneedesk.bundle import resources
from kneedesk.commands.check import run
from kneedesk.knowledge.readability.scores import scores_of
from tests.knowledge.practice_pack import practice_files
from tests.knowledge.small_pack import files, passage, write

TODAY = date(2026, 11, 21)


def test_our_pack_is_counted_by_kind_and_status(capsys, library):
    assert run(None, schemas=None, today=TODAY) == 0
    printed = capsys.readouterr().out
    for kind in ("sources", "facts", "claims", "findings", "options", "risks", "texts", "terms", "head_to_head"):
        assert f"\n{kind:<13}{len(getattr(library, kind)):>5}" in printed
    assert f"(checked {sum(fact.status == 'checked' for fact in library.facts.values())}, " in printed
    assert all(f"readability {language}: " in printed for language in library.pack.languages)
    assert printed.endswith("no fault found\n")


def test_a_review_that_is_overdue_is_named(tmp_path, capsys):
    assert run(write(tmp_path, files()), schemas=None, today=date(2027, 11, 21)) == 0
    printed = capsys.readouterr()
    assert "review overdue: AAA-01" in printed.err
    assert f"; reviews overdue: {len(files())}\n" in printed.out


def test_a_release_is_refused_when_a_review_is_overdue(tmp_path, capsys):
    pack = write(tmp_path, files())
    assert run(pack, schemas=None, today=date(2027, 11, 20), release=True) == 0
    assert run(pack, schemas=None, today=date(2027, 11, 21), release=True) == 1
    assert "review overdue: AAA-01" in capsys.readouterr().err


def test_X21_every_text_is_printed_with_both_figures(capsys, library):
    assert run(None, schemas=None, today=TODAY, readability=True) == 0
    printed = capsys.readouterr().out.splitlines()
    for score in scores_of(library, "en"):
        assert f"en {score.eased:6} {score.plain:6} {score.words:5} words  {score.place}" in printed


def test_X21_a_text_that_is_too_hard_is_named_and_no_release(tmp_path, capsys):
    entries = files()
    entries["texts/placebo.yaml"]["passages"] = [passage("Investigational preparations notwithstanding. " * 40)]
    pack = write(tmp_path, entries)
    assert run(pack, schemas=None, today=TODAY) == 0
    printed = capsys.readouterr()
    assert "too hard: texts/placebo passages: en " in printed.err
    assert printed.out.endswith("no fault found; texts too hard: 1\n")
    assert run(pack, schemas=None, today=TODAY, release=True) == 1


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


def test_the_folder_of_a_practice_is_checked_over_our_pack(tmp_path, capsys, library):
    folder = write(tmp_path, practice_files())
    assert run(folder, schemas=None, today=TODAY) == 0
    assert capsys.readouterr().out.startswith(f"pack {library.pack.version} + riverside-3, ")
    (folder / "costs" / "prp.yaml").write_text("id: prp\nlines: none\n")
    assert run(folder, schemas=None, today=TODAY) == 1
    assert "costs/prp.yaml:2: lines: " in capsys.readouterr().err
