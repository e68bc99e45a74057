"""Modules of the window are loaded one after the other, each in a turn of the window's own thread."""

import sys

import pytest
from PySide6.QtCore import QObject

from kneedesk.ui.loading import load_in_turn

NAMES = [f"loaded_in_turn_{number}" for number in range(3)]


@pytest.fixture
def modules(tmp_path, monkeypatch):
    """Return the names of modules that nobody has loaded."""
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    yield NAMES
    for name in NAMES:
        sys.modules.pop(name, None)


def test_they_are_loaded_in_turn_and_then_it_goes_on(qtbot, modules):
    seen, context = [], QObject()
    load_in_turn(modules, context, lambda: seen.append("then"))
    assert [name for name in modules if name in sys.modules] == modules[:1]
    assert not seen
    qtbot.waitUntil(lambda: bool(seen))
    assert all(name in sys.modules for name in modules)


def test_what_is_loaded_already_is_not_waited_for():
    seen = []
    load_in_turn(["sys", "json"], QObject(), lambda: seen.append("then"))
    assert seen == ["then"]
