"""At the terminal a user is named or is the only one, and says the passphrase unseen."""

from datetime import UTC, datetime

import pytest

from kneedesk.commands.unlocking import unlock
from kneedesk.store.vault import WRONG, Vault
from tests.people import ANA, BEN, OTHER_PASSPHRASE, PASSPHRASE, QUICK

NOW = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)


@pytest.fixture
def vault(tmp_path):
    return Vault(tmp_path / "vault.json", QUICK)


def test_the_only_user_needs_no_name(vault, english):
    key, _ = vault.make(ANA, PASSPHRASE)
    asked = []
    unlocked = unlock(vault, "", NOW, english, lambda prompt: asked.append(prompt) or PASSPHRASE)
    assert (unlocked.user, unlocked.key) == (ANA, key)
    assert asked == ["Passphrase of Dr. Ana Núñez: "]


def test_of_several_one_is_named(vault, english, capsys):
    key, _ = vault.make(ANA, PASSPHRASE)
    vault.add(key, BEN, OTHER_PASSPHRASE)
    assert unlock(vault, "ben okafor", NOW, english, lambda _: OTHER_PASSPHRASE).user == BEN
    for name in ("", "Nobody"):
        assert unlock(vault, name, NOW, english, lambda _: PASSPHRASE) is None
        assert "Dr. Ana Núñez, Ben Okafor" in capsys.readouterr().err


def test_a_wrong_passphrase_and_a_missing_vault_are_said(vault, english, capsys):
    assert unlock(vault, "", NOW, english, lambda _: "x") is None
    assert "not there" in capsys.readouterr().err
    vault.make(ANA, PASSPHRASE)
    assert unlock(vault, "", NOW, english, lambda _: "x") is None
    assert WRONG in capsys.readouterr().err
