"""The drill: the computer is gone, and a backup on a new one brings back everything that was kept."""

import os
import shutil
import stat

import pytest

from kneedesk.domain.versions import finalise
from kneedesk.store import bringing, faults
from kneedesk.store.archive import Copy
from kneedesk.store.backups import back_up, look_into
from kneedesk.store.bringing import NO_BACKUP, SOMETHING_THERE, bring_in
from kneedesk.store.database import FILE
from kneedesk.store.faults import Unavailable
from kneedesk.store.files import VAULT
from kneedesk.store.journal import verify_journal
from kneedesk.store.practice_keys import FILE as SEALS
from kneedesk.store.practice_keys import practice_key, read_key
from kneedesk.store.store import open_store
from kneedesk.store.vault import Vault
from tests.people import ANA, OTHER_PASSPHRASE, PASSPHRASE, QUICK
from tests.store.conftest import BEGIN
from tests.store.test_versions import addendum_to


class Lost:
    """What a practice kept on a computer that is gone: its last backup, and what it knows by heart or on paper."""

    def __init__(self, place, case):
        home, self.drive, self.new = place / "old", place / "drive", place / "new"
        key, self.recovery = Vault(home / VAULT, QUICK).make(ANA, PASSPHRASE)
        store, self.version = open_store(home, ANA, key, BEGIN), finalise(case, "2026.1", BEGIN)
        store.consultations.save("k", self.version, BEGIN)
        store.consultations.versions.append("k", addendum_to(self.version))
        store.consultations.notes.keep("k", "afraid of needles", BEGIN)
        self.seals = practice_key(home, "Riverside", BEGIN, key)
        self.copy = Copy(self.version.finalised.digest, "consent_form", "en", "a4")
        store.archive.keep(self.copy, b"%PDF sealed")
        self.backup = back_up(store.engine, key, self.drive, BEGIN, home / VAULT)
        self.head = look_into(self.backup, key).head
        store.close()
        shutil.rmtree(home)

    def opened(self, key):
        return open_store(self.new, ANA, key, BEGIN)


@pytest.fixture
def lost(tmp_path, cases):
    return Lost(tmp_path, cases["reference"])


def refusal(*arguments):
    with pytest.raises(Unavailable) as caught:
        bring_in(*arguments)
    return caught.value.sentence


def test_21_CFR_11_10_c_restore_drill_everything_that_was_kept_is_read_on_another_computer(lost):
    bring_in(lost.backup.path, lost.new)
    key = Vault(lost.new / VAULT, QUICK).unlock(ANA.id, PASSPHRASE, BEGIN)
    store = lost.opened(key)
    assert store.consultations.read("k") == store.consultations.versions.read("k", 1) == lost.version
    assert list(store.consultations.versions.addenda("k")) == [addendum_to(lost.version)]
    assert store.consultations.notes.read("k") == "afraid of needles"
    assert store.archive.read(lost.copy) == b"%PDF sealed", "the same to the byte"
    assert verify_journal(store.engine, [lost.head]) == []
    assert read_key(lost.new, key) == lost.seals, "what was sealed before is known as the practice's own"
    store.close()


def test_HIPAA_164_312_a2ii_emergency_access_by_the_recovery_key_on_paper(lost):
    """Nobody who knows a passphrase is there: the printed recovery key gives one person a new one, and opens it."""
    bring_in(lost.backup.path, lost.new)
    vault = Vault(lost.new / VAULT, QUICK)
    store = lost.opened(vault.recover(lost.recovery, ANA.id, OTHER_PASSPHRASE, BEGIN))
    assert store.consultations.read("k") == lost.version
    store.close()
    assert vault.unlock(ANA.id, OTHER_PASSPHRASE, BEGIN)
    with pytest.raises(Unavailable):
        vault.unlock(ANA.id, PASSPHRASE, BEGIN)


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX's")
def test_only_its_owner_reads_what_was_brought(lost):
    bring_in(lost.backup.path, lost.new)
    assert {stat.S_IMODE(found.stat().st_mode) for found in lost.new.iterdir()} == {0o600}
    assert sorted(found.name for found in lost.new.iterdir()) == [FILE, SEALS, VAULT]


def test_what_is_no_backup_is_refused(lost, tmp_path):
    (tmp_path / "letter.sqlite").write_bytes(b"Dear colleague")
    assert refusal(tmp_path / "letter.sqlite", lost.new) == NO_BACKUP
    lost.backup.vault.unlink()
    assert refusal(lost.backup.path, lost.new) == NO_BACKUP
    assert not lost.new.exists()


@pytest.mark.parametrize("name", [FILE, VAULT])
def test_nothing_is_written_over(lost, name):
    lost.new.mkdir()
    (lost.new / name).write_bytes(b"of today")
    assert refusal(lost.backup.path, lost.new) == SOMETHING_THERE
    assert [found.read_bytes() for found in lost.new.iterdir()] == [b"of today"]


def test_where_it_cannot_be_copied_no_store_is_left_and_it_can_be_tried_again(lost, monkeypatch):
    def fail(*_):
        raise OSError(28, "no space")

    with monkeypatch.context() as patched:
        patched.setattr(bringing, "replace_file", fail)
        assert refusal(lost.backup.path, lost.new) == faults.FULL
    assert not {found.name for found in lost.new.iterdir()} & {FILE, VAULT}
    bring_in(lost.backup.path, lost.new)
    assert (lost.new / VAULT).exists()
