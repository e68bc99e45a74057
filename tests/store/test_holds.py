"""One desk writes a consultation; the others read along, and take over only by saying so."""

from datetime import timedelta

import pytest

from kneedesk.store import server_faults
from kneedesk.store.consultations import Consultations
from kneedesk.store.desks import Desk
from kneedesk.store.faults import Unavailable
from kneedesk.store.holds import SILENT, Holds
from kneedesk.store.postgres import open_server
from kneedesk.store.shown import Shown
from tests.people import ANA, BEN
from tests.store.conftest import BEGIN

FIRST, SECOND = Desk("first", "Room 1"), Desk("second", "Room 2")
LATER = BEGIN + timedelta(minutes=1)


@pytest.fixture
def desks(server):
    """Return two desks, each as its engine and what it holds."""
    engines = [open_server(server.address(), desk.id) for desk in (FIRST, SECOND)]
    yield [(engine, Holds(engine, *who)) for engine, who in zip(engines, ((FIRST, ANA), (SECOND, BEN)), strict=True)]
    for engine in engines:
        engine.dispose()


def test_who_takes_first_writes_and_the_other_is_told_who(desks):
    (_, first), (_, second) = desks
    assert first.of("k") is None
    hold = first.take("k", BEGIN)
    assert first.is_ours(hold)
    told = second.take("k", LATER)
    assert told == hold
    assert (told.place, told.name, told.since) == ("Room 1", ANA.name, BEGIN)
    assert not second.is_ours(told)


def test_what_is_ours_is_renewed_and_stays_since_when(desks):
    (_, first), _ = desks
    first.take("k", BEGIN)
    first.renew(["k"], LATER)
    assert first.of("k").renewed == LATER
    assert first.take("k", LATER + SILENT).since == BEGIN


def test_another_user_at_the_same_desk_takes_it_anew(desks):
    (engine, first), _ = desks
    first.take("k", BEGIN)
    assert Holds(engine, FIRST, BEN).take("k", LATER).since == LATER


def test_what_is_released_is_free_and_only_by_who_has_it(desks):
    (_, first), (_, second) = desks
    first.take("k", BEGIN)
    second.release("k")
    assert first.is_ours(second.of("k"))
    first.release("k")
    assert second.is_ours(second.take("k", LATER))


def test_what_was_taken_over_is_not_renewed_by_who_had_it(desks):
    (_, first), (_, second) = desks
    first.take("k", BEGIN)
    second.take_over("k", BEGIN)
    first.renew(["k"], LATER)
    assert first.of("k").renewed == BEGIN
    assert second.is_ours(first.of("k"))


def test_a_desk_that_says_nothing_may_be_gone_and_still_has_it(desks):
    (_, first), (_, second) = desks
    hold = first.take("k", BEGIN)
    assert not hold.is_silent(BEGIN + SILENT)
    assert hold.is_silent(BEGIN + SILENT + timedelta(seconds=1))
    assert not second.is_ours(second.take("k", BEGIN + 2 * SILENT))


def test_what_another_desk_holds_is_neither_written_nor_removed_until_it_is_taken_over(desks, cases):
    (one, first), (other, second) = desks
    mine, theirs = Consultations(one, ANA), Consultations(other, BEN)
    first.take("k", BEGIN)
    mine.save("k", cases["reference"], BEGIN)
    for work in (lambda: theirs.save("k", cases["declined"], LATER), lambda: theirs.remove("k", LATER)):
        with pytest.raises(Unavailable) as caught:
            work()
        assert caught.value.sentence == server_faults.HELD
    theirs.mark_shown("k", Shown("2026.1", {}))
    assert mine.read("k") == cases["reference"]
    second.take_over("k", LATER)
    theirs.save("k", cases["declined"], LATER)
    with pytest.raises(Unavailable) as caught:
        mine.save("k", cases["reference"], LATER)
    assert caught.value.sentence == server_faults.HELD
    assert mine.read("k") == cases["declined"]


def test_what_nobody_holds_is_written_by_anybody(desks, cases):
    (one, _), (other, _) = desks
    Consultations(one, ANA).save("k", cases["reference"], BEGIN)
    assert Consultations(other, BEN).save("k", cases["declined"], LATER) == 2
