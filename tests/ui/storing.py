"""Stores for the parts of the window that work with one: each made in a folder when it is first asked for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from kneedesk.store.store import Store, open_store
from kneedesk.store.users import Unlocked
from tests.people import ANA

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
KEY = bytes(range(32))
UNLOCKED = Unlocked(ANA, KEY)


@contextmanager
def lending() -> Iterator[Callable[[Path], Store]]:
    """Lend what opens the store in a folder, once; all of them are closed at the end."""
    opened: dict[Path, Store] = {}

    def lend(folder: Path) -> Store:
        if folder not in opened:
            opened[folder] = open_store(folder, ANA, KEY, NOW)
        return opened[folder]

    try:
        yield lend
    finally:
        for store in opened.values():
            store.close()
