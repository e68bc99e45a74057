"""A plain store becomes an encrypted one with all that it holds, and power may go at any moment."""

import os
import random
import shutil
import signal
import time
from contextlib import closing

import pytest

from kneedesk.store import encryption, faults
from kneedesk.store.archive import Archive, Copy
from kneedesk.store.chain import Deed, Entry
from kneedesk.store.connections import connect, is_plain
from kneedesk.store.consultations import Consultations
from kneedesk.store.copies import counts, digests
from kneedesk.store.database import open_database
from kneedesk.store.encryption import NOT_THE_SAME, encrypt_store
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal, verify_journal
from kneedesk.store.migrations import REVISIONS
from kneedesk.store.users import Role, User
from tests.store.conftest import BEGIN, KEY
from tests.store.keep_revision import FOLDER, HELD

ANA = User("ana-1", "Dr. Ana Núñez", Role.PHYSICIAN)
WORDS = b"planted-marker"


class PowerGone(BaseException):
    pass


@pytest.fixture
def plain(path, cases):
    """Return a plain store with something in every table, and a word that would be found in its file."""
    engine = open_database(path)
    consultations = Consultations(engine, ANA)
    for number, name in enumerate(("reference", "hostile-text")):
        consultations.save(f"k-{number}", cases[name], BEGIN)
    consultations.notes.keep("k-0", f"{WORDS.decode()} " * 500, BEGIN)
    Archive(engine).keep(Copy("0" * 64, "consent", "en", "a4"), b"%PDF\0\xff" + WORDS)
    Journal(engine).add(*(Entry(BEGIN, ANA, Deed.VIEW, "k-0") for _ in range(40)))
    engine.dispose()
    return path


def content(path, key):
    with closing(connect(path, key)) as connection:
        return counts(connection), digests(connection)


def refusal(*arguments):
    with pytest.raises(Unavailable) as caught:
        encrypt_store(*arguments)
    return caught.value.sentence


def spelled_out(folder):
    return [found.name for found in folder.iterdir() if found.is_file() and WORDS in found.read_bytes()]


def test_all_that_was_kept_is_there_and_readable_by_the_key_only(plain, cases):
    held = content(plain, None)
    assert spelled_out(plain.parent) == [plain.name]
    made = encrypt_store(plain, KEY)
    assert (made.rows, made.written_over) == (held[0], True)
    assert made.rows["journal"] == 42
    assert content(plain, KEY) == held
    assert [found.name for found in plain.parent.iterdir()] == [plain.name]
    assert not spelled_out(plain.parent)
    engine = open_database(plain, KEY)
    assert Consultations(engine, ANA).read("k-1") == cases["hostile-text"]
    assert verify_journal(engine) == []
    engine.dispose()


def test_what_refused_changes_before_refuses_them_after(plain):
    encrypt_store(plain, KEY)
    with closing(connect(plain, KEY)) as connection:
        for statement in ("UPDATE journal SET name = 'x'", "DELETE FROM issued"):
            with pytest.raises(Exception, match="this stands"):
                connection.execute(statement)


def test_a_second_call_has_nothing_to_do(plain):
    encrypt_store(plain, KEY)
    before = plain.read_bytes()
    assert encrypt_store(plain, KEY) is None
    assert plain.read_bytes() == before


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_store_of_every_revision_is_moved_and_then_brought_up_to_date(revision, tmp_path, cases):
    path = shutil.copy(FOLDER / f"{revision}.db", tmp_path / "old.db")
    encrypt_store(path, KEY)
    consultations = Consultations(open_database(path, KEY), ANA)
    assert {key: consultations.read(key) for key in HELD} == {key: cases[case] for key, case in HELD.items()}
    consultations.close()


def test_the_old_file_is_written_over_with_zeros_before_it_is_removed(plain, monkeypatch):
    seen = []
    unlink = type(plain).unlink

    def look(path, missing_ok=False):
        if path.name.endswith(".plain"):
            seen.append(path.read_bytes().strip(b"\0"))
        unlink(path, missing_ok=missing_ok)

    size = plain.stat().st_size
    assert size > 4096
    monkeypatch.setattr(type(plain), "unlink", look)
    encrypt_store(plain, KEY)
    assert seen == [b""]


def test_where_a_file_system_knows_no_second_name_that_is_said(plain, monkeypatch):
    def refuse(*_):
        raise PermissionError

    held = content(plain, None)
    monkeypatch.setattr(os, "link", refuse)
    assert not encrypt_store(plain, KEY).written_over
    assert content(plain, KEY) == held
    assert [found.name for found in plain.parent.iterdir()] == [plain.name]


def test_a_store_that_somebody_has_open_stays(plain):
    engine = open_database(plain)
    held = content(plain, None)
    with engine.connect() as other:
        other.exec_driver_sql("SELECT count(*) FROM notes")
        assert refusal(plain, KEY) == faults.LOCKED
    assert is_plain(plain)
    engine.dispose()
    assert content(plain, None) == held


def test_a_store_that_is_written_to_before_the_swap_stays(plain, cases, monkeypatch):
    linked = encryption.linked

    def write_meanwhile(path, old):
        other = Consultations(open_database(path), ANA)
        other.save("meanwhile", cases["reference"], BEGIN)
        other.close()
        return linked(path, old)

    monkeypatch.setattr(encryption, "linked", write_meanwhile)
    assert refusal(plain, KEY) == faults.LOCKED
    monkeypatch.undo()
    assert encrypt_store(plain, KEY).rows["consultations"] == 3


def test_a_copy_that_lost_a_row_is_thrown_away(plain, monkeypatch):
    export = encryption._export_rows

    def lose_one(source, target, table):
        export(source, target, table)
        if table == "notes":
            target.execute("DELETE FROM notes")

    monkeypatch.setattr(encryption, "_export_rows", lose_one)
    assert refusal(plain, KEY) == NOT_THE_SAME
    assert is_plain(plain)
    assert [found.name for found in plain.parent.iterdir()] == [plain.name]


def test_a_damaged_store_is_said_and_stays(plain):
    damaged = bytearray(plain.read_bytes())
    damaged[8192:12288] = b"\x55" * 4096
    plain.write_bytes(damaged)
    assert refusal(plain, KEY) == faults.DAMAGED
    assert plain.read_bytes()[8192:] == damaged[8192:]


def test_a_full_disk_leaves_the_plain_store(disk, cases):
    path = disk.folder / "store.db"
    consultations = Consultations(open_database(path), ANA)
    consultations.save("k", cases["reference"], BEGIN)
    consultations.close()
    held = content(path, None)
    disk.fill(60_000)  # there is room for the log, not for a copy
    assert refusal(path, KEY) == disk.full
    assert is_plain(path)
    assert not path.with_name(path.name + ".encrypting").exists()
    disk.free()
    assert content(path, None) == held


def test_a_store_that_is_gone_is_said(path):
    assert refusal(path, KEY) == faults.GONE
    assert not path.exists()


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", ["_export", "_export_rows", "digests", "_copy", "linked", "settle", "write_over"])
def test_when_power_goes_the_store_is_whole_and_the_next_call_finishes(plain, monkeypatch, step, moment):
    held, done = content(plain, None), getattr(encryption, step)

    def fail(*arguments):
        if moment == "after":
            done(*arguments)
        raise PowerGone

    monkeypatch.setattr(encryption, step, fail)
    monkeypatch.setattr(encryption, "_discard", lambda draft: None)  # nor is anything tidied up
    with pytest.raises(PowerGone):
        encrypt_store(plain, KEY)
    monkeypatch.undo()
    assert content(plain, None if is_plain(plain) else KEY) == held
    encrypt_store(plain, KEY)
    assert content(plain, KEY) == held
    assert [found.name for found in plain.parent.iterdir()] == [plain.name]
    assert not spelled_out(plain.parent)


def test_between_the_swap_and_the_end_both_names_hold_the_whole_store(plain, monkeypatch):
    def fail(_):
        raise PowerGone

    held = content(plain, None)
    monkeypatch.setattr(encryption, "write_over", fail)
    with pytest.raises(PowerGone):
        encrypt_store(plain, KEY)
    monkeypatch.undo()
    assert content(plain, KEY) == content(plain.with_name(plain.name + ".plain"), None) == held
    assert encrypt_store(plain, KEY).written_over


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child that begins at once needs fork")
def test_twelve_random_kills_lose_nothing(plain, tmp_path):
    chance = random.Random(7)  # noqa: S311
    held = content(plain, None)
    for each in range(12):
        path = tmp_path / str(each) / "store.db"
        path.parent.mkdir()
        shutil.copy(plain, path)
        child = os.fork()
        if not child:
            encrypt_store(path, KEY)
            os._exit(0)
        time.sleep(chance.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert content(path, None if is_plain(path) else KEY) == held
        encrypt_store(path, KEY)
        assert content(path, KEY) == held
        assert not spelled_out(path.parent)
