"""The store on a server: verified before anything is sent, one moment for who reads, one after the other who write."""

import logging
import threading
import time
import traceback

import pytest
from sqlalchemy import text

from kneedesk.store import server_faults
from kneedesk.store.addresses import Address
from kneedesk.store.chain import Deed, Entry
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import path_of, reading, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal, verify_journal
from kneedesk.store.listing import stopped
from kneedesk.store.postgres import WRITING, connect_to, open_server
from tests.amending import amended
from tests.people import ANA
from tests.store.conftest import BEGIN
from tests.store.line import Certificates, Line
from tests.store.listening import LATEST
from tests.store.serving import DATABASE


@pytest.fixture
def engine(server):
    engine = open_server(server.address(), "first")
    yield engine
    engine.dispose()


@pytest.fixture
def lines(server):
    """Return a function that lays lines to the server."""
    laid = []

    def lay(certificates=None):
        laid.append(Line(server, certificates))
        return laid[-1]

    yield lay
    for line in laid:
        line.close()


def refused(place):
    with pytest.raises(Unavailable) as caught:
        open_server(Address.read(place), "first").dispose()
    return caught.value.sentence


def test_a_server_has_no_path(engine):
    assert path_of(engine) is None


def test_what_is_looked_for_in_vain_is_broken_off_and_the_next_is_answered(engine, cases):
    with pytest.raises(Unavailable), reading(engine) as connection, stopped(connection, lambda: True):
        connection.execute(text("SELECT pg_sleep(50)"))
    kept = Consultations(engine, ANA)
    kept.save("k1", cases["reference"], BEGIN)
    for _ in range(20):
        assert kept.count("ruiz") == len(kept.find("ruiz", vain=lambda: False)) == 1
    assert not [thread for thread in threading.enumerate() if thread.name == "kneedesk-patience"]


def test_hipaa_164_312_e_transmission_security_a_verified_server_is_worked_with_encrypted(lines, tmp_path, cases):
    line = lines(Certificates(tmp_path, "localhost"))
    engine = open_server(Address.read(line.place()), "first")
    marked = amended(cases["reference"], "patient", family_name="Marker4711")
    Consultations(engine, ANA).save("k", marked, BEGIN)
    assert Consultations(engine, ANA).read("k") == marked
    engine.dispose()
    assert b"4711" not in line.heard
    assert set(line.heard) == set(b"\0\0\0\x08\x04\xd2\x16\x2f"), "something was sent before it was encrypted"


def test_hipaa_164_312_e_transmission_security_another_server_is_sent_nothing(lines, tmp_path):
    real, false = Certificates(tmp_path / "a", "localhost"), Certificates(tmp_path / "b", "localhost")
    line = lines(false)
    trusting_the_real = line.place().replace(str(false.authority), str(real.authority))
    assert refused(trusting_the_real) == server_faults.NOT_VERIFIED


def test_hipaa_164_312_e_transmission_security_a_server_of_another_name_is_sent_nothing(lines, tmp_path):
    line = lines(Certificates(tmp_path, "knee.example"))
    assert refused(line.place()) == server_faults.NOT_VERIFIED


def test_hipaa_164_312_e_transmission_security_a_server_that_does_not_encrypt_is_sent_nothing(
    lines, tmp_path, monkeypatch
):
    line = lines()
    authority = Certificates(tmp_path, "localhost").authority
    monkeypatch.setenv("PGSSLMODE", "disable")
    assert refused(f"{line.place()}?sslrootcert={authority}") == server_faults.NOT_VERIFIED
    assert len(line.heard) == 8, "more than the wish to encrypt was sent"


def test_without_a_certificate_of_the_clinic_nothing_is_sent(lines, tmp_path):
    line = lines(Certificates(tmp_path, "localhost"))
    assert (
        refused(f"{line.place().partition('?')[0]}?sslrootcert={tmp_path / 'none.pem'}") == server_faults.NO_AUTHORITY
    )


def test_the_password_comes_from_a_file_that_only_its_owner_reads(server, tmp_path):
    rules = server.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    server.rule("CREATE ROLE careful LOGIN PASSWORD 'a long secret' IN ROLE kneedesk_desks")
    rules.write_text(f"local all careful scram-sha-256\n{before}")
    server.rule("SELECT pg_reload_conf()")
    passwords = tmp_path / "passwords"
    passwords.touch(mode=0o600)
    place = f"{server.place('careful')}&passfile={passwords}"
    try:
        assert refused(place) == server_faults.NOT_ADMITTED
        passwords.write_text(f"*:*:{DATABASE}:careful:another\n")
        assert refused(place) == server_faults.NOT_ADMITTED
        passwords.write_text(f"*:*:{DATABASE}:careful:a long secret\n")
        open_server(Address.read(place), "first").dispose()
    finally:
        rules.write_text(before)
        server.rule("SELECT pg_reload_conf()", "DROP ROLE careful")


def test_where_nobody_is_or_another_database_that_is_said(server):
    server_of_nobody = server.place().replace(str(server.folder), "/nowhere")
    assert refused(server_of_nobody) == server_faults.UNREACHABLE
    assert refused(server.place(database="other")) == server_faults.NO_DATABASE
    assert refused(server.place(user="nobody")) == server_faults.NOT_ADMITTED


def test_who_reads_sees_one_moment(engine):
    journal = Journal(engine)
    with reading(engine) as connection:
        count = text("SELECT count(*) FROM journal")
        assert connection.scalar(count) == 0
        journal.add(Entry(BEGIN, ANA, Deed.VIEW))
        assert connection.scalar(count) == 0
    with reading(engine) as connection:
        assert connection.scalar(count) == 1


def test_who_still_reads_when_it_is_closed_leaves_nothing_open(server):
    engine = open_server(server.address(), "leaving")
    with reading(engine) as connection:
        connection.execute(text("SELECT 1"))
        engine.dispose()
    there = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'kneedesk leaving'"
    deadline = time.monotonic() + LATEST
    while server.rule(there) != [(0,)]:
        assert time.monotonic() < deadline
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT 1")) == 1


def test_nothing_is_written_by_who_reads(engine):
    with pytest.raises(Unavailable), reading(engine) as connection:
        connection.execute(text("DELETE FROM notes"))
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM notes"))


def test_several_that_write_at_once_make_one_chain(engine, server):
    begin = threading.Barrier(4)

    def work(desk):
        own = open_server(server.address(), f"desk{desk}")
        begin.wait()
        for _ in range(10):
            Journal(own).add(Entry(BEGIN, ANA, Deed.VIEW))
        own.dispose()

    threads = [threading.Thread(target=work, args=(desk,)) for desk in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Journal(engine).head().count == 40
    assert verify_journal(engine) == []


def test_a_desk_that_stops_in_the_middle_does_not_stop_the_others(engine, server):
    stopped = connect_to(server.address(), "second")
    stopped.execute("SET idle_in_transaction_session_timeout = '100ms'")
    stopped.execute(f"SELECT pg_advisory_xact_lock({WRITING})")
    Journal(engine).add(Entry(BEGIN, ANA, Deed.VIEW))  # waits until the server takes the turn away
    assert Journal(engine).head().count == 1
    stopped.close()


def test_a_cut_line_is_said_nothing_is_half_kept_and_it_goes_on_when_it_is_mended(lines, tmp_path, cases):
    line = lines(Certificates(tmp_path, "localhost"))
    engine = open_server(Address.read(line.place()), "first")
    kept = Consultations(engine, ANA)
    kept.save("k", cases["reference"], BEGIN)
    line.cut()
    for work in (lambda: kept.save("k", cases["declined"], BEGIN), kept.find, lambda: Journal(engine).head()):
        with pytest.raises(Unavailable) as caught:
            work()
        assert caught.value.sentence == server_faults.UNREACHABLE
    line.mend()
    assert kept.read("k") == cases["reference"]
    kept.save("k", cases["declined"], BEGIN)
    assert kept.read("k") == cases["declined"]
    assert verify_journal(engine) == []
    engine.dispose()


def test_a_line_cut_in_the_middle_of_a_transaction_leaves_nothing_of_it(lines, tmp_path):
    line = lines(Certificates(tmp_path, "localhost"))
    engine = open_server(Address.read(line.place()), "first")

    def lose_it():
        with writing(engine) as connection:
            connection.execute(text("INSERT INTO notes VALUES ('k', 'x', now())"))
            line.cut()

    with pytest.raises(Unavailable) as caught:
        lose_it()
    assert caught.value.sentence == server_faults.UNREACHABLE
    line.mend()
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM notes")) == 0
    engine.dispose()


def test_neither_a_value_nor_what_the_server_says_is_in_what_is_logged_or_said(engine, cases, caplog):
    marker = "4711".join(("Marker", ""))  # the traceback shows this line too
    marked = amended(cases["reference"], "patient", family_name=marker, identifier=marker)
    kept = Consultations(engine, ANA)
    said = []
    with caplog.at_level(logging.DEBUG):
        kept.save("k", marked, BEGIN)
        for provoke in (
            lambda: kept.save("k" * 99, marked, BEGIN),
            lambda: kept.save(None, marked, BEGIN),
            lambda: kept.notes.keep(marker * 9, marker, BEGIN),
        ):
            with pytest.raises(Unavailable) as caught:
                provoke()
            said += traceback.format_exception(caught.value)
    assert marker not in "".join(said) + caplog.text + repr(engine)
