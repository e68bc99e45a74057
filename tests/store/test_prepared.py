"""A prepared statement says to the driver what SQLAlchemy would have said, on a file and on a server."""

from datetime import timedelta, timezone

import pytest
from sqlalchemy import bindparam

from kneedesk.store.database import open_database, reading, writing
from kneedesk.store.postgres import open_server
from kneedesk.store.prepared import Prepared, driver_of
from kneedesk.store.tables import notes
from tests.store.conftest import BEGIN

ADD = Prepared(notes.insert())
CHANGE = Prepared(notes.update().where(notes.c.key == bindparam("kept")))
WORDS = "it's :one %(two)s ? % \u2028 李 <b>"


@pytest.fixture(params=["file", "server"])
def engine(request, path, key):
    if request.param == "server":
        engine = open_server(request.getfixturevalue("server").address(), "first")
    else:
        engine = open_database(path, key)
    yield engine
    engine.dispose()


def rows_of(engine):
    with reading(engine) as connection:
        return [tuple(row) for row in connection.execute(notes.select().order_by(notes.c.key))]


def test_values_of_every_kind_are_written_as_they_are(engine):
    quito = BEGIN.astimezone(timezone(timedelta(hours=-5)))
    with writing(engine) as connection:
        ADD.execute(connection, {"key": "a", "words": WORDS, "at": quito})
        ADD.execute(connection, {"at": BEGIN, "key": "b", "words": "x"})  # in whatever order they are named
    assert rows_of(engine) == [("a", WORDS, BEGIN), ("b", "x", BEGIN)]


def test_only_what_is_named_is_changed_and_it_is_said_whether_there_was_any(engine):
    with writing(engine) as connection:
        ADD.execute(connection, {"key": "a", "words": "x", "at": BEGIN})
        assert CHANGE.execute(connection, {"words": WORDS, "kept": "a"}).rowcount == 1
        assert CHANGE.execute(connection, {"words": "y", "at": BEGIN, "kept": "b"}).rowcount == 0
    assert rows_of(engine) == [("a", WORDS, BEGIN)]


def test_the_driver_executes_what_it_is_given(engine):
    with writing(engine) as connection:
        assert driver_of(connection).execute("SELECT 1").fetchall() == [(1,)]
