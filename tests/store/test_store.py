"""One store that is open: what it lends is of one file, in one name, and nothing of the key stays when it is closed."""

import pytest

from kneedesk.store.connections import is_plain
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import FILE, open_database
from kneedesk.store.faults import OTHER_KEY, Unavailable
from kneedesk.store.store import open_store
from tests.people import ANA
from tests.store.conftest import BEGIN, KEY


def test_what_is_kept_is_there_again_for_whoever_has_the_key(tmp_path, cases, key):
    store = open_store(tmp_path, ANA, key)
    store.consultations.save("k", cases["reference"], BEGIN)
    store.close()
    assert (store.user, store.key) == (ANA, None)
    assert is_plain(tmp_path / FILE) == (key is None)
    again = open_store(tmp_path, ANA, key)
    assert again.consultations.read("k") == cases["reference"]
    again.close()


def test_a_plain_store_is_encrypted_before_anything_is_read(tmp_path, cases):
    plain = Consultations(open_database(tmp_path / FILE), ANA)
    plain.save("k", cases["reference"], BEGIN)
    plain.close()
    store = open_store(tmp_path, ANA, KEY)
    assert not is_plain(tmp_path / FILE)
    assert store.consultations.read("k") == cases["reference"]
    store.close()


def test_with_another_key_it_is_said_and_nothing_is_changed(tmp_path):
    open_store(tmp_path, ANA, KEY).close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(Unavailable) as caught:
        open_store(tmp_path, ANA, bytes(32))
    assert caught.value.sentence == OTHER_KEY
    assert (tmp_path / FILE).read_bytes() == before
