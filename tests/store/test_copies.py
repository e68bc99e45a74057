"""A whole copy, and what tells that two files hold the same."""

from contextlib import closing

import pytest

from kneedesk.store import copies, faults
from kneedesk.store.connections import connect, driver
from kneedesk.store.copies import copy_whole, counts, digests, is_sound, shape
from kneedesk.store.faults import Unavailable
from kneedesk.store.progress import CalledOff, Progress


@pytest.fixture
def make(tmp_path, key):
    """Return a function that makes a file with two tables and rows, and returns a connection to it."""
    made = []

    def make(name, *rows):
        path = tmp_path / name
        path.touch()
        connection = connect(path, key)
        connection.execute("CREATE TABLE names (name TEXT, mark)")
        connection.execute("CREATE TABLE empty (x)")
        connection.executemany("INSERT INTO names VALUES (?, ?)", rows)
        made.append(connection)
        return connection

    yield make
    for connection in made:
        connection.close()


def test_a_copy_takes_the_place_of_all_that_was_there(make):
    source, target = make("a.db", ("Ana", 1), ("Ben", None)), make("b.db", ("Carl", b"\0"))
    target.execute("CREATE TABLE more (x)")
    copy_whole(source, target)
    assert shape(target) == shape(source)
    assert digests(target) == digests(source)
    assert counts(target) == {"empty": 0, "names": 2}


@pytest.mark.parametrize(
    "rows",
    [[("Ana", 1)], [("Ana", 1), ("Ben", 3)], [("Ben", 2), ("Ana", 1)], [("Ana", "1"), ("Ben", 2)], [("Ana", 1.0)] * 2],
)
def test_rows_that_differ_have_another_digest(make, rows):
    one, other = digests(make("a.db", ("Ana", 1), ("Ben", 2))), digests(make("b.db", *rows))
    assert one["names"] != other["names"]
    assert one["empty"] == other["empty"]


def test_a_sound_file_is_told_from_one_with_a_damaged_page(make, tmp_path, key):
    make("a.db", *[("x" * 1000, number) for number in range(30)]).close()
    path = tmp_path / "a.db"
    with closing(connect(path, key)) as connection:
        assert is_sound(connection, key is not None)
    content = bytearray(path.read_bytes())
    content[8192:8300] = bytes(108)  # the header of a page of rows
    path.write_bytes(content)
    with closing(connect(path, key)) as connection:
        try:
            assert not is_sound(connection, key is not None)
        except driver(key).DatabaseError as error:
            assert "malformed" in str(error)  # noqa: PT017 - either of the two will do


def test_another_program_that_does_not_let_go_is_said(make, tmp_path, key, monkeypatch):
    monkeypatch.setattr(copies, "_TRIES", 1)
    source, target = make("a.db", ("Ana", 1)), make("b.db")
    target.execute("PRAGMA busy_timeout = 0")
    with closing(connect(tmp_path / "b.db", key)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Unavailable) as caught:
            copy_whole(source, target)
    assert caught.value.sentence == faults.LOCKED
    assert counts(target) == {"empty": 0, "names": 0}


def test_progress_is_told_and_what_is_called_off_leaves_the_target_as_it_was(make):
    rows = [("x" * 4000, number) for number in range(600)]
    source, target, told = make("a.db", *rows), make("b.db", ("Carl", 1)), []
    before = digests(target)

    def tell(done, of):
        told.append((done, of))
        progress.call_off()

    progress = Progress(tell)
    with pytest.raises(CalledOff):
        copy_whole(source, target, progress)
    assert digests(target) == before
    assert len(told) == 1
    assert 0 < told[0][0] < told[0][1]
    steps = []
    copy_whole(source, target, Progress(lambda done, of: steps.append((done, of))))
    assert digests(target) == digests(source)
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1] > 600
