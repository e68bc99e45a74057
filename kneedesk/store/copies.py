"""Copy a file of SQLite whole, and tell of two files whether they hold the same."""

import sqlite3
from collections.abc import Mapping
from hashlib import sha256

from kneedesk.store import faults
from kneedesk.store.faults import Unavailable
from kneedesk.store.progress import Progress

_TRIES = 8  # of a quarter of a second each, while another program writes
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_PAGES = 256  # at once: a megabyte


def copy_whole(source: sqlite3.Connection, target: sqlite3.Connection, progress: Progress | None = None) -> None:
    """Put what the source holds at one moment into the place of all that the target holds, in one transaction.

    Both are plain, or both encrypted with one key. Progress is told in pages; the source is in a transaction then, or
    whoever writes to it would make the copy begin again.

    :raises Unavailable: where another program does not let go of one of them.
    :raises CalledOff: where progress was called off; the target holds then what it held.
    """
    left = _TRIES

    def step(status: int, remaining: int, total: int) -> None:
        nonlocal left
        left -= status in _BUSY
        if not left:
            raise Unavailable(faults.LOCKED)
        if progress is not None:
            progress.tell(total - remaining, total)

    source.backup(target, pages=_PAGES if progress is not None else -1, progress=step)


def is_sound(connection: sqlite3.Connection, encrypted: bool) -> bool:
    """Tell whether every page of a file can be read and all of them fit together.

    :raises sqlite3.Error: or SQLCipher's, where the damage is so great that not even that can be told.
    """
    if encrypted and connection.execute("PRAGMA cipher_integrity_check").fetchall():
        return False
    return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def shape(connection: sqlite3.Connection) -> Mapping[str, str]:
    """Return the tables, indexes and triggers of a file, each with the statement that made it."""
    return dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall())


def counts(connection: sqlite3.Connection) -> Mapping[str, int]:
    """Return the number of rows of each table."""
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - names from the file itself
        for name in _tables(connection)
    }


def digests(connection: sqlite3.Connection) -> Mapping[str, str]:
    """Return one SHA-256 digest of all rows of each table in their order, as 64 hexadecimal digits."""
    return {name: _digest(connection, name) for name in _tables(connection)}


def _tables(connection: sqlite3.Connection) -> list[str]:
    statement = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    return [name for (name,) in connection.execute(statement).fetchall()]


def _digest(connection: sqlite3.Connection, table: str) -> str:
    total = sha256()
    for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid'):  # noqa: S608 - as above
        kept = repr(row).encode()
        total.update(len(kept).to_bytes(8) + kept)
    return total.hexdigest()
