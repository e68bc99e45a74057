"""What a backup lacks and what it would bring back is known before it is restored."""

import shutil
from datetime import timedelta

import pytest
from sqlalchemy import text

from kneedesk.domain.versions import finalise
from kneedesk.store.backups import BACKUP_DAMAGED, Backup, back_up
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database, writing
from kneedesk.store.differences import Differences, differences
from kneedesk.store.faults import Unavailable
from kneedesk.store.removal import Reason, delete
from tests.amending import amended
from tests.people import ANA
from tests.store.conftest import BEGIN
from tests.store.keep_revision import FOLDER
from tests.store.test_versions import addendum_to

LATER = BEGIN + timedelta(hours=1)


def test_each_consultation_that_differs_is_counted_once(engine, key, tmp_path, cases):
    kept, case = Consultations(engine, ANA), finalise(cases["reference"], "2026.1", BEGIN)
    for name in ("a", "changed", "deleted", "m", "removed", "z"):
        kept.save(name, cases["reference"], BEGIN)
    kept.save("stands", case, BEGIN)
    kept.versions.append("stands", addendum_to(case))
    backup = back_up(engine, key, tmp_path, BEGIN)
    assert differences(engine, backup, key).none
    kept.save("changed", amended(cases["reference"], "patient", given_name="Ida"), LATER)
    kept.save("new", cases["reference"], LATER)
    kept.save("zz", cases["reference"], LATER)
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM consultations WHERE key = 'removed'"))
    delete(engine, ["deleted"], Reason.ASKED, LATER, ANA)
    kept.versions.append("stands", addendum_to(case, at=LATER))
    found = differences(engine, backup, key)
    assert found == Differences(lost=2, earlier=1, back=1, deleted=1, addenda=1)
    assert not found.none


def test_a_backup_of_an_older_revision_is_compared_too(tmp_path, cases):
    engine = open_database(tmp_path / "now.db")
    Consultations(engine, ANA).save("first", cases["reference"], LATER)
    old = Backup(tmp_path, BEGIN)
    shutil.copy(FOLDER / "0001.db", old.path)
    assert differences(engine, old, None) == Differences(earlier=1, back=1)
    engine.dispose()


def test_a_backup_that_cannot_be_read_is_said(engine, key, tmp_path):
    backup = back_up(engine, key, tmp_path, BEGIN)
    backup.path.write_bytes(b"a letter" * 1000)
    with pytest.raises(Unavailable) as caught:
        differences(engine, backup, key)
    assert caught.value.sentence == BACKUP_DAMAGED
