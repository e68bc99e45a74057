"""Away from the window the vault says who can unlock, how long somebody waits, and who is let in by which key."""

from datetime import timedelta

import pytest

from kneedesk.store.backups import back_up
from kneedesk.store.faults import Unavailable
from kneedesk.store.homes import Home
from kneedesk.store.recovery_key import make_recovery_key
from kneedesk.store.store import open_store
from kneedesk.store.vault import FILE, WRONG, Vault
from kneedesk.store.vault_file import RECOVERY
from kneedesk.ui.lock import entering
from tests.people import ANA, BEN, OTHER_PASSPHRASE, PASSPHRASE, QUICK
from tests.ui.running import NOW


def test_nobody_is_known_before_somebody_begins(tmp_path):
    assert entering.known(Home(tmp_path)) == ()


def test_who_is_known_is_let_in_by_the_passphrase_alone(vault, tmp_path):
    assert entering.known(Home(tmp_path)) == (ANA, BEN)
    unlocked = entering.unlock(vault, BEN.id, OTHER_PASSPHRASE, NOW)
    assert (unlocked.user, unlocked.key) == (BEN, vault.key)
    with pytest.raises(Unavailable, match=WRONG):
        entering.unlock(vault, BEN.id, PASSPHRASE, NOW)


def test_a_wait_is_over_at_an_instant(vault):
    assert entering.over(vault, ANA.id, lambda: NOW) is None
    for _ in range(3):
        with pytest.raises(Unavailable):
            entering.unlock(vault, ANA.id, "wrong", NOW)
    assert timedelta() < entering.over(vault, ANA.id, lambda: NOW) - NOW < timedelta(minutes=1)


def test_the_recovery_key_lets_in_and_sets_another_passphrase(vault):
    other = "saddle copper island thread"
    unlocked = entering.recover(vault, ANA.id, vault.recovery, other, NOW)
    assert (unlocked.user, unlocked.key, unlocked.way) == (ANA, vault.key, RECOVERY)
    assert entering.unlock(vault, ANA.id, other, NOW).key == vault.key


def test_the_first_user_makes_the_vault(tmp_path):
    home = Home(tmp_path)
    unlocked = entering.make(Vault(home.vault()._place, QUICK), ANA, PASSPHRASE, make_recovery_key())
    assert entering.known(home) == (ANA,)
    assert entering.unlock(home.vault(), ANA.id, PASSPHRASE, NOW).key == unlocked.key


def test_a_backup_brings_its_users(vault, tmp_path):
    store = open_store(tmp_path, ANA, vault.key, NOW)
    made = back_up(store.engine, vault.key, tmp_path / "drive", NOW, tmp_path / FILE)
    store.close()
    new = Home(tmp_path / "new")
    entering.bring(str(made.path), new)
    assert entering.known(new) == (ANA, BEN)
