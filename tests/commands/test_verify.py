"""The command that checks seals: its answers, its exit status, and that it changes nothing."""

import json
import subprocess
import sys

import pytest

from kneedesk.commands.command_line import run
from kneedesk.documents.sealing.seal import seal
from kneedesk.domain.digest import content_digest
from kneedesk.domain.versions import amend, finalise
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import FILE, open_database
from kneedesk.store.practice_keys import practice_key
from tests.commands.test_command_line import ROOT, WITHOUT_QT
from tests.documents.reading import MADE_AT, printed
from tests.documents.sealing.conftest import sealable
from tests.people import ANA


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Return the folder of a practice's settings and data."""
    monkeypatch.setenv("KNEEDESK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def document(home, tmp_path, cases):
    """Return a document of a finalised consultation as the practice sealed it."""
    path = tmp_path / "consent.pdf"
    content = content_digest(finalise(cases["reference"], "2026.11", MADE_AT))
    key = practice_key(home, "Riverside Knee Clinic", MADE_AT)
    path.write_bytes(seal(sealable(), key, MADE_AT, meaning="Sealed", content=content))
    return path


def test_an_intact_document_of_the_practice(document, capsys):
    assert run(["verify", str(document)]) == 0
    said = capsys.readouterr().out
    assert f"{document}: Intact" in said
    assert "this practice’s own" in said
    assert "Sealed as: Riverside Knee Clinic" in said


def test_it_runs_where_qt_cannot_be_imported_and_without_what_makes_seals(document):
    program = WITHOUT_QT.replace("import sys\n", "import sys\nsys.modules['pyhanko'] = None\n", 1)
    arguments = [sys.executable, "-W", "error", "-c", program, "verify", str(document)]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Intact" in done.stdout


def test_a_changed_document_is_told_and_so_is_one_without_a_seal(document, tmp_path, capsys):
    document.write_bytes(document.read_bytes() + b"\n")
    plain = tmp_path / "plain.pdf"
    plain.write_bytes(printed())
    assert run(["verify", str(document), str(plain)]) == 1
    said = capsys.readouterr().out
    assert f"{document}: Changed" in said
    assert f"{plain}: Not verifiable" in said
    assert "Riverside" not in said


def test_one_that_is_not_intact_among_several_gives_status_one(document, tmp_path, capsys):
    assert run(["verify", str(document), str(tmp_path / "nowhere.pdf")]) == 1
    assert "The file cannot be read." in capsys.readouterr().out


def test_json_has_one_object_a_line_with_the_same_verdicts(document, tmp_path, capsys):
    assert run(["verify", "--json", str(document), str(tmp_path / "nowhere.pdf")]) == 1
    intact, unreadable = map(json.loads, capsys.readouterr().out.splitlines())
    assert (intact["verdict"], intact["reason"], intact["practice"]) == ("intact", "ours", "Riverside Knee Clinic")
    assert (intact["standing"], intact["sealed_at"]) == (None, MADE_AT.isoformat())
    assert (unreadable["verdict"], unreadable["reason"]) == ("not_verifiable", "file_unreadable")
    assert "practice" not in unreadable


def test_a_version_that_was_replaced_in_the_store_is_superseded(document, home, cases, capsys):
    first = finalise(cases["reference"], "2026.11", MADE_AT)
    second = finalise(amend(first, "The dose was wrong.", MADE_AT), "2026.11", MADE_AT)
    engine = open_database(home / FILE)
    Consultations(engine, ANA).save("key", first, MADE_AT)
    assert run(["verify", str(document)]) == 0
    assert "newest version that is kept here" in capsys.readouterr().out
    Consultations(engine, ANA).save("key", second, MADE_AT)
    assert run(["verify", str(document)]) == 1
    assert "Superseded" in capsys.readouterr().out
    engine.dispose()


def test_where_no_key_is_kept_it_is_not_said_whose_the_seal_is_and_none_is_made(document, home, monkeypatch, capsys):
    elsewhere = home.parent / "elsewhere"
    monkeypatch.setenv("KNEEDESK_HOME", str(elsewhere))
    assert run(["verify", str(document)]) == 0
    assert "Whose seal it is cannot be told" in capsys.readouterr().out
    assert not elsewhere.exists()


def test_no_file_is_refused_as_a_wrong_call(capsys):
    with pytest.raises(SystemExit) as stop:
        run(["verify"])
    assert stop.value.code == 2
    assert "FILE" in capsys.readouterr().err
