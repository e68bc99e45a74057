"""What the store knows of seals: the practice's own key, and which version of a consultation stands."""

from datetime import UTC, datetime

import pytest

from kneedesk.domain.versions import amend, finalise
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import FILE, open_database
from kneedesk.store.known_seals import own_keys, standing_in
from kneedesk.store.practice_keys import FILE as KEY_FILE
from kneedesk.store.practice_keys import practice_key
from tests.people import ANA

AT = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)


def test_looking_makes_neither_a_key_nor_a_store(tmp_path):
    assert own_keys(tmp_path) == frozenset()
    with standing_in(tmp_path) as standing:
        assert standing("0" * 64) is None
    assert list(tmp_path.iterdir()) == []


def test_the_practices_key_is_known_and_a_damaged_one_is_none(tmp_path):
    key = practice_key(tmp_path, "Riverside", AT)
    assert own_keys(tmp_path) == {key.fingerprint}
    (tmp_path / KEY_FILE).write_bytes(b"")
    assert own_keys(tmp_path) == frozenset()


@pytest.fixture
def versions(cases, tmp_path):
    """Keep a consultation that was finalised, amended and finalised again; return both digests."""
    first = finalise(cases["reference"], "2026.11", AT)
    second = finalise(amend(first, "The dose was wrong.", AT), "2026.11", AT)
    engine = open_database(tmp_path / FILE)
    for each in (first, second):
        Consultations(engine, ANA).save("key", each, AT)
    engine.dispose()
    return first.finalised.digest, second.finalised.digest


def test_a_version_is_current_until_a_later_one_stands(versions, tmp_path):
    with standing_in(tmp_path) as standing:
        assert [standing(digest) for digest in (*versions, "0" * 64)] == ["superseded", "current", None]


def test_a_store_that_cannot_be_read_knows_nothing(tmp_path):
    (tmp_path / FILE).write_bytes(b"no store at all, but as long as a header of SQLite would be" * 10)
    with standing_in(tmp_path) as standing:
        assert standing("0" * 64) is None


def test_a_store_that_goes_away_meanwhile_knows_nothing(versions, tmp_path):
    with standing_in(tmp_path) as standing:
        (tmp_path / FILE).unlink()
        assert standing(versions[0]) is None
