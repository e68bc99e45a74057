"""One connection: Python's driver for a plain file, SQLCipher's for an encrypted one."""

import sqlite3
from contextlib import closing

import pytest
from sqlcipher3 import dbapi2

from kneedesk.store.connections import connect, driver, is_plain, keying
from tests.store.conftest import KEY


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "store.db"
    path.touch()
    return path


def test_each_file_has_its_driver(file):
    assert driver(None) is sqlite3
    assert driver(KEY) is dbapi2
    with closing(connect(file)) as plain, closing(connect(file, KEY)) as encrypted:
        assert isinstance(plain, sqlite3.Connection)
        assert isinstance(encrypted, dbapi2.Connection)


def test_what_was_written_is_read_with_the_same_key_only(file, key):
    with closing(connect(file, key)) as connection:
        connection.execute("CREATE TABLE held (x)")
        connection.execute("INSERT INTO held VALUES ('words')")
    with closing(connect(file, key)) as connection:
        assert connection.execute("SELECT x FROM held").fetchall() == [("words",)]
    other = bytes(32) if key else KEY
    with closing(connect(file, other)) as connection, pytest.raises(dbapi2.DatabaseError, match="not a database"):
        connection.execute("SELECT x FROM held")


def test_the_key_is_the_key_itself_and_no_passphrase(file):
    with closing(connect(file, KEY)) as connection:
        connection.execute("CREATE TABLE held (x)")
    with closing(dbapi2.connect(str(file))) as connection:
        connection.execute(keying(KEY))
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("held",)]


def test_a_file_that_is_gone_is_not_made(tmp_path, key):
    with pytest.raises(driver(key).OperationalError):
        connect(tmp_path / "nowhere.db", key)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_has_32_bytes(file, length):
    with pytest.raises(ValueError, match="32 bytes"):
        connect(file, bytes(length))


def test_a_plain_file_is_told_from_an_encrypted_one(file, key):
    assert not is_plain(file)
    with closing(connect(file, key)) as connection:
        connection.execute("CREATE TABLE held (x)")
    assert is_plain(file) is (key is None)
