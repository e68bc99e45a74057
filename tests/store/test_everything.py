"""Everything that is kept leaves as files: whole, counted, read back, and with no name of a patient on them."""

import json
import os
import stat

import pytest
from sqlalchemy import text

from kneedesk.domain.addendum import Addendum
from kneedesk.domain.versions import finalise
from kneedesk.exchange.consultation_file import dumps, loads
from kneedesk.store import everything
from kneedesk.store.archive import Archive, Copy
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database, writing
from kneedesk.store.everything import EXPORT_NOT_WRITTEN, EXPORT_UNSOUND, MANIFEST, Exported, check, export_everything
from kneedesk.store.faults import Unavailable
from kneedesk.store.progress import CalledOff, Progress
from tests.people import ANA
from tests.store.conftest import BEGIN
from tests.store.test_versions import addendum_to

NAME = "kneedesk-export-2026-11-18T130200Z"


@pytest.fixture
def engine(path, key, cases):
    """Return a store with a consultation that stands, with all that is kept beside it, and a draft."""
    engine = open_database(path, key)
    kept, stands = Consultations(engine, ANA), finalise(cases["reference"], "2026.1", BEGIN)
    kept.save("stands", stands, BEGIN)
    kept.save("draft", cases["hostile-text"], BEGIN.replace(minute=30))
    kept.versions.append("stands", addendum_to(stands))
    kept.notes.keep("stands", "afraid of needles", BEGIN)
    Archive(engine).keep(Copy(stands.finalised.digest, "consent_form", "en", "a4 large-print"), b"%PDF sealed")
    yield engine
    engine.dispose()


def tree(folder):
    return sorted(found.relative_to(folder).as_posix() for found in folder.rglob("*") if found.is_file())


def test_each_consultation_has_its_files_and_the_manifest_names_them_all(engine, tmp_path, cases):
    folder = tmp_path / "out"
    folder.mkdir()
    made = export_everything(engine, folder, BEGIN, dumps)
    assert made == Exported(folder / NAME, 2, 7)
    assert tree(folder / NAME) == [
        "000001/addendum-1.json",
        "000001/consultation.json",
        "000001/history.json",
        "000001/version-1-consent_form-en-a4-large-print.pdf",
        "000001/version-1.json",
        "000002/consultation.json",
        "000002/history.json",
        MANIFEST,
    ]
    stands = finalise(cases["reference"], "2026.1", BEGIN)
    assert loads((made.folder / "000001/version-1.json").read_bytes()) == stands
    assert loads((made.folder / "000002/consultation.json").read_bytes()) == cases["hostile-text"]
    assert Addendum.model_validate_json((made.folder / "000001/addendum-1.json").read_bytes()) == addendum_to(stands)
    assert (made.folder / "000001/version-1-consent_form-en-a4-large-print.pdf").read_bytes() == b"%PDF sealed"
    assert check(made.folder) == 2
    assert b"afraid of needles" not in b"".join(found.read_bytes() for found in folder.rglob("*.*") if found.is_file())


def test_what_was_done_to_each_is_written_out_with_what_it_changed(engine, tmp_path):
    made = export_everything(engine, tmp_path, BEGIN, dumps).folder
    told = json.loads((made / "000001" / "history.json").read_bytes())
    assert [each["deed"] for each in told] == ["change", "addendum"]
    assert told[0]["name"] == ANA.name
    assert ["knee", None, "right"] in told[0]["changes"]


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX's")
def test_only_its_owner_reads_it(engine, tmp_path):
    made = export_everything(engine, tmp_path, BEGIN, dumps).folder
    assert {stat.S_IMODE(found.stat().st_mode) for found in made.rglob("*") if found.is_file()} == {0o600}
    assert {stat.S_IMODE(found.stat().st_mode) for found in (made, *made.rglob("*")) if found.is_dir()} == {0o700}


def test_a_file_that_was_changed_or_taken_away_is_seen(engine, tmp_path):
    made = export_everything(engine, tmp_path, BEGIN, dumps).folder
    draft = made / "000002" / "consultation.json"
    content = draft.read_bytes()
    draft.write_bytes(content.replace(b"{", b"[", 1))
    assert check(made) is None
    draft.write_bytes(content)
    manifest = json.loads((made / MANIFEST).read_bytes())
    manifest["files"] = [each for each in manifest["files"] if not each["path"].startswith("000002")]
    (made / MANIFEST).write_text(json.dumps(manifest))
    assert check(made) is None


def test_what_this_kneedesk_cannot_read_leaves_as_it_is_kept_and_is_counted(engine, tmp_path):
    with writing(engine) as connection:
        connection.execute(text("UPDATE consultations SET content = '{\"version\": 99}' WHERE key = 'draft'"))
    made = export_everything(engine, tmp_path, BEGIN, dumps)
    assert made.unreadable == 1
    assert (made.folder / "000002" / "consultation.json").read_bytes() == b'{"version": 99}'


@pytest.mark.parametrize("step", range(10))
def test_an_export_that_is_called_off_leaves_nothing(engine, tmp_path, step):
    told = []

    def tell(done, of):
        told.append((done, of))
        if len(told) == step:
            progress.call_off()

    progress, folder = Progress(tell), tmp_path / "out"
    folder.mkdir()
    if not step:
        progress.call_off()
    if step < 9:
        with pytest.raises(CalledOff):
            export_everything(engine, folder, BEGIN, dumps, progress)
        assert list(folder.iterdir()) == []
    else:
        assert export_everything(engine, folder, BEGIN, dumps, progress).consultations == 2
        assert told == [(1, 4), *[(2, 4)] * 4, *[(3, 4)] * 3, (4, 4)]


def test_what_power_left_half_is_written_anew(engine, tmp_path):
    half = tmp_path / f"{NAME}.part" / "000001"
    half.mkdir(parents=True)
    (half / "consultation.json").write_bytes(b"{")
    assert check(export_everything(engine, tmp_path, BEGIN, dumps).folder) == 2
    assert not half.parent.exists()


def test_a_folder_that_cannot_take_it_is_said(engine, tmp_path, disk):
    def refused(folder):
        with pytest.raises(Unavailable) as caught:
            export_everything(engine, folder, BEGIN, dumps)
        return caught.value.sentence

    assert refused(tmp_path / "nowhere") == EXPORT_NOT_WRITTEN
    disk.fill()
    assert refused(disk.folder) == EXPORT_NOT_WRITTEN
    disk.free()
    assert tree(disk.folder) == []


def test_what_does_not_read_back_is_no_export(engine, tmp_path, monkeypatch):
    put = everything._put
    monkeypatch.setattr(everything, "_put", lambda path, content: put(path, content.replace(b"sealed", b"SEALED")))
    with pytest.raises(Unavailable) as caught:
        export_everything(engine, tmp_path, BEGIN, dumps)
    assert caught.value.sentence == EXPORT_UNSOUND
    assert not list(tmp_path.glob("kneedesk-export*"))
