"""What cannot be written before a lock is there, unread by others, when somebody unlocks."""

import pytest

from kneedesk.domain.versions import amend, finalise
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import FILE
from kneedesk.store.faults import Unavailable
from kneedesk.store.handover import open_for, put_away
from kneedesk.store.homes import Home
from kneedesk.store.outbox import Outbox
from kneedesk.store.parcel import Unwritten
from kneedesk.store.users import Unlocked
from kneedesk.store.vault import Vault
from kneedesk.store.writer import Writer
from tests.people import ANA, BEN, PASSPHRASE, QUICK, unlocked_in

PATIENCE = 0.2


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


@pytest.fixture
def ana(tmp_path):
    return unlocked_in(tmp_path)


@pytest.fixture
def begun(home, ana, clock):
    """Return a store that Ana opened, and what writes to it."""
    store, unwritten = open_for(home, ana, clock, None)
    assert unwritten is None
    writer = Writer(store.consultations, clock)
    yield store, writer
    writer.close(PATIENCE)
    store.close()


def keep(writer, consultation):
    writer.keep("k", consultation, lambda _: None, lambda _: None)


def refuse(*_arguments, **_more):
    raise Unavailable("Not now.")


def test_what_can_be_written_is_written_and_nothing_is_left(begun, home, ana, clock, cases):
    store, writer = begun
    keep(writer, cases["reference"])
    assert put_away(home, store, writer, Unwritten({}, {"k": "He rang."}), clock, 5.0) is None
    assert store.key is None
    again, _ = open_for(home, ana, clock, None)
    assert again.consultations.read("k") == cases["reference"]
    assert again.consultations.notes.read("k") == "He rang."
    again.close()


def test_what_cannot_be_written_comes_back_to_the_same_user(begun, home, ana, clock, cases, monkeypatch):
    store, writer = begun
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Consultations, "save", refuse)
        meanwhile.setattr(type(store.consultations.notes), "keep", refuse)
        keep(writer, cases["reference"])
        parcel = put_away(home, store, writer, Unwritten({}, {"k": "He rang."}, ("Name: Joan",)), clock, PATIENCE)
    assert (parcel.user, parcel.count) == (ANA, 2)
    assert "reference" not in repr(parcel)
    again, unwritten = open_for(home, ana, clock, parcel)
    assert unwritten.states["k"][0] == cases["reference"]
    assert (unwritten.notes, unwritten.typed) == ({"k": "He rang."}, ("Name: Joan",))
    again.close()


def test_somebody_else_s_is_written_in_their_name_and_not_shown(begun, home, ana, clock, cases, monkeypatch):
    store, writer = begun
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Consultations, "save", refuse)
        keep(writer, cases["reference"])
        parcel = put_away(home, store, writer, Unwritten({}, {}), clock, PATIENCE)
    again, unwritten = open_for(home, Unlocked(BEN, ana.key), clock, parcel)
    assert unwritten is None
    assert again.consultations.read("k") == cases["reference"]
    assert {link.who for link in again.journal.of("k")} == {ANA.id}
    again.close()


@pytest.mark.parametrize("who", [ANA, BEN])
def test_a_version_that_was_finalised_and_amended_before_the_lock_comes_back_too(
    begun, home, ana, clock, cases, monkeypatch, who
):
    store, writer = begun
    final = finalise(cases["reference"], "1.0", clock())
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Consultations, "save", refuse)
        keep(writer, cases["reference"])
        keep(writer, final)
        keep(writer, amend(final, "The dose was wrong.", clock()))
        parcel = put_away(home, store, writer, Unwritten({}, {}), clock, PATIENCE)
    again, unwritten = open_for(home, Unlocked(who, ana.key), clock, parcel)
    if who == ANA:
        assert unwritten.standing == {"k": (final,)}
    else:
        assert again.consultations.versions.read("k", 1) == final
        assert again.consultations.read("k").amends.reason == "The dose was wrong."
    again.close()


def test_a_note_that_could_not_be_written_remembers_as_what_it_was_read(begun, home, ana, clock, monkeypatch):
    store, writer = begun
    store.consultations.notes.keep("k", "rang", clock())
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(type(store.consultations.notes), "keep", refuse)
        besides = Unwritten({}, {"k": "rang. Afraid."}, read_as={"k": "rang"})
        parcel = put_away(home, store, writer, besides, clock, PATIENCE)
    ben = Unlocked(BEN, ana.key)
    again, _ = open_for(home, ben, clock, None)
    again.consultations.notes.keep("k", "rang. Daughter.", clock(), "rang")
    again.close()
    again, _ = open_for(home, ben, clock, parcel)
    assert again.consultations.notes.read("k") == "rang. Daughter.\n\n. Afraid."
    again.close()


def test_a_change_is_not_lost_by_what_else_fails(begun, home, ana, clock, cases, monkeypatch):
    store, writer = begun
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Consultations, "save", refuse)
        meanwhile.setattr(type(store.scribe), "hand_over", refuse)
        keep(writer, cases["reference"])
        parcel = put_away(home, store, writer, Unwritten({}, {}), clock, PATIENCE)
    assert store.key is None
    assert parcel.unpack(ana.key).states["k"][0] == cases["reference"]


def test_the_store_is_closed_also_where_nobody_foresaw_the_fault(begun, home, clock, monkeypatch):
    store, writer = begun
    monkeypatch.setattr(type(store.scribe), "hand_over", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        put_away(home, store, writer, Unwritten({}, {}), clock, PATIENCE)
    assert store.key is None


def test_a_store_that_does_not_open_is_said(home, ana, clock):
    store, _ = open_for(home, ana, clock, None)
    store.close()
    with pytest.raises(Unavailable):
        open_for(home, Unlocked(ANA, bytes(32)), clock, None)
    assert (home.folder / FILE).exists()


@pytest.mark.parametrize("who", [ANA, BEN])
def test_what_could_be_kept_neither_on_the_server_nor_on_the_desk_is_not_lost(
    server, tmp_path, clock, cases, monkeypatch, who
):
    shared = Home(tmp_path, server.place())
    key, _ = Vault(shared.vault()._place, QUICK).make(ANA, PASSPHRASE)
    store, _ = open_for(shared, Unlocked(ANA, key), clock, None)
    writer = Writer(store.consultations, clock)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Consultations, "save", refuse)
        meanwhile.setattr(Outbox, "keep", refuse)
        keep(writer, cases["reference"])
        parcel = put_away(shared, store, writer, Unwritten({}, {}), clock, PATIENCE)
        if who == BEN:
            with pytest.raises(Unavailable):
                open_for(shared, Unlocked(BEN, key), clock, parcel)
    again, unwritten = open_for(shared, Unlocked(who, key), clock, parcel)
    again.close()
    if who == BEN:
        assert unwritten is None
        again, unwritten = open_for(shared, Unlocked(ANA, key), clock, None)
        again.close()
    assert unwritten.states["k"][0] == cases["reference"]
