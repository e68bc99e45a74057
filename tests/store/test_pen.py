"""The pen stays at hand from one change to the next, and is put down with the store, with a fault and with the file."""

import threading
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from kneedesk.store import faults
from kneedesk.store.database import reading, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.pen import Pen
from kneedesk.store.tables import notes
from tests.store.conftest import BEGIN


@pytest.fixture
def opened(engine):
    """Return a list that grows with every connection that is opened from now on."""
    engine.dispose()
    made = []
    event.listen(engine, "connect", lambda *_: made.append(1))
    return made


def note(pen, key):
    with pen.writing() as connection:
        connection.execute(notes.insert(), {"key": key, "words": "x", "at": BEGIN})


@contextmanager
def left_with(pen, key):
    """Let a part of a test happen while a change is being written."""
    with pen.writing() as connection:
        connection.execute(notes.insert(), {"key": key, "words": "x", "at": BEGIN})
        yield


def keys_of(engine):
    with reading(engine) as connection:
        return sorted(connection.scalars(notes.select().with_only_columns(notes.c.key)))


def test_one_connection_writes_one_change_after_the_other(engine, opened):
    pen = Pen(engine)
    for key in "abc":
        note(pen, key)
    assert len(opened) == 1
    assert keys_of(engine) == ["a", "b", "c"]


def test_what_is_undone_is_not_kept_and_the_next_begins_anew(engine, opened):
    pen = Pen(engine)
    note(pen, "a")
    with pytest.raises(Unavailable), left_with(pen, "b"):
        raise Unavailable(faults.SUPERSEDED)
    note(pen, "c")
    assert len(opened) == 2
    assert keys_of(engine) == ["a", "c"]


def test_a_fault_of_the_file_is_one_sentence(engine):
    pen = Pen(engine)
    note(pen, "a")
    with pytest.raises(Unavailable) as caught:
        note(pen, "a")  # again: the table refuses it
    assert caught.value.sentence == faults.UNKNOWN
    assert "words" not in str(caught.value)


def test_what_is_written_to_a_file_that_was_taken_away_is_not_said_to_be_kept(engine, path, tmp_path):
    pen = Pen(engine)
    note(pen, "a")
    path.rename(tmp_path / "away")
    with pytest.raises(Unavailable) as caught:
        note(pen, "b")
    assert caught.value.sentence == faults.GONE


@pytest.mark.parametrize("when", ["before", "meanwhile"])
def test_it_is_put_down_when_the_store_is_closed(engine, path, when):
    pen = Pen(engine)
    note(pen, "a")
    if when == "meanwhile":
        with left_with(pen, "b"):
            engine.dispose()
    engine.dispose()
    assert [found.name for found in path.parent.iterdir()] == [path.name], "the log was not written back"
    assert "a" in keys_of(engine)


def test_it_is_put_down_when_nobody_has_it(engine, path):
    note(Pen(engine), "a")
    engine.dispose()
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_two_who_write_at_once_wait_for_each_other(engine):
    pen = Pen(engine)

    def write(name):
        for number in range(20):
            note(pen, f"{name}{number}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys_of(engine)) == 40


def test_others_write_between_two_changes(engine):
    pen = Pen(engine)
    note(pen, "a")
    with writing(engine) as connection:
        connection.execute(notes.delete())
    note(pen, "b")
    assert keys_of(engine) == ["b"]
