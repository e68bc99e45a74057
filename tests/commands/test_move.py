"""One command moves a practice to a server: every row counted, the users with it, this desk set to it."""

import os
from datetime import UTC, datetime

import pytest

from kneedesk.commands import move, unlocking
from kneedesk.settings import Folders, load
from kneedesk.store.consultations import Consultations
from kneedesk.store.desks import desk_in
from kneedesk.store.journal import verify_journal
from kneedesk.store.moving import NOT_EMPTY
from kneedesk.store.postgres import open_server
from kneedesk.store.server_vault import ServerVault
from kneedesk.store.vault import Vault
from tests.people import ANA, BEN, OTHER_PASSPHRASE, PASSPHRASE, QUICK, store_in

NOW = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)


@pytest.fixture
def places(tmp_path, cases, monkeypatch):
    """Return the folders of a computer on which Ana has worked."""
    with store_in(tmp_path / "data") as store:
        for name, case in cases.items():
            store.consultations.save(name, case, NOW)
    monkeypatch.setattr(unlocking.unlock, "__defaults__", (lambda _: PASSPHRASE,))
    return Folders(tmp_path / "config", tmp_path / "data")


def run(server, places):
    return move.run(server.place(), name="", places=places, now=NOW)


def test_a_practice_is_moved_with_its_users_and_every_row_counted(server, places, cases, capsys):
    before = (places.data / "consultations.sqlite").read_bytes()
    assert run(server, places) == 0
    said = capsys.readouterr().out
    assert f"consultations   {len(cases):9}" in said
    assert "every table with the same count and the same digest" in said
    engine = open_server(server.address(), "other")
    assert Consultations(engine, ANA).count() == len(cases)
    assert verify_journal(engine) == []
    engine.dispose()
    place = ServerVault(server.address(), "other")
    assert Vault(place, QUICK).unlock(ANA.id, PASSPHRASE, NOW) == Vault(places.data / "vault.json", QUICK).unlock(
        ANA.id, PASSPHRASE, NOW
    )
    assert load(places.config).settings.store == server.place()
    assert (places.data / "consultations.sqlite").read_bytes() == before


def test_where_something_is_already_nothing_is_moved_and_this_desk_stays_as_it_is(server, places, capsys):
    engine = open_server(server.address(), desk_in(places.data).id)
    Consultations(engine, ANA).notes.keep("k", "x", NOW)
    engine.dispose()
    assert run(server, places) == 1
    assert NOT_EMPTY in capsys.readouterr().err
    assert load(places.config).settings.store == ""


def test_an_open_window_and_a_computer_without_consultations_are_refused(server, places, capsys):
    (places.data / "kneedesk.lock").write_text(f"{os.getpid()}\nkneedesk\n")
    assert run(server, places) == 1
    assert "KneeDesk is open" in capsys.readouterr().err
    assert move.run(server.place(), name="", places=Folders(places.config, places.config), now=NOW) == 1
    assert "keeps no consultations" in capsys.readouterr().err


def test_no_address_and_a_wrong_passphrase_move_nothing(server, places, monkeypatch, capsys):
    assert move.run("x", name="", places=places, now=NOW) == 1
    monkeypatch.setattr(unlocking.unlock, "__defaults__", (lambda _: "wrong",))
    assert run(server, places) == 1
    assert load(places.config).settings.store == ""
    assert "does not unlock" in capsys.readouterr().err


def test_a_nurse_moves_nothing(server, places, capsys, monkeypatch):
    vault = Vault(places.data / "vault.json", QUICK)
    vault.add(vault.unlock(ANA.id, PASSPHRASE, NOW), BEN, OTHER_PASSPHRASE)
    monkeypatch.setattr(unlocking.unlock, "__defaults__", (lambda _: OTHER_PASSPHRASE,))
    assert move.run(server.place(), name=BEN.name, places=places, now=NOW) == 1
    assert "Only a physician or an administrator" in capsys.readouterr().err
    assert load(places.config).settings.store == ""
