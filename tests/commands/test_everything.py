"""One command writes everything that is kept as files, for a physician who unlocks, and says that they are readable."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kneedesk.commands import command_line, everything
from kneedesk.store.chain import Deed
from kneedesk.store.everything import EXPORT_NOT_WRITTEN, MANIFEST
from kneedesk.store.homes import Home
from kneedesk.store.users import Role, Unlocked
from kneedesk.store.vault import FILE, Vault
from tests.people import ANA, OTHER_PASSPHRASE, PASSPHRASE, QUICK, store_in

NOW = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)
BEN = replace(ANA, id="ben-1", name="Ben Okafor", role=Role.ADMINISTRATOR)


@pytest.fixture
def data(tmp_path, cases):
    """Return the folder of a computer on which Ana has worked."""
    with store_in(tmp_path / "data") as store:
        for name, case in cases.items():
            store.consultations.save(name, case, NOW)
    return tmp_path / "data"


def run(out, data, name="", passphrase=PASSPHRASE):
    return everything.run(
        out, name=name, home=data if isinstance(data, Home) else Home(data), now=NOW, ask=lambda _: passphrase
    )


def test_everything_is_written_and_it_is_said_that_it_is_readable(data, tmp_path, cases, capsys):
    assert run(tmp_path, data) == 0
    said = capsys.readouterr().out
    assert f"{len(cases)} consultations" in said
    assert "not encrypted" in said
    (made,) = tmp_path.glob("kneedesk-export-*")
    assert json.loads((made / MANIFEST).read_bytes())["consultations"] == len(cases)
    with store_in(data) as store:
        assert store.journal.of("")[-1].deed == Deed.EXPORT


def test_who_is_no_physician_and_who_does_not_unlock_get_nothing(data, tmp_path, capsys):
    vault = Vault(data / FILE, QUICK)
    vault.add(vault.unlock(ANA.id, PASSPHRASE, NOW), BEN, OTHER_PASSPHRASE)
    assert run(tmp_path, data, "Ben Okafor", OTHER_PASSPHRASE) == 1
    assert "Only a physician" in capsys.readouterr().err
    assert run(tmp_path, data, ANA.name, "a wrong one of many words") == 1
    assert "does not unlock" in capsys.readouterr().err
    assert not list(tmp_path.glob("kneedesk-export-*"))


def test_where_it_cannot_be_written_or_nothing_is_kept_it_is_said(data, tmp_path, capsys):
    assert run(tmp_path / "nowhere", data) == 1
    assert EXPORT_NOT_WRITTEN in capsys.readouterr().err
    assert run(tmp_path, tmp_path) == 1
    assert "keeps no consultations" in capsys.readouterr().err


def test_the_command_line_names_the_folder_and_the_user(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setenv("KNEEDESK_HOME", str(tmp_path))
    monkeypatch.setattr(everything, "run", lambda out, **options: asked.append((out, options["name"])) or 0)
    assert command_line.run(["everything", "--out", str(tmp_path), "--user", "Ana"]) == 0
    assert asked == [(tmp_path, "Ana")]


def test_what_a_server_keeps_is_written_as_well(server, tmp_path, cases, capsys):
    home = Home(tmp_path / "data", server.place())
    key, _ = Vault(home.vault()._place, QUICK).make(ANA, PASSPHRASE)
    store = home.open(Unlocked(ANA, key), NOW)
    store.consultations.save("k", cases["reference"], NOW)
    store.close()
    assert run(tmp_path, home) == 0
    assert "1 consultation in" in capsys.readouterr().out
