"""What changed is kept with the change, in one transaction, and read back with who did it."""

import json

import pytest
import sqlalchemy as sa

from kneedesk.domain.changes import Change
from kneedesk.domain.decision import Override
from kneedesk.domain.treatment import Treatment
from kneedesk.domain.versions import amend, finalise
from kneedesk.store.chain import Deed, Entry
from kneedesk.store.changes import History, digest_of, read_changes
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database, reading, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal, verify_journal
from tests.amending import amended, recorded
from tests.people import ANA, BEN
from tests.store.conftest import BEGIN

OVERRIDE = Override(treatment=Treatment.PRP, reason="She wants it.")


@pytest.fixture
def history(kept):
    return History(kept._engine)


@pytest.fixture
def flexed(cases):
    """Return a function that makes the reference consultation with another flexion."""
    return lambda degrees: amended(cases["reference"], "examination", flexion_degrees=degrees)


def test_a_new_consultation_is_a_change_from_nothing(kept, history, cases):
    kept.save("k", cases["reference"], BEGIN)
    (only,) = history.page("k", 10)
    assert (only.link.deed, only.link.name, only.link.before) == (Deed.CHANGE, ANA.name, "")
    assert all(change.old is None for change in only.changes)
    assert Change("knee", None, "right") in only.changes


def test_a_change_is_kept_with_who_when_and_the_old_and_the_new_value(kept, history, flexed, clock):
    kept.save("k", flexed(95), clock())
    at = clock()
    kept.save("k", flexed(110), at)
    newest = history.page("k", 1)[0]
    assert newest.changes == (Change("examination.flexion_degrees", 95, 110),)
    assert newest.link.at == at.isoformat(timespec="microseconds")
    assert newest.link.who == ANA.id


def test_where_nothing_changed_there_is_no_entry(kept, history, flexed, clock):
    for _ in range(3):
        kept.save("k", flexed(95), clock())
    kept.save("k", flexed(95), clock(), carried={})
    assert len(history.page("k", 10)) == 1


@pytest.mark.parametrize("again", [False, True], ids=["the same desk", "a desk that was opened anew"])
def test_the_digests_of_an_entry_are_those_of_the_content_before_and_after(kept, history, flexed, clock, again):
    for degrees in (95, 110, 120):
        kept.save("k", flexed(degrees), clock())
        if again:
            kept._last = None
    entries = [done.link for done in reversed(history.page("k", 10))]
    assert [entry.before for entry in entries] == ["", *(entry.after for entry in entries[:-1])]
    with reading(kept._engine) as connection:
        content = connection.scalar(sa.text("SELECT content FROM consultations"))
    assert entries[-1].after == digest_of(content)
    assert verify_journal(kept._engine) == []


def test_what_another_desk_wrote_meanwhile_is_the_old_value(kept, history, path, key, flexed, clock):
    kept.save("k", flexed(95), clock())
    other = Consultations(open_database(path, key), BEN)
    other.save("k", flexed(100), clock())
    other.close()
    kept.save("k", flexed(110), clock())
    assert [(done.link.name, done.changes[0].old) for done in history.page("k", 2)] == [
        (ANA.name, 100),
        (BEN.name, 95),
    ]


def test_a_change_that_was_not_committed_is_no_old_value(kept, history, flexed, clock, monkeypatch):
    kept.save("k", flexed(95), clock())
    with monkeypatch.context() as patch:
        patch.setattr("kneedesk.store.consultations.keep_changes", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            kept.save("k", flexed(100), clock())
    kept.save("k", flexed(110), clock())
    assert history.page("k", 1)[0].changes == (Change("examination.flexion_degrees", 95, 110),)
    assert len(history.page("k", 10)) == 2


def test_what_is_done_has_its_own_name(kept, history, cases, clock):
    states = [cases["reference"]]
    states.append(recorded(states[-1], overrides=(OVERRIDE,)))
    states.append(finalise(states[-1], "2026.11", clock()))
    states.append(amend(states[-1], "The side was wrong.", clock()))
    states.append(finalise(states[-1], "2026.11", clock()))
    for state in states:
        kept.save("k", state, clock())
    deeds = [done.link.deed for done in reversed(history.page("k", 10))]
    assert deeds == [Deed.CHANGE, Deed.OVERRIDE, Deed.FINALISE, Deed.AMEND, Deed.FINALISE]


def test_what_was_finalised_elsewhere_begins_here_as_a_change(kept, history, cases, clock):
    kept.save("k", finalise(cases["reference"], "2026.11", clock()), clock())
    assert [done.link.deed for done in history.page("k", 10)] == [Deed.CHANGE]


def test_a_long_history_comes_in_pages_by_one_person_and_of_some_kinds(kept, history, path, key, flexed, clock):
    ben = Consultations(open_database(path, key), BEN)
    for degrees in range(40, 60):
        (kept if degrees % 2 else ben).save("k", flexed(degrees), clock())
    ben.close()
    Journal(kept._engine).add(Entry(clock(), ANA, Deed.VIEW, "k"), Entry(clock(), ANA, Deed.VIEW, "another"))
    first = history.page("k", 8)
    rest = history.page("k", 80, before=first[-1].link.number)
    assert [done.link.number for done in (*first, *rest)] == list(range(21, 0, -1))
    assert first[0].changes == ()
    assert {done.link.who for done in history.page("k", 80, who=BEN.id)} == {BEN.id}
    assert [done.link.deed for done in history.page("k", 80, deeds=(Deed.VIEW, Deed.PRINT))] == [Deed.VIEW]
    assert history.people("k") == [(BEN.id, BEN.name), (ANA.id, ANA.name)]


def test_a_removed_draft_leaves_that_it_was_changed_and_removed_and_nothing_of_what(kept, history, flexed, clock):
    for degrees in (95, 110):
        kept.save("k", flexed(degrees), clock())
    last = history.page("k", 1)[0].link.after
    assert kept.remove("k", clock())
    done = history.page("k", 10)
    assert [each.link.deed for each in done] == [Deed.REMOVAL, Deed.CHANGE, Deed.CHANGE]
    assert done[0].link.before == last
    assert [each.changes for each in done] == [(), (), ()]
    with reading(kept._engine) as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM changes")) == 0
    assert kept.remove("k", clock()), "it is gone"
    assert len(history.page("k", 10)) == 3


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE changes SET content = '[]'",
        "DELETE FROM changes",
        "REPLACE INTO changes SELECT number, key, '[]' FROM changes",
        "INSERT INTO changes SELECT number + 1, key, '[]' FROM changes",
    ],
)
def test_what_was_changed_is_not_changed(kept, flexed, clock, statement):
    kept.save("k", flexed(95), clock())
    with pytest.raises(Unavailable, match="CONSTRAINT"), writing(kept._engine) as connection:
        connection.exec_driver_sql(statement)
    assert len(History(kept._engine).page("k", 1)[0].changes) > 10


@pytest.mark.parametrize("content", [None, "", "[", '{"a": 1}', "[1]", '[["a"]]'])
def test_what_cannot_be_read_is_nothing(content):
    assert read_changes(content) == ()
    assert read_changes(json.dumps([["knee", None, "left"]])) == (Change("knee", None, "left"),)
