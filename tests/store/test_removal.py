"""A patient who is deleted is gone to the last byte, and who deleted them is known."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event, text

from kneedesk.domain.beginning import on_the_other_knee
from kneedesk.domain.versions import finalise
from kneedesk.store import faults
from kneedesk.store.archive import Archive, Copy
from kneedesk.store.chain import Deed
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database, reading
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal, verify_journal
from kneedesk.store.removal import Kept, Reason, delete, find_patients, wipe
from kneedesk.store.tables import metadata
from tests.amending import amended
from tests.people import ANA
from tests.store.conftest import BEGIN
from tests.store.test_versions import addendum_to

MARK = "Marker4711"
YEARS = timedelta(days=3653)
LATER = BEGIN + YEARS
KEPT_OF_ALL = {"journal", "tombstones"}


@pytest.fixture
def marked(cases):
    """Return a consultation of a patient whose name stands nowhere else, finalised."""
    named = amended(cases["reference"], "patient", family_name=MARK, given_name="Ida", identifier="MRN-4711")
    return finalise(named, "2026.1", BEGIN)


def keep_all(engine, key, consultation):
    """Keep of a consultation whatever can be kept of one."""
    consultations = Consultations(engine, ANA)
    consultations.save(key, consultation, BEGIN)
    consultations.versions.append(key, addendum_to(consultation, words=f"{MARK} rang."))
    consultations.notes.keep(key, f"{MARK} is afraid of needles", BEGIN)
    copy = Copy(consultation.finalised.digest, "consent_form", "en", "a4")
    Archive(engine).keep(copy, f"%PDF {key} {MARK}".encode())


def rows_of(engine, key):
    """Return the names of the tables that hold a row of a consultation."""
    with reading(engine) as connection:
        named = [table for table in metadata.sorted_tables if "key" in table.c]
        return {t.name for t in named if connection.execute(t.select().where(t.c.key == key)).first()}


def test_nothing_of_a_consultation_is_left_but_a_tombstone_and_the_journal(engine, marked, cases):
    keep_all(engine, "gone", marked)
    keep_all(engine, "here", finalise(cases["reference"], "2026.1", BEGIN))
    held = rows_of(engine, "here")
    assert rows_of(engine, "gone") == held >= {"consultations", "versions", "addenda", "notes"}
    assert delete(engine, ["gone", "never"], Reason.ASKED, LATER, ANA) == 1
    assert rows_of(engine, "gone") == KEPT_OF_ALL
    assert rows_of(engine, "here") == held
    assert Archive(engine).of(marked.finalised.digest) == []
    with reading(engine) as connection:
        (stone,) = connection.execute(text("SELECT key, who, reason FROM tombstones")).all()
    assert stone == ("gone", "ana-1", "asked")
    last = Journal(engine).of("gone")[-1]
    assert (last.deed, last.who) == (Deed.REMOVAL, "ana-1")
    assert not verify_journal(engine)


def test_not_a_byte_of_it_is_left_in_any_file_of_the_store(path, marked, cases):
    engine = open_database(path)
    for number in range(30):  # states of before lie in free places of the file
        draft = amended(cases["reference"], "patient", family_name=MARK, given_name="x" * (6 * number + 1))
        Consultations(engine, ANA).save("gone", draft, BEGIN)
    keep_all(engine, "gone", marked)
    Consultations(engine, ANA).save("here", cases["reference"], BEGIN)
    delete(engine, ["gone"], Reason.EXPIRED, LATER, ANA)
    assert wipe(engine)
    for found in path.parent.iterdir():
        content = found.read_bytes().lower()
        assert not any(word in content for word in (b"marker4711", b"mrn-4711")), found.name
    assert Consultations(engine, ANA).read("here") == cases["reference"]
    engine.dispose()


def test_bytes_that_cannot_be_written_over_are_said_and_the_rows_are_gone_all_the_same(engine, path, key, marked):
    keep_all(engine, "gone", marked)
    other = open_database(path, key)
    with reading(other) as connection:
        connection.execute(text("SELECT * FROM consultations")).all()
        assert delete(engine, ["gone"], Reason.ASKED, LATER, ANA) == 1
        assert not wipe(engine)
    other.dispose()
    assert wipe(engine)


def test_a_document_that_another_consultation_shares_stays_with_it(engine, marked):
    for key in ("gone", "twin"):
        Consultations(engine, ANA).save(key, marked, BEGIN)
    copy = Copy(marked.finalised.digest, "consent_form", "en", "a4")
    Archive(engine).keep(copy, b"%PDF")
    delete(engine, ["gone"], Reason.MISTAKE, LATER, ANA)
    assert Archive(engine).read(copy) == b"%PDF"
    delete(engine, ["twin"], Reason.MISTAKE, LATER, ANA)
    assert Archive(engine).read(copy) is None


def test_what_was_deleted_is_not_kept_again_by_who_has_it_open(engine, marked):
    consultations = Consultations(engine, ANA)
    consultations.save("gone", marked, BEGIN)
    delete(engine, ["gone"], Reason.ORDERED, LATER, ANA)
    with pytest.raises(Unavailable) as caught:
        consultations.save("gone", marked, LATER)
    assert caught.value.sentence == faults.DELETED
    assert rows_of(engine, "gone") == KEPT_OF_ALL


def test_all_of_it_is_deleted_or_nothing(engine, marked):
    keep_all(engine, "gone", marked)

    @event.listens_for(engine, "before_cursor_execute")
    def fail(connection, cursor, statement, *_):
        if statement.startswith("DELETE FROM notes"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        delete(engine, ["gone"], Reason.ASKED, LATER, ANA)
    event.remove(engine, "before_cursor_execute", fail)
    assert {"consultations", "versions", "addenda", "notes"} <= rows_of(engine, "gone")
    assert "tombstones" not in rows_of(engine, "gone")


def test_a_patient_is_found_with_all_consultations_and_the_last_thing_that_was_kept(engine, cases):
    consultations, one = Consultations(engine, ANA), cases["reference"]
    first = amended(one, "patient", family_name="Åström", given_name="Ida", identifier=None)
    stands = finalise(first, "2026.1", BEGIN)
    consultations.save("a", stands, BEGIN)
    consultations.save("b", on_the_other_knee(first, first.date), BEGIN + timedelta(days=2))
    consultations.save("other", amended(one, "patient", family_name="Åström", given_name="Ib"), BEGIN)
    (ida,) = find_patients(engine, "astrom ida")
    assert (ida.family_name, ida.given_name, ida.identifier) == ("Åström", "Ida", None)
    assert set(ida.consultations) == {Kept("a", first.date, "right"), Kept("b", first.date, "left")}
    assert ida.last == (BEGIN + timedelta(days=2)).date()
    consultations.versions.append("a", addendum_to(stands, at=LATER))
    assert find_patients(engine, "ida")[0].last == LATER.date()
    assert len(find_patients(engine)) == 2


@pytest.mark.parametrize("newer", ["change", "addendum", "consultation"])
def test_by_rule_only_those_are_found_of_whom_nothing_was_kept_since_a_day(engine, cases, newer):
    consultations, old = Consultations(engine, ANA), finalise(cases["reference"], "2026.1", BEGIN)
    day = (BEGIN + timedelta(days=1)).date()
    consultations.save("a", old, BEGIN)
    assert [each.last for each in find_patients(engine, last_before=day)] == [BEGIN.date()]
    assert find_patients(engine, last_before=BEGIN.date()) == []
    if newer == "change":
        consultations.save("b", cases["reference"], LATER)
    elif newer == "addendum":
        consultations.versions.append("a", addendum_to(old, at=LATER))
    else:
        consultations.save("b", on_the_other_knee(cases["reference"], date(2030, 1, 1)), BEGIN)
    assert find_patients(engine, last_before=day) == []
