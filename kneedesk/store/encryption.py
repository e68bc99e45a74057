"""Move a plain store into an encrypted one: a copy that is compared row by row, then one swap of names."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from kneedesk.store import faults
from kneedesk.store.connections import connect, is_plain
from kneedesk.store.copies import counts, digests, is_sound, shape
from kneedesk.store.faults import Unavailable, explained
from kneedesk.store.files import linked, settle, write_over

_DRAFT, _OLD = ".encrypting", ".plain"
_BESIDE = ("-wal", "-shm", "-journal")

# Message of the application.
NOT_THE_SAME = "The encrypted copy does not hold the same as the store; nothing was changed."


@dataclass(frozen=True, slots=True)
class Encrypted:
    """What was moved: how many rows of each table, and whether the plain file could be written over."""

    rows: Mapping[str, int]
    written_over: bool
    """Even then an SSD, a journal of the file system or a backup of the computer may hold remnants of it.

    Only a disk that is encrypted as a whole is sure to hold none.
    """


def encrypt_store(path: Path, key: bytes) -> Encrypted | None:
    """Put an encrypted store into the place of a plain one, on which nobody works; the key has 32 bytes.

    Whenever power goes, the store is the plain one or the encrypted one, whole. Called again it takes up where it was
    interrupted, and does nothing and returns nothing where no plain store and no remnant of one is left.

    :raises Unavailable: where it cannot be done; the store stands as it was then.
    """
    draft, old = (path.with_name(path.name + suffix) for suffix in (_DRAFT, _OLD))
    with explained(path):
        if not is_plain(path):
            _discard(draft)
            return Encrypted({}, write_over(old)) if old.exists() else None
        if old.exists() and old.samefile(path):  # power went before the swap
            old.unlink()
        elif old.exists():
            write_over(old)
        try:
            rows, copied = _copy(path, draft, key)
            kept = linked(path, old)
            if _state(path) != copied:
                raise Unavailable(faults.LOCKED)
            draft.replace(path)
        finally:
            with suppress(OSError):
                _discard(draft)
        settle(path.parent)
        return Encrypted(rows, kept and write_over(old))


def _copy(path: Path, draft: Path, key: bytes) -> tuple[Mapping[str, int], tuple[int, int, bool]]:
    """Make the encrypted copy while nobody else can write, compare it; return its rows and the state that it is of."""
    _discard(draft)
    draft.touch(mode=0o600)
    with closing(connect(path)) as plain:
        # Written back and gone, and refused while another program has the file open.
        if plain.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
            raise Unavailable(faults.LOCKED)
        if not is_sound(plain, encrypted=False):
            raise Unavailable(faults.DAMAGED)
        plain.execute("BEGIN EXCLUSIVE")
        with closing(connect(draft, key)) as encrypted:
            _export(plain, encrypted)
        with closing(connect(draft, key)) as encrypted:
            held = counts(plain)
            same = (shape(encrypted), counts(encrypted), digests(encrypted)) == (shape(plain), held, digests(plain))
            if not same or not is_sound(encrypted, encrypted=True):
                raise Unavailable(NOT_THE_SAME)
        plain.execute("ROLLBACK")
        return held, _state(path)


def _export(plain: sqlite3.Connection, encrypted: sqlite3.Connection) -> None:
    """Write the tables, their rows, then what watches over them, in one transaction."""
    encrypted.execute("BEGIN IMMEDIATE")
    made = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    statements = plain.execute(made).fetchall()
    for kind, name, statement in statements:
        if kind == "table":
            encrypted.execute(statement)
            _export_rows(plain, encrypted, name)
    for kind, _, statement in statements:
        if kind != "table":
            encrypted.execute(statement)
    encrypted.execute("COMMIT")


def _export_rows(plain: sqlite3.Connection, encrypted: sqlite3.Connection, table: str) -> None:
    rows = plain.execute(f'SELECT * FROM "{table}" ORDER BY rowid')  # noqa: S608 - names from the file itself
    places = ", ".join("?" * len(rows.description))
    encrypted.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)  # noqa: S608


def _state(path: Path) -> tuple[int, int, bool]:
    """Return what changes when somebody writes to a store: its time, its size, and whether there is a log."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size, path.with_name(path.name + "-wal").exists()


def _discard(draft: Path) -> None:
    for name in (draft.name, *(draft.name + beside for beside in _BESIDE)):
        draft.with_name(name).unlink(missing_ok=True)
