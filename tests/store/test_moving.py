"""A practice is moved from its file to a server: all of it, counted and compared, or nothing."""

from datetime import timedelta

import pytest

from kneedesk.domain.versions import finalise
from kneedesk.store import moving, server_faults
from kneedesk.store.archive import Archive, Copy
from kneedesk.store.chain import Deed, Entry
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database, reading
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal, verify_journal
from kneedesk.store.moving import NOT_EMPTY, NOT_THE_SAME_THERE, move
from kneedesk.store.postgres import open_server
from kneedesk.store.removal import Reason, delete
from kneedesk.store.tables import metadata
from tests.amending import amended
from tests.people import ANA, BEN
from tests.store.conftest import BEGIN, KEY
from tests.store.test_versions import addendum_to


@pytest.fixture
def target(server):
    engine = open_server(server.address(), "first")
    yield engine
    engine.dispose()


@pytest.fixture
def practice(path, cases):
    """Return a practice with something in every table: drafts, what stands, notes, who was deleted, odd signs."""
    engine = open_database(path, KEY)
    kept = Consultations(engine, ANA)
    for number, (name, case) in enumerate(cases.items()):
        kept.save(name, case, BEGIN + timedelta(minutes=number))
    kept.save("odd", amended(cases["barely-recorded"], "patient", family_name="A\0B"), BEGIN)
    version = finalise(cases["reference"], "2026.11", BEGIN)
    kept.save("reference", version, BEGIN)
    for _ in range(2):
        kept.versions.append("reference", addendum_to(version))
    Archive(engine).keep(Copy(version.finalised.digest, "consent", "en", "a4"), bytes(range(256)))
    kept.notes.keep("reference", "He rang.", BEGIN)
    Journal(engine).add(Entry(BEGIN, BEN, Deed.VIEW, "reference"))
    delete(engine, ["declined"], Reason.ASKED, BEGIN, ANA)
    yield engine
    engine.dispose()


def test_everything_arrives_and_is_counted(practice, target, cases):
    moved = move(practice, target)
    assert set(moved.rows) == set(metadata.tables)
    assert all(moved.rows.values()), "a table of the test holds nothing"
    assert moved.rows["consultations"] == len(cases)
    assert moved.rows["addenda"] == 2
    there, here = Consultations(target, ANA), Consultations(practice, ANA)
    assert [each.key for each in there.find()] == [each.key for each in here.find()]
    assert {each.key: there.read(each.key) for each in here.find()} == {
        each.key: here.read(each.key) for each in here.find()
    }
    assert Journal(target).head() == Journal(practice).head()
    assert verify_journal(target, [Journal(practice).head()]) == []


def test_what_is_added_there_goes_on_after_it(practice, target, cases):
    move(practice, target)
    there = Consultations(target, ANA)
    version = there.read("reference")
    there.versions.append("reference", addendum_to(version))
    assert len(there.versions.addenda("reference")) == 3
    there.save("trial", cases["infection"], BEGIN)
    assert verify_journal(target) == []


def test_an_empty_practice_moves_as_well_and_its_first_addendum_is_taken(path, target, cases):
    engine = open_database(path)
    assert not any(move(engine, target).rows.values())
    there = Consultations(target, ANA)
    version = finalise(cases["reference"], "2026.11", BEGIN)
    there.save("k", version, BEGIN)
    there.versions.append("k", addendum_to(version))
    assert len(there.versions.addenda("k")) == 1
    engine.dispose()


def test_where_something_is_already_nothing_is_added(practice, target):
    Consultations(target, ANA).notes.keep("k", "x", BEGIN)
    with pytest.raises(Unavailable) as caught:
        move(practice, target)
    assert caught.value.sentence == NOT_EMPTY
    assert Consultations(target, ANA).count() == 0


@pytest.fixture
def losing(server):
    """Return a function that makes the server lose what is put into a table, in silence."""
    lost = []

    def lose(table):
        lost.append(table)
        server.rule(
            "CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
            f"CREATE TRIGGER a_loss BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION lose()",
        )

    yield lose
    server.rule(*(f"DROP TRIGGER a_loss ON {table}" for table in lost), "DROP FUNCTION IF EXISTS lose")


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_what_does_not_arrive_as_it_was_sent_is_not_kept(practice, target, losing, table):
    losing(table)
    with pytest.raises(Unavailable) as caught:
        move(practice, target)
    assert caught.value.sentence in (NOT_THE_SAME_THERE, server_faults.REFUSED_HERE)
    with reading(target) as connection:
        assert not any(connection.execute(each.select()).first() for each in metadata.sorted_tables)


def test_the_file_stays_as_it_is(practice, target):
    def held():
        with reading(practice) as connection:
            return moving._told(connection)

    before = held()
    move(practice, target)
    assert held() == before
