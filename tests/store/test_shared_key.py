"""All desks of a practice seal with one key, which the server keeps locked; each verifies what any of them sealed."""

import threading

import pytest

from kneedesk.store.faults import Unavailable
from kneedesk.store.known_seals import own_keys
from kneedesk.store.postgres import open_server
from kneedesk.store.practice_keys import FILE, KEY_DAMAGED, practice_key
from kneedesk.store.shared_key import FOLDER, offer_key, shared_practice_key
from tests.store.conftest import BEGIN, KEY


@pytest.fixture
def engine(server):
    engine = open_server(server.address(), "first")
    yield engine
    engine.dispose()


def key_at(engine, folder, secret=KEY):
    return shared_practice_key(engine, folder, "Riverside", BEGIN, secret)


def test_the_first_desk_makes_it_and_the_others_take_it(engine, tmp_path):
    first = key_at(engine, tmp_path / "one")
    assert key_at(engine, tmp_path / "two") == first == key_at(engine, tmp_path / "one")
    assert own_keys(tmp_path / "one") == own_keys(tmp_path / "two") == {first.fingerprint}


def test_desks_that_seal_at_once_make_one(engine, server, tmp_path):
    made, begin = [], threading.Barrier(3)

    def seal(desk):
        own = open_server(server.address(), desk)
        begin.wait()
        made.append(key_at(own, tmp_path / desk))
        own.dispose()

    threads = [threading.Thread(target=seal, args=(desk,)) for desk in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 3
    assert len({key.fingerprint for key in made}) == 1


def test_what_a_desk_sealed_with_before_it_shared_stays_known(engine, tmp_path):
    key_at(engine, tmp_path / "one")
    own = practice_key(tmp_path / "two", "Two", BEGIN, KEY)
    shared = key_at(engine, tmp_path / "two")
    assert own_keys(tmp_path / "two") == {own.fingerprint, shared.fingerprint}


def test_it_is_locked_on_the_server(engine, server, tmp_path):
    key_at(engine, tmp_path)
    ((content,),) = server.rule("SELECT content FROM locked_keys WHERE number = 2")
    assert "BEGIN ENCRYPTED PRIVATE KEY" in content
    with pytest.raises(Unavailable) as caught:
        key_at(engine, tmp_path / "other", bytes(32))
    assert caught.value.sentence == KEY_DAMAGED


def test_a_practice_that_moves_takes_its_key_along_once(engine, tmp_path):
    assert not offer_key(engine, tmp_path)
    own = practice_key(tmp_path, "Riverside", BEGIN, KEY)
    assert offer_key(engine, tmp_path)
    assert not offer_key(engine, tmp_path)
    assert key_at(engine, tmp_path / "other") == own
    assert (tmp_path / "other" / FOLDER / FILE).exists()
