"""What the tests of the gate and of the lock share: who can unlock, and windows on one folder."""

from dataclasses import replace
from itertools import count

import pytest

from kneedesk.application import Application
from kneedesk.settings import Folders
from kneedesk.store.homes import Home
from kneedesk.store.vault import FILE, Vault
from tests.people import ANA, BEN, OTHER_PASSPHRASE, PASSPHRASE, QUICK
from tests.ui.lock.entrance import begun, close
from tests.ui.running import NOW, SETTINGS


@pytest.fixture
def vault(tmp_path):
    vault = Vault(tmp_path / FILE, QUICK)
    vault.key, vault.recovery = vault.make(ANA, PASSPHRASE)
    vault.add(vault.key, BEN, OTHER_PASSPHRASE)
    return vault


@pytest.fixture
def hands(tmp_path, theme, qtbot):
    """Return what opens the window on a folder of the test; each is closed at the end."""
    made, keys = [], count()

    def begin(clock=lambda: NOW, file=None):
        application = Application(
            Folders(tmp_path, tmp_path), SETTINGS, theme, clock=clock, new_key=lambda: f"key-{next(keys)}"
        )
        made.append(application)
        return begun(application, qtbot, file)

    yield begin
    close(made)


@pytest.fixture
def hand(vault, hands):
    return hands()


@pytest.fixture
def begin(tmp_path, theme, qtbot, line):
    """Return what opens the window of a desk of a practice with a server, each in a folder of its own."""
    made, keys = [], count()

    def begin(desk="one", place=None, named=None):
        folder = tmp_path / desk
        settings = replace(SETTINGS, store=line.place() if place is None else place)
        application = Application(
            Folders(folder, folder),
            settings,
            theme,
            clock=lambda: NOW,
            new_key=lambda: f"key-{next(keys)}",
            server=named,
        )
        made.append(application)
        return begun(application, qtbot)

    yield begin
    close(made)


@pytest.fixture
def known(tmp_path, line):
    """Let Ana be known to the practice."""
    vault = Vault(Home(tmp_path / "maker", line.place()).vault()._place, QUICK)
    vault.make(ANA, PASSPHRASE)
    return vault
