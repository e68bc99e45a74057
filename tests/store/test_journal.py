"""The journal of a store: entries are added and never changed, and what was done to the file is found."""

import shutil
import threading
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from kneedesk.store import faults
from kneedesk.store.chain import Anchor, Deed, Entry, Fault, Kind
from kneedesk.store.database import open_database, reading, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal, append, verify_journal
from kneedesk.store.users import Role, User
from tests.store.keep_revision import FOLDER

AT = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)
ANA = User("ana-1", "Dr. Ana Núñez", Role.PHYSICIAN)
OLD, NEW = "0a" * 32, "0b" * 32


def entry(number=0, deed=Deed.VIEW, key="k", **digests):
    return Entry(AT + timedelta(seconds=number), ANA, deed, key, **digests)


@pytest.fixture
def kept(engine):
    """Return a journal with five entries."""
    journal = Journal(engine)
    journal.add(*(entry(number, key=f"k{number}") for number in range(5)))
    return journal


def tamper(engine, *statements):
    """Do what somebody can do who holds the key and takes the triggers away."""
    with writing(engine) as connection:
        for deed in ("update", "delete", "insert"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS journal_{deed}")
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_a_new_store_has_an_empty_journal_that_is_sound(engine):
    assert Journal(engine).head() == Anchor()
    assert verify_journal(engine) == []


def test_each_entry_is_kept_with_who_when_what_and_the_digests(engine):
    journal = Journal(engine)
    journal.add(entry(deed=Deed.CHANGE, before=OLD, after=NEW))
    journal.add(entry(1, Deed.FAILED_UNLOCK, key=""))
    (only,) = journal.of("k")
    assert only[:8] == (
        1, "2026-11-18T13:02:00.000000+00:00", "ana-1", "Dr. Ana Núñez", "change", "k", OLD, NEW,
    )  # fmt: skip
    assert [link.deed for link in journal.of("")] == ["failed unlock"]


def test_the_head_is_what_was_added_last(engine):
    journal = Journal(engine)
    heads = [journal.add(entry(number)) for number in range(3)]
    assert [head.count for head in heads] == [1, 2, 3]
    assert journal.head() == heads[-1]
    assert verify_journal(engine, heads) == []


def test_the_latest_instant_is_known_also_after_the_clock_was_set_back(engine):
    journal = Journal(engine)
    assert journal.last_at() is None
    journal.add(entry(60), entry(0))
    assert journal.last_at() == AT + timedelta(seconds=60)
    assert [link.number for link in journal.of("k")] == [1, 2], "the order is that of the numbers"
    assert verify_journal(engine) == []


def test_it_is_known_when_something_was_done_last(engine):
    journal = Journal(engine)
    assert journal.last_of(Deed.CHECK) is None
    journal.add(entry(0, Deed.CHECK), entry(1, Deed.CHECK), entry(2))
    assert journal.last_of(Deed.CHECK) == AT + timedelta(seconds=1)


def test_entries_are_kept_with_what_was_done_or_not_at_all(engine):
    def fail_half_way():
        with writing(engine) as connection:
            append(connection, entry(), entry(1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert Journal(engine).head() == Anchor()


def test_several_that_write_at_once_make_one_chain(path, key, engine):
    begin = threading.Barrier(4)

    def work():
        own = open_database(path, key)
        begin.wait()
        for number in range(10):
            Journal(own).add(entry(number))
        own.dispose()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Journal(engine).head().count == 40
    assert verify_journal(engine) == []


INSERT = "INTO journal SELECT {number}, at, who, name, deed, key, before, after, {previous}, digest, what FROM journal"


@pytest.mark.parametrize("careless", [True, False], ids=["recursive triggers off", "on"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET name = 'x'",
        "UPDATE journal SET number = number + 10",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE number = 5",
        f"REPLACE {INSERT.format(number='number', previous='previous')}",
        f"INSERT OR REPLACE {INSERT.format(number='number', previous='previous')} WHERE number = 5",
        f"INSERT {INSERT.format(number='6', previous='previous')} WHERE number = 5",
        f"INSERT {INSERT.format(number='7', previous='digest')} WHERE number = 5",
        f"INSERT {INSERT.format(number='NULL', previous='previous')} WHERE number = 5",
        f"INSERT {INSERT.format(number='0', previous='digest')} WHERE number = 5",
        f"INSERT OR IGNORE {INSERT.format(number='6', previous='NULL')} WHERE number = 5",
    ],
)
def test_what_stands_is_not_changed_and_what_does_not_follow_is_refused(kept, engine, statement, careless):
    head = kept.head()
    with reading(engine) as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql(f"PRAGMA recursive_triggers = {'OFF' if careless else 'ON'}")
        with pytest.raises(sa.exc.IntegrityError, match=r"this stands|this does not follow"):
            connection.exec_driver_sql(statement)
        connection.invalidate()
    assert kept.head() == head
    assert verify_journal(engine, [head]) == []


def test_an_edit_is_found(kept, engine):
    tamper(engine, "UPDATE journal SET name = 'Dr. Nobody' WHERE number = 3")
    assert verify_journal(engine) == [Fault(3, Kind.EDITED)]


def test_a_gap_is_found(kept, engine):
    tamper(engine, "DELETE FROM journal WHERE number IN (2, 3)")
    assert verify_journal(engine) == [Fault(2, Kind.MISSING)]


def test_a_cut_tail_is_found_by_the_head_that_was_kept_elsewhere(kept, engine):
    head = kept.head()
    tamper(engine, "DELETE FROM journal WHERE number > 3")
    assert verify_journal(engine) == []
    assert verify_journal(engine, [head]) == [Fault(4, Kind.CUT)]


def test_of_a_thousand_faults_the_first_hundred_are_named(engine):
    Journal(engine).add(*(entry(number) for number in range(200)))
    tamper(engine, "UPDATE journal SET name = 'x'")
    assert verify_journal(engine) == [Fault(number, Kind.EDITED) for number in range(1, 101)]


def test_a_journal_that_an_older_kneedesk_wrote_is_sound(tmp_path):
    engine = open_database(shutil.copy(FOLDER / "0006.db", tmp_path / "old.db"))
    assert [(link.number, link.key) for key in ("first", "second") for link in Journal(engine).of(key)] == [
        (1, "first"),
        (2, "second"),
    ]
    assert verify_journal(engine, [Journal(engine).head()]) == []
    engine.dispose()


def test_a_store_that_is_gone_is_said(engine, path):
    path.rename(path.with_suffix(".away"))
    for work in (lambda: Journal(engine).add(entry()), lambda: verify_journal(engine)):
        with pytest.raises(Unavailable) as caught:
            work()
        assert caught.value.sentence == faults.GONE
