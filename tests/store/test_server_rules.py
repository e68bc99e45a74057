"""What stands on a server is not changed by anybody; the desks have no right to try, and every change is announced."""

import psycopg
import pytest

from kneedesk.domain.versions import finalise
from kneedesk.store.archive import Archive, Copy
from kneedesk.store.chain import Deed, Entry, Fault, Kind
from kneedesk.store.consultations import Consultations
from kneedesk.store.journal import Journal, verify_journal
from kneedesk.store.postgres import connect_to, open_server
from kneedesk.store.server_rules import CHANNEL, RIGHTS
from kneedesk.store.server_tables import server_metadata
from kneedesk.store.tables import metadata
from tests.people import ANA
from tests.store.conftest import BEGIN
from tests.store.serving import OWNER

INSERT = "INSERT INTO journal SELECT {}, at, who, name, deed, key, before, after, {}, digest, what FROM journal"


@pytest.fixture
def engine(server):
    engine = open_server(server.address(), "first")
    yield engine
    engine.dispose()


@pytest.fixture
def filled(engine, cases):
    """Keep a version that stands and a document of it: two entries of the journal."""
    version = finalise(cases["reference"], "2026.11", BEGIN)
    Consultations(engine, ANA).save("k", version, BEGIN)
    Archive(engine).keep(Copy(version.finalised.digest, "consent", "en", "a4"), b"%PDF")
    Journal(engine).add(Entry(BEGIN, ANA, Deed.EXPORT, "k"))
    return engine


def test_the_rights_name_every_table():
    assert set(RIGHTS) == {*metadata.tables, *server_metadata.tables, "alembic_version"}


@pytest.mark.parametrize("table", ["journal", "versions", "issued"])
@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE {0} SET digest = digest",
        "DELETE FROM {0}",
        "TRUNCATE {0}",
        "MERGE INTO {0} USING {0} AS o ON {0}.digest = o.digest WHEN MATCHED THEN DELETE",
        "INSERT INTO {0} SELECT * FROM {0} ON CONFLICT ON CONSTRAINT {0}_pkey DO UPDATE SET digest = ''",
    ],
)
def test_what_stands_is_changed_neither_by_the_owner_nor_by_the_owner_of_the_server(filled, server, table, deed):
    with pytest.raises(psycopg.errors.RaiseException, match=r"this stands|this does not follow"):
        server.rule(deed.format(table))
    with connect_to(server.address(OWNER), "x") as owner, pytest.raises(psycopg.errors.RaiseException):
        owner.execute(deed.format(table))
    assert verify_journal(filled) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET name = 'x'",
        "DELETE FROM journal",
        "TRUNCATE journal",
        "DROP TABLE journal",
        "ALTER TABLE journal DISABLE TRIGGER ALL",
        "DROP TRIGGER journal_stays ON journal",
        "SET session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION kneedesk_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
        "UPDATE versions SET content = ''",
        "UPDATE alembic_version SET version_num = '9'",
        "DELETE FROM tombstones",
        "CREATE TABLE public.x (y int)",
        "SET ROLE practice_owner",
    ],
)
def test_the_role_of_the_desks_cannot_rewrite_anything(filled, server, statement):
    with connect_to(server.address(), "x") as desk, pytest.raises(psycopg.errors.InsufficientPrivilege):
        desk.execute(statement)


@pytest.mark.parametrize(
    ("number", "previous"), [("7", "digest"), ("3", "previous"), ("0", "digest"), ("2", "digest"), ("3", "NULL")]
)
def test_what_does_not_follow_is_refused(filled, server, number, previous):
    with connect_to(server.address(), "x") as desk, pytest.raises(psycopg.errors.RaiseException, match="not follow"):
        desk.execute(INSERT.format(number, previous) + " WHERE number = 2")


def test_two_entries_that_are_made_at_once_do_not_both_stand(filled, server):
    follows = INSERT.format("3", "digest") + " WHERE number = 2"
    with connect_to(server.address(), "x") as one, connect_to(server.address(), "y") as other:
        one.execute(follows)
        other.execute("SET lock_timeout = '50ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            other.execute(follows)
        one.commit()
        other.rollback()
        with pytest.raises(psycopg.errors.RaiseException, match="not follow"):
            other.execute(follows)


def test_what_stands_is_deleted_only_where_a_tombstone_stands(filled, server):
    with connect_to(server.address(), "x", autocommit=True) as desk:
        for table in ("versions", "issued", "changes"):
            with pytest.raises(psycopg.errors.RaiseException, match="this stands"):
                desk.execute(f"DELETE FROM {table}")  # noqa: S608
        # A table of the desk's own does not stand in for ours.
        desk.execute("CREATE TEMPORARY TABLE tombstones (key text); INSERT INTO tombstones VALUES ('k')")
        with pytest.raises(psycopg.errors.RaiseException, match="this stands"):
            desk.execute("DELETE FROM versions")
        desk.execute("INSERT INTO public.tombstones VALUES ('k', now(), 'ana-1', 'rule')")
        assert desk.execute("DELETE FROM changes").rowcount == 1
        assert desk.execute("DELETE FROM issued").rowcount == 1
        assert desk.execute("DELETE FROM versions").rowcount == 1
        desk.execute("DELETE FROM consultations")
    with pytest.raises(psycopg.errors.RaiseException, match="was deleted"):
        server.rule("INSERT INTO consultations (key) VALUES ('k')")


def test_what_was_changed_behind_its_back_is_found(filled, server):
    server.rule("SET session_replication_role = replica", "UPDATE journal SET name = 'Nobody' WHERE number = 1")
    assert verify_journal(filled) == [Fault(1, Kind.EDITED)]


def test_a_change_is_announced_with_its_key_and_its_desk_and_nothing_of_a_patient(engine, server, cases):
    with connect_to(server.address(), "second", autocommit=True) as other:
        other.execute(f"LISTEN {CHANNEL}")
        Consultations(engine, ANA).save("some-key", cases["reference"], BEGIN)
        heard = [notice.payload for notice in other.notifies(timeout=10, stop_after=1)]
    assert heard == ["consultations some-key first"]
