"""The writer on a real file, and on disks that are full, read-only, locked or gone."""

import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest
from sqlalchemy import event

from kneedesk.store import faults
from kneedesk.store.connections import connect
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database
from kneedesk.store.faults import Unavailable
from tests.amending import amended
from tests.people import ANA
from tests.store.conftest import BEGIN
from tests.store.listening import LATEST


@pytest.fixture
def numbered(cases):
    """Return a function that makes the states of one consultation."""
    return lambda number: amended(cases["reference"], "patient", identifier=f"MRN-{number}")


def number_of(consultation):
    return int(consultation.patient.identifier.removeprefix("MRN-"))


def test_one_change_is_kept_at_once_with_the_time_that_is_shown(kept, writers, clock, listener, numbered):
    writer = writers(kept, clock)
    writer.keep("k", numbered(1), *listener.of(1))
    listener.wait(1, "saved")
    assert kept.read("k") == numbered(1)
    assert listener.said[0][2] == kept.find()[0].changed_at == BEGIN


def test_a_full_disk(disk, writers, clock, listener, numbered, quick_retry):
    consultations = Consultations(open_database(disk.folder / "kneedesk.db"), ANA)
    writer = writers(consultations, clock)
    writer.keep("k", numbered(1), *listener.of(1))
    listener.wait(1, "saved")
    disk.fill(64_000)
    number = 1
    while not listener.states("failed"):  # the log has room for some more
        number += 1
        writer.keep("k", numbered(number), *listener.of(number))
        writer.flush(0.2)
        assert number < 1000
    listener.wait(number, "failed", disk.full)
    assert number_of(consultations.read("k")) == number - 1
    disk.free()
    listener.wait(number, "saved")
    assert consultations.read("k") == numbered(number)
    writer.close(LATEST)
    consultations.close()


def test_a_store_without_room(kept, writers, clock, listener, numbered, quick_retry):
    full = True

    @event.listens_for(kept._engine, "begin")
    def fill(connection):
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar() if full else 1_000_000
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    writer = writers(kept, clock)
    for number in range(40):
        writer.keep(f"k{number}", numbered(number), *listener.of(number))
    while not listener.states("failed"):
        time.sleep(0.01)
    assert {what for _, word, what in listener.said if word == "failed"} == {faults.FULL}
    full = False
    assert writer.flush(LATEST)
    assert kept.count() == 40


def test_a_store_that_may_not_be_written(kept, writers, clock, listener, numbered, quick_retry):
    read_only = True

    @event.listens_for(kept._engine, "checkout")
    def forbid(connection, record, proxy):
        connection.execute(f"PRAGMA query_only = {int(read_only)}")

    writer = writers(kept, clock)
    writer.keep("k", numbered(1), *listener.of(1))
    listener.wait(1, "failed", faults.READ_ONLY)
    read_only = False
    listener.wait(1, "saved")


def test_a_read_only_disk(disk, writers, clock, listener, numbered, quick_retry):
    consultations = Consultations(open_database(disk.folder / "kneedesk.db"), ANA)
    consultations.save("k", numbered(0), BEGIN)
    consultations.close()
    disk.forbid()
    with pytest.raises(Unavailable) as caught:
        open_database(disk.folder / "kneedesk.db")
    assert caught.value.sentence == faults.READ_ONLY
    with pytest.raises(Unavailable) as caught:
        open_database(disk.folder / "new" / "kneedesk.db")
    assert caught.value.sentence == faults.READ_ONLY
    writer = writers(consultations, clock)
    writer.keep("k", numbered(1), *listener.of(1))
    listener.wait(1, "failed", faults.READ_ONLY)
    disk.allow()
    listener.wait(1, "saved")
    writer.close(LATEST)
    consultations.close()


def test_a_file_that_another_program_locks(kept, path, key, writers, clock, listener, numbered, quick_retry):
    program = (
        "import sys; from pathlib import Path; from kneedesk.store.connections import connect;"
        "c = connect(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]) or None);"
        "c.execute('BEGIN IMMEDIATE'); print('locked', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, path, (key or b"").hex()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "locked\n"
        writer = writers(kept, clock)
        writer.keep("k", numbered(1), *listener.of(1))
        listener.wait(1, "failed", faults.LOCKED)
        assert kept.find() == [], "one can still read"
        other.stdin.close()
    listener.wait(1, "saved")


def test_a_file_that_is_gone(kept, path, key, writers, clock, listener, numbered, quick_retry):
    writer = writers(kept, clock)
    writer.keep("k", numbered(1), *listener.of(1))
    listener.wait(1, "saved")
    away = path.parent.with_name("away")
    path.parent.rename(away)
    writer.keep("k", numbered(2), *listener.of(2))
    listener.wait(2, "failed", faults.GONE)
    assert not path.exists()
    away.rename(path.parent)
    listener.wait(2, "saved")
    with closing(connect(path, key)) as fresh:
        assert fresh.execute("SELECT identifier FROM consultations").fetchall() == [("MRN-2",)]


def test_readers_and_the_writer_do_not_wait_for_each_other(kept, writers, clock, listener, numbered):
    writer, seen = writers(kept, clock), []
    writer.keep("k", numbered(0), *listener.of(0))
    listener.wait(0, "saved")
    done = threading.Event()

    def read():
        while not done.is_set():
            (summary,) = kept.find("mrn")
            seen.append((summary.version, number_of(kept.read("k"))))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 200):
        writer.keep("k", numbered(number), *listener.of(number))
        assert writer.flush(LATEST)
    done.set()
    reader.join()
    assert len(seen) > 20
    assert seen == sorted(seen)
    assert kept.find()[0].version == 200
