"""The vault: each user's passphrase and the recovery key open one data key, and nothing else does."""

import json
import logging
import os
import stat
import traceback
from datetime import UTC, datetime, timedelta

import pytest

from kneedesk.store import files, vault
from kneedesk.store.faults import Unavailable
from kneedesk.store.passphrases import TOO_SHORT
from kneedesk.store.recovery_key import Misread
from kneedesk.store.users import Role, User
from kneedesk.store.vault import (
    LAST_USER,
    MADE_ALREADY,
    SAME_NAME,
    TOO_SOON,
    UNKNOWN_USER,
    WRONG,
    WRONG_RECOVERY,
    Vault,
)
from kneedesk.store.vault_file import RECOVERY, VAULT_DAMAGED, VAULT_NOT_KEPT
from kneedesk.store.wraps import Cost

AT = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
ANA = User("ana-1", "Dr. Ana Núñez", Role.PHYSICIAN)
BEN = User("ben-2", "Ben Ortiz", Role.NURSE)
WORDS, OTHER, THIRD = "copper lantern walks north", "seven quiet rivers bend", "maple under winter glass"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / vault.FILE


@pytest.fixture
def closed(path):
    """Return a vault that nobody made yet, with guesses that cost next to nothing."""
    return Vault(path, Cost(memory=8, passes=1, lanes=1))


@pytest.fixture
def made(closed):
    """Return a vault with its data key and its recovery key."""
    key, recovery = closed.make(ANA, WORDS)
    return closed, key, recovery


def refusal(work, *arguments):
    with pytest.raises(Unavailable) as caught:
        work(*arguments)
    return caught.value.sentence


def fail(opened, times, at=AT, who=ANA.id):
    """Try a wrong passphrase, each time once the wait is over; return the instant after the last one."""
    for _ in range(times):
        at += opened.wait(who, at)
        assert refusal(opened.unlock, who, OTHER, at) == WRONG
    return at


def test_the_vault_opens_with_the_passphrase_and_with_the_recovery_key(made):
    opened, key, recovery = made
    assert len(key) == 32
    assert opened.unlock(ANA.id, WORDS, AT) == key
    assert opened.unlock_by_recovery_key(recovery.lower(), AT) == key
    assert list(opened.users()) == [ANA]


def test_with_the_cost_that_ships_it_opens_too(path):
    key, _ = Vault(path).make(ANA, WORDS)
    assert Vault(path).unlock(ANA.id, WORDS, AT) == key
    assert json.loads(path.read_bytes())["users"][0]["copy"]["memory"] == 65536


def test_two_vaults_share_nothing(made, tmp_path):
    other_key, other_recovery = Vault(tmp_path / "other.json", Cost(8, 1, 1)).make(ANA, WORDS)
    opened, key, _ = made
    assert other_key != key
    assert refusal(opened.unlock_by_recovery_key, other_recovery, AT) == WRONG_RECOVERY


def test_the_file_holds_no_secret_and_is_its_owners_alone(made, path):
    _, key, recovery = made
    text = path.read_text()
    assert not any(secret in text for secret in (WORDS, key.hex(), recovery, *recovery.split("-")))
    if os.name == "posix":
        assert [stat.S_IMODE(found.stat().st_mode) for found in (path.parent, path)] == [0o700, 0o600]


def test_a_vault_is_never_made_over_another(made, path):
    opened, _, _ = made
    before = path.read_bytes()
    assert refusal(opened.make, BEN, OTHER) == MADE_ALREADY
    path.write_bytes(b"damaged")
    assert refusal(opened.make, BEN, OTHER) == MADE_ALREADY
    path.write_bytes(before)
    assert list(opened.users()) == [ANA]


def test_a_weak_passphrase_is_refused_wherever_one_is_chosen(closed, path):
    assert refusal(closed.make, ANA, "short") == TOO_SHORT
    assert not path.exists()
    key, recovery = closed.make(ANA, WORDS)
    before = path.read_bytes()
    assert refusal(closed.add, key, BEN, "short") == TOO_SHORT
    assert refusal(closed.change_passphrase, ANA.id, WORDS, "short", AT) == TOO_SHORT
    assert refusal(closed.recover, recovery, ANA.id, "short", AT) == TOO_SHORT
    assert path.read_bytes() == before


def test_each_user_unlocks_with_their_own_passphrase_only(made):
    opened, key, _ = made
    opened.add(key, BEN, OTHER)
    assert list(opened.users()) == [ANA, BEN]
    assert opened.unlock(BEN.id, OTHER, AT) == opened.unlock(ANA.id, WORDS, AT) == key
    assert refusal(opened.unlock, BEN.id, WORDS, AT) == WRONG


def test_a_name_and_an_id_are_given_once(made):
    opened, key, _ = made
    assert refusal(opened.add, key, User("other", "dr. ana núñez", Role.NURSE), OTHER) == SAME_NAME
    with pytest.raises(ValueError, match="an id is given once"):
        opened.add(key, User(ANA.id, "Ben", Role.NURSE), OTHER)


def test_a_user_who_is_removed_unlocks_no_more_and_the_last_one_stays(made):
    opened, key, recovery = made
    opened.add(key, BEN, OTHER)
    opened.remove(key, ANA.id)
    assert refusal(opened.unlock, ANA.id, WORDS, AT) == UNKNOWN_USER
    assert refusal(opened.remove, key, BEN.id) == LAST_USER
    assert opened.unlock(BEN.id, OTHER, AT) == opened.unlock_by_recovery_key(recovery, AT) == key


def test_who_does_not_hold_the_key_changes_nothing(made, path):
    opened, _, _ = made
    before = path.read_bytes()
    for work in (
        lambda: opened.add(bytes(32), BEN, OTHER),
        lambda: opened.remove(bytes(32), ANA.id),
        lambda: opened.renew_recovery_key(bytes(32)),
    ):
        with pytest.raises(ValueError, match="not the key of this vault"):
            work()
    assert path.read_bytes() == before


def test_a_changed_passphrase_replaces_the_old_one_and_keeps_the_key(made):
    opened, key, recovery = made
    opened.change_passphrase(ANA.id, WORDS, OTHER, AT)
    assert opened.unlock(ANA.id, OTHER, AT) == opened.unlock_by_recovery_key(recovery, AT) == key
    assert refusal(opened.unlock, ANA.id, WORDS, AT) == WRONG
    assert refusal(opened.change_passphrase, ANA.id, WORDS, THIRD, AT) == WRONG


def test_a_forgotten_passphrase_is_recovered_by_the_recovery_key_and_by_nothing_else(made):
    opened, key, recovery = made
    assert opened.recover(recovery, ANA.id, OTHER, AT) == key
    assert opened.unlock(ANA.id, OTHER, AT) == key
    renewed = opened.renew_recovery_key(key)
    assert refusal(opened.recover, recovery, ANA.id, THIRD, AT) == WRONG_RECOVERY
    assert opened.unlock_by_recovery_key(renewed, AT) == key


def test_a_slip_in_the_recovery_key_is_no_attempt(made):
    opened, _, recovery = made
    with pytest.raises(Misread):
        opened.unlock_by_recovery_key(recovery[:-1], AT)
    assert not opened.failures(RECOVERY)


def test_a_wrong_passphrase_slows_down_and_starting_anew_does_not_help(made, path):
    opened, key, _ = made
    at = fail(opened, 3)
    again = Vault(path, Cost(8, 1, 1))
    assert again.wait(ANA.id, at) == timedelta(seconds=5)
    assert refusal(again.unlock, ANA.id, WORDS, at) == TOO_SOON
    assert len(again.failures(ANA.id)) == 3
    assert again.unlock(ANA.id, WORDS, at + timedelta(seconds=5)) == key


def test_the_wait_is_each_users_own_and_the_recovery_keys_own(made, tmp_path):
    opened, key, recovery = made
    opened.add(key, BEN, OTHER)
    at = fail(opened, 5)
    assert opened.unlock(BEN.id, OTHER, at) == opened.unlock_by_recovery_key(recovery, at) == key
    _, foreign = Vault(tmp_path / "other.json", Cost(8, 1, 1)).make(ANA, WORDS)
    for _ in range(3):
        assert refusal(opened.unlock_by_recovery_key, foreign, at) == WRONG_RECOVERY
    assert refusal(opened.unlock_by_recovery_key, recovery, at) == TOO_SOON


def test_failures_are_kept_until_the_journal_has_them(made):
    opened, _, _ = made
    at = fail(opened, 2)
    opened.unlock(ANA.id, WORDS, at)
    assert list(opened.failures(ANA.id)) == [AT, AT]
    opened.forget_failures(ANA.id)
    assert list(opened.failures(ANA.id)) == []
    assert opened.wait(ANA.id, at) == timedelta(0)


def test_a_clock_that_was_set_back_begins_the_wait_again_and_locks_nobody_out(made):
    opened, key, _ = made
    before = AT - timedelta(days=365)
    fail(opened, 3)
    assert refusal(opened.unlock, ANA.id, WORDS, before) == TOO_SOON
    assert opened.unlock(ANA.id, WORDS, before + timedelta(seconds=5)) == key


def test_many_failures_keep_the_file_small(made, path):
    opened, _, _ = made
    fail(opened, 120)
    assert len(opened.failures(ANA.id)) == 100
    assert path.stat().st_size < 10_000


@pytest.mark.parametrize("edit", [{"role": "administrator"}, {"name": "Dr. Ben Ortiz"}], ids=str)
def test_a_role_or_name_that_was_edited_in_the_file_opens_nothing(made, path, edit):
    opened, key, _ = made
    opened.add(key, BEN, OTHER)
    tree = json.loads(path.read_bytes())
    tree["users"][1] |= edit
    path.write_text(json.dumps(tree))
    assert refusal(opened.unlock, BEN.id, OTHER, AT) == WRONG


def test_a_copy_of_another_vault_is_not_taken_for_its_own(made, path, tmp_path):
    opened, _, _ = made
    other = tmp_path / "other.json"
    Vault(other, Cost(8, 1, 1)).make(ANA, OTHER)
    mixed = json.loads(path.read_bytes()) | {"users": json.loads(other.read_bytes())["users"]}
    path.write_text(json.dumps(mixed))
    assert refusal(opened.unlock, ANA.id, OTHER, AT) == VAULT_DAMAGED


def test_a_full_disk_leaves_the_vault_as_it_was(made, path, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "no space left")

    opened, key, _ = made
    before = path.read_bytes()
    monkeypatch.setattr(files.os, "fsync", full)
    assert refusal(opened.add, key, BEN, OTHER) == VAULT_NOT_KEPT
    assert refusal(opened.unlock, ANA.id, OTHER, AT) == VAULT_NOT_KEPT
    assert path.read_bytes() == before
    assert opened.unlock(ANA.id, WORDS, AT) == key


def test_nothing_of_a_passphrase_or_a_key_is_in_an_exception_or_a_log(made, caplog):
    opened, key, recovery = made
    said = [repr(opened)]
    with caplog.at_level(logging.DEBUG):
        for work in (
            lambda: opened.unlock(ANA.id, OTHER, AT),
            lambda: opened.change_passphrase(ANA.id, OTHER, THIRD, AT),
            lambda: opened.add(key, User("x", ANA.name, Role.NURSE), THIRD),
            lambda: opened.unlock_by_recovery_key("2" + recovery, AT),
            lambda: opened.unlock(ANA.id, "\ud800" + OTHER, AT),
        ):
            with pytest.raises((Unavailable, ValueError)) as caught:
                work()
            said += traceback.format_exception(caught.value)
    secrets = (WORDS, OTHER, THIRD, key.hex(), repr(key), *recovery.split("-"))
    assert not [secret for secret in secrets if secret in "".join(said) + caplog.text]
