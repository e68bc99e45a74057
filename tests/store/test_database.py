"""The file of consultations: made, brought up to date, opened by several, refused when it is not ours."""

import logging
import os
import sqlite3
import stat
import subprocess
import sys
import threading
import traceback
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlcipher3.dbapi2 import DatabaseError

from kneedesk.store import faults
from kneedesk.store.connections import connect
from kneedesk.store.database import open_database, path_of, reading, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.migrations import REVISIONS
from tests.store.conftest import KEY


def refused(path, key=None):
    with pytest.raises(Unavailable) as caught:
        open_database(path, key)
    return caught.value.sentence


def test_a_new_store_is_made_with_its_folder_for_its_owner_alone(engine, path):
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == REVISIONS[-1]
    assert path_of(engine) == path
    if os.name == "posix":
        assert [stat.S_IMODE(found.stat().st_mode) for found in (path.parent, path)] == [0o700, 0o600]
        assert {stat.S_IMODE(found.stat().st_mode) for found in path.parent.iterdir()} == {0o600}


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1)],
)
def test_a_connection_is_safe(engine, pragma, value):
    with reading(engine) as connection:
        assert connection.scalar(text(f"PRAGMA {pragma}")) == value


@pytest.mark.parametrize("name", ["100% d'Åsa?x=1&y#z.db", "rodilla izquierda 李.db"])
def test_any_file_name_is_taken(tmp_path, name):
    engine = open_database(tmp_path / name)
    engine.dispose()
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_neither_alembic_nor_pydantic_is_loaded_to_open_and_list(path):
    program = (
        "import sys; from pathlib import Path; from kneedesk.store.database import open_database;"
        "from kneedesk.store.consultations import Consultations;"
        "c = Consultations(open_database(Path(sys.argv[1])), None); c.find('x'); c.close();"
        "assert not {'alembic', 'pydantic', 'reportlab', 'yaml', 'sqlalchemy.orm', 'sqlcipher3'} & set(sys.modules)"
    )
    for _ in range(2):  # made, then opened
        subprocess.run([sys.executable, "-c", program, path], check=True)


def test_an_empty_file_is_a_new_store(path, key):
    path.parent.mkdir()
    path.touch()
    open_database(path, key).dispose()
    open_database(path, key).dispose()


def test_several_that_make_the_store_at_once_all_get_it(path, key):
    opened, begin = [], threading.Barrier(6)

    def open_it():
        begin.wait()
        opened.append(open_database(path, key))

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for engine in opened:
        engine.dispose()
    assert len(opened) == 6


def test_a_newer_store_is_refused_and_left_as_it_is(engine, path, key):
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    before = path.read_bytes()
    assert refused(path, key) == faults.NEWER
    assert path.read_bytes() == before


def test_another_programs_file_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE consultations (x)")
    before = path.read_bytes()
    assert refused(path) == faults.FOREIGN
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_of_another_kind_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(b"Dear colleague, " * 100)
    assert refused(path) == faults.DAMAGED
    assert path.read_bytes() == b"Dear colleague, " * 100


def test_a_folder_is_refused(tmp_path):
    assert refused(tmp_path) == faults.CLOSED


def test_a_place_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()
    assert refused(tmp_path / "file" / "x" / "kneedesk.db") == faults.CLOSED


def test_a_file_that_another_program_locks_is_refused_in_plain_words(engine, path, key):
    engine.dispose()
    with closing(connect(path, key)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert refused(path, key) == faults.LOCKED


def test_a_transaction_is_kept_whole_or_not_at_all(engine):
    def fail_half_way():
        with writing(engine) as connection:
            connection.execute(text("CREATE TABLE half (x)"))
            connection.execute(text("DELETE FROM alembic_version"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == REVISIONS[-1]
        assert not connection.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'half'"))


def test_a_file_taken_away_during_a_transaction_is_not_called_kept(engine, path):
    def lose_it():
        with writing(engine) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
            path.rename(path.with_suffix(".away"))

    with pytest.raises(Unavailable) as caught:
        lose_it()
    assert caught.value.sentence == faults.GONE


def test_a_file_that_is_gone_is_not_replaced_by_an_empty_one_and_works_when_it_is_back(engine, path):
    away = path.with_suffix(".away")
    path.rename(away)
    for use in (reading, writing):
        with pytest.raises(Unavailable) as caught, use(engine):
            pass
        assert caught.value.sentence == faults.GONE
    assert not path.exists()
    away.rename(path)
    with writing(engine) as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == REVISIONS[-1]


def test_a_copy_made_by_sqlite_opens(engine, path, key, tmp_path):
    copy = tmp_path / "copy.db"
    with reading(engine) as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM INTO ?", (str(copy),))
    restored = open_database(copy, key)
    with reading(restored) as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
    restored.dispose()


OTHER = bytes(32)


def test_a_wrong_key_is_said_in_one_sentence_and_nothing_is_changed(path, capfd):
    open_database(path, KEY).dispose()
    before = path.read_bytes()
    for wrong in (OTHER, None):
        assert refused(path, wrong) == (faults.OTHER_KEY if wrong else faults.DAMAGED)
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert capfd.readouterr() == ("", "")
    open_database(path, KEY).dispose()


def test_a_plain_store_is_not_opened_with_a_key_and_stays_as_it_is(path):
    open_database(path).dispose()
    before = path.read_bytes()
    assert refused(path, KEY) == faults.OTHER_KEY
    assert path.read_bytes() == before


@pytest.mark.parametrize("place", [0, 20, 5000, 9000])
def test_one_flipped_bit_of_an_encrypted_store_is_found(path, place):
    open_database(path, KEY).dispose()
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    with closing(connect(path, KEY)) as connection:
        try:
            found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        except DatabaseError as error:
            found = [(str(error),)]
    assert found
    if place < 4096:
        assert refused(path, KEY) == faults.OTHER_KEY


def test_no_file_beside_an_encrypted_store_holds_a_word_of_it_while_it_is_written(path):
    words = "planted Villaseñor marker".encode()
    engine = open_database(path, KEY)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE held (x)"))
        connection.execute(text("INSERT INTO held VALUES (:words)"), [{"words": words.decode()}] * 2000)
        connection.execute(text("SELECT x FROM held ORDER BY x DESC")).all()
    files = sorted(path.parent.iterdir())
    assert [found.name.removeprefix(path.name) for found in files] == ["", "-shm", "-wal"]
    assert not [found for found in files if any(word in found.read_bytes() for word in words.split())]
    with reading(engine) as connection:
        assert connection.scalar(text("PRAGMA temp_store")) in (0, 2)
        assert "TEMP_STORE=2" in connection.execute(text("PRAGMA compile_options")).scalars().all()
    engine.dispose()
    assert not any(word in path.read_bytes() for word in words.split())


def test_neither_a_key_nor_a_value_is_in_what_is_logged_or_said(path, caplog):
    with caplog.at_level(logging.DEBUG):
        engine = open_database(path, KEY)
        with pytest.raises(Unavailable) as caught, writing(engine) as connection:
            connection.execute(text("INSERT INTO notes VALUES ('k', :words, NULL)"), {"words": "Villaseñor"})
        engine.dispose()
    said = caplog.text + "".join(traceback.format_exception(caught.value)) + repr(engine)
    assert not [secret for secret in (KEY.hex(), repr(KEY), "Villaseñor") if secret in said]
