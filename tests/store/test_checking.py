"""What was rewritten is found: an entry, what it changed, and the consultation that it tells of."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kneedesk.domain.versions import finalise
from kneedesk.store.backups import back_up
from kneedesk.store.chain import Anchor, Deed, Entry, Fault, Kind
from kneedesk.store.checking import check, check_tail
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database, writing
from kneedesk.store.journal import Journal
from kneedesk.store.migrations import REVISIONS
from kneedesk.store.progress import CalledOff, Progress
from kneedesk.store.removal import Reason, delete
from kneedesk.store.restoring import restore
from tests.amending import amended
from tests.people import ANA
from tests.store.conftest import BEGIN
from tests.store.keep_revision import FOLDER


def flexed(case, degrees):
    return amended(case, "examination", flexion_degrees=degrees)


@pytest.fixture
def engine(kept, cases, clock):
    """Return a store with two consultations, seven entries: three changes of one, a view and a print between them."""
    journal = Journal(kept._engine)
    for degrees in (90, 95, 100):
        kept.save("k", flexed(cases["reference"], degrees), clock())
    journal.add(Entry(clock(), ANA, Deed.VIEW, "k"))
    kept.save("other", cases["declined"], clock())
    journal.add(Entry(clock(), ANA, Deed.PRINT, "k", what="consent_form en a4"))
    kept.save("other", finalise(cases["declined"], "2026.11", clock()), clock())
    return kept._engine


def tamper(engine, *statements):
    """Do what somebody can do who holds the key and takes the triggers away."""
    with writing(engine) as connection:
        for table in ("journal", "changes"):
            for deed in ("update", "delete", "insert"):
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_{deed}")
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_what_was_only_used_is_sound(engine):
    head = Journal(engine).head()
    assert head.count == 7
    assert check(engine, [head]) == []
    assert check_tail(engine) == []


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE journal SET name = 'Dr. Nobody' WHERE number = 3", Fault(3, Kind.EDITED)),
        ("UPDATE journal SET what = 'consent_form es a4' WHERE number = 6", Fault(6, Kind.EDITED)),
        ("DELETE FROM journal WHERE number = 4", Fault(4, Kind.MISSING)),
        ("UPDATE changes SET content = replace(content, '95', '96') WHERE number = 2", Fault(2, Kind.CHANGES)),
        ("DELETE FROM changes WHERE number = 2", Fault(2, Kind.CHANGES)),
        ("UPDATE consultations SET content = replace(content, '100', '99') WHERE key = 'k'", Fault(3, Kind.CONTENT)),
        ("UPDATE consultations SET content = '' WHERE key = 'other'", Fault(7, Kind.CONTENT)),
        ("DELETE FROM consultations WHERE key = 'k'", Fault(3, Kind.CONTENT)),
    ],
)
def test_what_was_rewritten_is_found(engine, statement, fault):
    tamper(engine, statement)
    assert check(engine) == [fault]


def test_a_cut_tail_is_found_by_an_anchor_and_only_by_one_where_the_consultation_was_put_back_too(engine, cases):
    head = Journal(engine).head()
    before = cases["declined"].model_dump_json(exclude_none=True).replace("'", "''")
    tamper(
        engine,
        "DELETE FROM journal WHERE number > 6",
        "DELETE FROM changes WHERE number > 6",
        f"UPDATE consultations SET content = '{before}' WHERE key = 'other'",  # noqa: S608 - our own words
    )
    assert check(engine) == []
    assert check(engine, [head]) == [Fault(7, Kind.CUT)]


def test_an_anchor_of_another_journal_tells_that_this_one_was_written_anew(engine):
    assert check(engine, [Anchor(3, "0a" * 32)]) == [Fault(3, Kind.REWRITTEN)]


def test_a_removed_draft_and_a_deleted_patient_are_no_fault(engine, kept, clock):
    assert kept.remove("k", clock())
    delete(engine, ["other"], Reason.ASKED, clock(), ANA)
    assert check(engine) == []


def test_a_draft_that_was_removed_and_written_again_is_no_fault(engine, kept, cases, clock):
    assert kept.remove("k", clock())
    kept.save("k", cases["reference"], clock())
    assert check(engine) == []


def test_a_removed_draft_that_is_there_all_the_same_is_found(engine, kept, cases, clock):
    columns = "key, family_name, knee, date, started_at, changed_at, version, search, content"
    tamper(engine, f"CREATE TABLE saved AS SELECT {columns} FROM consultations WHERE key = 'k'")  # noqa: S608
    assert kept.remove("k", clock())
    tamper(engine, f"INSERT INTO consultations ({columns}) SELECT * FROM saved", "DROP TABLE saved")  # noqa: S608
    assert check(engine) == [Fault(8, Kind.CONTENT)]


def test_what_was_undone_by_a_backup_is_no_fault_and_what_was_changed_after_it_is_held_to(path, key, tmp_path, cases):
    def use(work):
        engine = open_database(path, key)
        try:
            return work(engine)
        finally:
            engine.dispose()

    def save(name, degrees):
        use(lambda engine: Consultations(engine, ANA).save(name, flexed(cases["reference"], degrees), BEGIN))

    save("k", 90)
    save("removed", 90)
    backup = use(lambda engine: back_up(engine, key, tmp_path / "backups", BEGIN))
    save("k", 95)
    save("new", 90)
    use(lambda engine: Consultations(engine, ANA).remove("removed", BEGIN))
    restore(path, key, backup, tmp_path / "backups", BEGIN + timedelta(hours=1), ANA)
    assert use(check) == []
    assert use(lambda engine: Consultations(engine, ANA).read("k").examination.flexion_degrees) == 90
    save("k", 100)
    assert use(check) == []
    use(lambda engine: tamper(engine, "UPDATE consultations SET content = '' WHERE key = 'removed'"))
    assert use(check) == [Fault(2, Kind.CONTENT)]


def test_a_quick_look_finds_what_is_wrong_at_the_end(engine):
    Journal(engine).add(*(Entry(BEGIN, ANA, Deed.VIEW, "k") for _ in range(300)))
    assert check_tail(engine) == []
    tamper(engine, "UPDATE journal SET who = 'x' WHERE number IN (5, 300)")
    assert check_tail(engine) == [Fault(300, Kind.EDITED)]


@pytest.mark.parametrize("revision", REVISIONS)
def test_what_an_older_kneedesk_kept_is_sound_and_what_is_changed_of_it_is_held_to(revision, tmp_path, cases, clock):
    engine = open_database(Path(shutil.copy(FOLDER / f"{revision}.db", tmp_path)))
    assert check(engine) == []
    Consultations(engine, ANA).save("first", flexed(cases["reference"], 77), clock())
    assert check(engine) == []
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE consultations SET content = '' WHERE key = 'first'")
    assert [fault.kind for fault in check(engine)] == [Kind.CONTENT]
    engine.dispose()


def test_a_new_store_is_sound(path, key):
    engine = open_database(path, key)
    assert check_tail(engine) == check(engine) == []
    engine.dispose()


def test_of_a_thousand_faults_the_first_hundred_are_named(engine):
    Journal(engine).add(*(Entry(BEGIN, ANA, Deed.VIEW, "k") for _ in range(300)))
    tamper(engine, "UPDATE journal SET name = 'x'")
    assert check(engine) == [Fault(number, Kind.EDITED) for number in range(1, 101)]


def test_it_tells_how_far_it_is_and_can_be_called_off(engine):
    told = []
    check(engine, progress=Progress(lambda done, of: told.append((done, of))))
    assert told[0] == (0, 9)
    assert told[-1] == (9, 9)
    off = Progress()
    off.call_off()
    with pytest.raises(CalledOff):
        check(engine, progress=off)
