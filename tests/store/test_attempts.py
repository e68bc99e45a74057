"""What happened at the lock stands in the journal, in the order in which it happened."""

from datetime import timedelta

import pytest

from kneedesk.store.attempts import WITH_RECOVERY_KEY, note_unlock
from kneedesk.store.chain import Deed
from kneedesk.store.faults import Unavailable
from kneedesk.store.recovery_key import make_recovery_key
from kneedesk.store.store import open_store
from kneedesk.store.vault import FILE, Vault
from tests.people import ANA, BEN, OTHER_PASSPHRASE, PASSPHRASE, QUICK
from tests.store.conftest import BEGIN


@pytest.fixture
def vault(tmp_path):
    return Vault(tmp_path / FILE, QUICK)


def attempt(vault, who, seconds):
    with pytest.raises(Unavailable):
        vault.unlock(who.id, "wrong wrong wrong", BEGIN + timedelta(seconds=seconds))


def test_21_CFR_11_300_who_tried_in_vain_stands_in_the_journal_before_who_unlocked(vault, tmp_path):
    key, _ = vault.make(ANA, PASSPHRASE)
    vault.add(key, BEN, OTHER_PASSPHRASE)
    attempt(vault, BEN, 1)
    attempt(vault, ANA, 2)
    with pytest.raises(Unavailable):
        vault.unlock_by_recovery_key(make_recovery_key(), BEGIN + timedelta(seconds=3))
    store = open_store(tmp_path, ANA, key, BEGIN)
    note_unlock(store, vault, BEGIN + timedelta(seconds=4))
    links = store.journal.of("")
    assert [(link.who, link.deed) for link in links] == [
        (BEN.id, Deed.FAILED_UNLOCK),
        (ANA.id, Deed.FAILED_UNLOCK),
        (WITH_RECOVERY_KEY.id, Deed.FAILED_UNLOCK),
        (ANA.id, Deed.UNLOCK),
    ]
    assert [link.at for link in links] == sorted(link.at for link in links)
    note_unlock(store, vault, BEGIN + timedelta(seconds=5))
    assert [link.deed for link in store.journal.of("")[4:]] == [Deed.UNLOCK]
    store.close()


def test_what_cannot_be_written_is_not_forgotten(vault, tmp_path, monkeypatch):
    key, _ = vault.make(ANA, PASSPHRASE)
    attempt(vault, ANA, 1)
    store = open_store(tmp_path, ANA, key, BEGIN)

    def full(*_):
        raise Unavailable("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(store.journal, "add", full)
        note_unlock(store, vault, BEGIN, "recovery key")
    assert len(vault.failures(ANA.id)) == 1
    assert store.scribe.left == 1
    store.scribe.write()
    assert [(link.deed, link.what) for link in store.journal.of("")] == [(Deed.UNLOCK, "recovery key")]
    store.close()
