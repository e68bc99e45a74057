"""One store that is open: what it lends is of one file, in one name, and nothing of the key stays when it is closed."""

import shutil
from contextlib import closing

import pytest

from kneedesk.store import faults
from kneedesk.store.backups import BACKUP_NOT_KEPT, backups_in, look_into
from kneedesk.store.connections import connect, is_plain
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import FILE, open_database
from kneedesk.store.faults import OTHER_KEY, Unavailable
from kneedesk.store.migrations import REVISIONS
from kneedesk.store.store import open_store
from tests.people import ANA
from tests.store.conftest import BEGIN, KEY
from tests.store.keep_revision import FOLDER, HELD


def test_what_is_kept_is_there_again_for_whoever_has_the_key(tmp_path, cases, key):
    store = open_store(tmp_path, ANA, key, BEGIN)
    store.consultations.save("k", cases["reference"], BEGIN)
    store.close()
    assert (store.user, store.key) == (ANA, None)
    assert is_plain(tmp_path / FILE) == (key is None)
    again = open_store(tmp_path, ANA, key, BEGIN)
    assert again.consultations.read("k") == cases["reference"]
    again.close()


def test_a_plain_store_is_encrypted_before_anything_is_read(tmp_path, cases):
    plain = Consultations(open_database(tmp_path / FILE), ANA)
    plain.save("k", cases["reference"], BEGIN)
    plain.close()
    store = open_store(tmp_path, ANA, KEY, BEGIN)
    assert not is_plain(tmp_path / FILE)
    assert store.consultations.read("k") == cases["reference"]
    store.close()


def test_with_another_key_it_is_said_and_nothing_is_changed(tmp_path):
    open_store(tmp_path, ANA, KEY, BEGIN).close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(Unavailable) as caught:
        open_store(tmp_path, ANA, bytes(32), BEGIN)
    assert caught.value.sentence == OTHER_KEY
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_older_store_is_brought_up_to_date_only_after_a_backup_that_was_read_back(tmp_path, revision, key):
    shutil.copy(FOLDER / f"{revision}.db", tmp_path / FILE)
    store = open_store(tmp_path, ANA, key, BEGIN)
    (made,) = backups_in(tmp_path / "backups")
    assert look_into(made, key).consultations == store.consultations.count() == len(HELD)
    with closing(connect(made.path, key)) as before:
        assert before.execute("SELECT version_num FROM alembic_version").fetchone() == (revision,)
    store.close()
    open_store(tmp_path, ANA, key, BEGIN).close()
    assert len(backups_in(tmp_path / "backups")) == 1


def test_without_a_backup_an_older_store_stays_as_it_is_and_it_is_said(tmp_path):
    shutil.copy(FOLDER / "0003.db", tmp_path / FILE)
    (tmp_path / "backups").touch()
    before = (tmp_path / FILE).read_bytes()
    for _ in range(2):
        with pytest.raises(Unavailable) as caught:
            open_store(tmp_path, ANA, None, BEGIN)
        assert caught.value.sentences == (faults.AFTER_A_BACKUP, BACKUP_NOT_KEPT)
    with closing(connect(tmp_path / FILE)) as kept:
        assert kept.execute("SELECT version_num FROM alembic_version").fetchone() == ("0003",)
    assert len(before) == (tmp_path / FILE).stat().st_size
