"""A practice keeps its consultations on this computer, or on a server; both are unlocked and opened alike."""

import pytest

from kneedesk.store.addresses import NO_ADDRESS
from kneedesk.store.desks import desk_in
from kneedesk.store.faults import Unavailable
from kneedesk.store.homes import Home
from kneedesk.store.users import Unlocked
from kneedesk.store.vault import Vault
from tests.people import ANA, PASSPHRASE, QUICK
from tests.store.conftest import BEGIN


@pytest.fixture(params=["computer", "server"])
def home(request, tmp_path):
    if request.param == "computer":
        return Home(tmp_path)
    return Home(tmp_path, request.getfixturevalue("server").place())


def test_who_unlocks_opens_the_store_and_finds_there_what_was_kept(home, cases):
    vault = home.vault()
    assert not vault.is_made()
    key, _ = Vault(vault._place, QUICK).make(ANA, PASSPHRASE)
    for _ in range(2):
        assert home.vault().unlock(ANA.id, PASSPHRASE, BEGIN) == key
        store = home.open(Unlocked(ANA, key), BEGIN)
        store.consultations.save("k", cases["reference"], BEGIN)
        assert store.consultations.read("k") == cases["reference"]
        assert store.history.page("k", 10)
        store.close()
        assert store.key is None


def test_only_a_server_is_shared_with_other_desks(home):
    store = home.open(Unlocked(ANA, bytes(32)), BEGIN)
    assert (store.shared is not None) == home.is_shared
    if store.shared is not None:
        assert store.shared.desk == desk_in(home.folder)
    store.close()


def test_what_is_no_address_is_said(tmp_path):
    home = Home(tmp_path, "knee.example")
    for work in (home.vault, lambda: home.open(Unlocked(ANA, None), BEGIN)):
        with pytest.raises(Unavailable) as caught:
            work()
        assert caught.value.sentence == NO_ADDRESS
