"""What restoring a backup would change: which consultations differ from those that are kept now."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Engine

from kneedesk.store import faults
from kneedesk.store.backups import BACKUP_DAMAGED, Backup
from kneedesk.store.connections import connect
from kneedesk.store.database import reading
from kneedesk.store.faults import Unavailable, explained

_NONE = "SELECT NULL, NULL, NULL WHERE 0"
_CONSULTATIONS = "SELECT key, version, changed_at FROM consultations ORDER BY key"
_ADDENDA = "SELECT key, at, number FROM addenda ORDER BY key, at, number"


@dataclass(frozen=True, slots=True)
class Differences:
    """How many consultations and addenda would be others after a backup is restored."""

    lost: int = 0
    """Consultations that are kept now and are not in the backup."""
    earlier: int = 0
    """Consultations that would go back to how they were when the backup was made."""
    back: int = 0
    """Consultations that are in the backup only, and were not deleted with a tombstone."""
    deleted: int = 0
    """Consultations that are in the backup and stay deleted."""
    addenda: int = 0
    """Addenda that are kept now and are not in the backup."""

    @property
    def none(self) -> bool:
        """Tell whether nothing would be lost and nothing come back."""
        return self == Differences()


def differences(engine: Engine, backup: Backup, key: bytes | None) -> Differences:
    """Return how an open store and a backup differ; both are read in the order of their keys, and nothing is held.

    :raises Unavailable: where one of them cannot be read.
    """
    try:
        with reading(engine) as connection, connection.begin(), explained(backup.path):
            now = cast("sqlite3.Connection", connection.connection.driver_connection)
            stones = {row[0] for row in now.execute("SELECT key FROM tombstones")}
            with closing(connect(backup.path, key)) as then:
                lost, earlier, only_then = _compare(_rows(now, _CONSULTATIONS), _rows(then, _CONSULTATIONS))
                added, changed, _ = _compare(_addenda(now), _addenda(then))
    except Unavailable as fault:
        raise Unavailable(BACKUP_DAMAGED if fault.sentence == faults.DAMAGED else fault.sentence, fault.code) from None
    deleted = sum(each in stones for each in only_then)
    return Differences(lost, earlier, len(only_then) - deleted, deleted, added + changed)


def _rows(connection: sqlite3.Connection, statement: str) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield each row by its key; a backup of an older revision may lack a table."""
    try:
        found = connection.execute(statement)
    except Exception as error:
        if "no such table" not in str(error):
            raise
        found = connection.execute(_NONE)
    return ((first, tuple(rest)) for first, *rest in found)


def _addenda(connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield each addendum by its consultation, its instant and its place among all, which never changes."""
    return ((f"{key} {rest[0]} {rest[1]:09}", rest) for key, rest in _rows(connection, _ADDENDA))


def _compare(
    now: Iterator[tuple[str, tuple[Any, ...]]], then: Iterator[tuple[str, tuple[Any, ...]]]
) -> tuple[int, int, Sequence[str]]:
    """Return how many are only now, how many are others, and which are only then; both come in order."""
    lost, others, only_then = 0, 0, []
    ours, theirs = next(now, None), next(then, None)
    while ours is not None or theirs is not None:
        if theirs is None or (ours is not None and ours[0] < theirs[0]):
            lost, ours = lost + 1, next(now, None)
        elif ours is None or theirs[0] < ours[0]:
            only_then.append(theirs[0])
            theirs = next(then, None)
        else:
            others += ours[1] != theirs[1]
            ours, theirs = next(now, None), next(then, None)
    return lost, others, only_then
