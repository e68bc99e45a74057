"""All desks of a practice know the same users, who unlock at each of them with one passphrase."""

from datetime import timedelta

import pytest

from kneedesk.store import server_faults
from kneedesk.store.addresses import Address
from kneedesk.store.faults import Unavailable
from kneedesk.store.server_vault import OTHERS_CHANGED, ServerVault
from kneedesk.store.vault import MADE_ALREADY, TOO_SOON, WRONG, Vault
from kneedesk.store.vault_file import VAULT_MISSING
from tests.people import ANA, BEN, OTHER_PASSPHRASE, PASSPHRASE, QUICK
from tests.store.conftest import BEGIN


@pytest.fixture
def places(server):
    """Return the locked keys as two desks come to them."""
    return [ServerVault(server.address(), desk) for desk in ("first", "second")]


@pytest.fixture
def vaults(places):
    return [Vault(place, QUICK) for place in places]


def refused(work):
    with pytest.raises(Unavailable) as caught:
        work()
    return caught.value.sentence


def test_a_practice_without_users_has_no_vault(vaults):
    assert not vaults[0].is_made()
    assert refused(vaults[0].users) == VAULT_MISSING


def test_a_user_who_is_added_at_one_desk_unlocks_at_the_other(vaults):
    first, second = vaults
    key, _ = first.make(ANA, PASSPHRASE)
    assert second.unlock(ANA.id, PASSPHRASE, BEGIN) == key
    second.add(key, BEN, OTHER_PASSPHRASE)
    assert first.users() == (ANA, BEN)
    assert first.unlock(BEN.id, OTHER_PASSPHRASE, BEGIN) == key


def test_it_is_made_once(vaults):
    first, second = vaults
    first.make(ANA, PASSPHRASE)
    assert refused(lambda: second.make(BEN, OTHER_PASSPHRASE)) == MADE_ALREADY


def test_wrong_passphrases_at_one_desk_slow_down_the_other(vaults):
    first, second = vaults
    first.make(ANA, PASSPHRASE)
    now = BEGIN
    for _ in range(8):
        assert refused(lambda: first.unlock(ANA.id, "wrong", now)) in (WRONG, TOO_SOON)  # noqa: B023
        now += timedelta(seconds=1)
    assert second.wait(ANA.id, now)
    assert refused(lambda: second.unlock(ANA.id, PASSPHRASE, now)) == TOO_SOON


def test_two_desks_that_change_it_at_once_do_not_undo_each_other(vaults, places):
    first, second = vaults
    key, _ = first.make(ANA, PASSPHRASE)
    before = places[1].read()
    first.add(key, BEN, OTHER_PASSPHRASE)
    assert refused(lambda: places[1].write(before)) == OTHERS_CHANGED
    assert second.users() == (ANA, BEN)
    second.remove(key, BEN.id)
    assert first.users() == (ANA,)


def test_two_desks_that_make_it_at_once_make_one(vaults, places):
    assert not places[1].is_made()
    first, second = vaults
    first.make(ANA, PASSPHRASE)
    contents = places[0].read()
    assert refused(lambda: places[1].write(contents)) == OTHERS_CHANGED
    assert second.is_made()


def test_a_server_that_is_away_is_said():
    away = Vault(ServerVault(Address.read("postgresql://desk@localhost/practice?host=/nowhere"), "first"))
    assert refused(away.users) == server_faults.UNREACHABLE
