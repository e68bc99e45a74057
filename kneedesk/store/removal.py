"""Delete patients for good, by rule or by hand: nothing of them stays but a tombstone that names nobody."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, func, select

from kneedesk.store.chain import Deed, Entry
from kneedesk.store.database import reading, writing
from kneedesk.store.folding import sought_words
from kneedesk.store.journal import append
from kneedesk.store.tables import addenda, consultations, issued, metadata, tombstones, versions
from kneedesk.store.users import User

_MOST = 200  # patients are listed at once
_AT_ONCE = 500  # keys in one statement
_row = consultations.c
_IDENTITY = (_row.family_name, _row.given_name, _row.identifier, _row.birth_date)
_KEPT = frozenset(("journal", "tombstones"))
"""Tables in which a key stays: they hold nothing of a patient."""


class Reason(StrEnum):
    """Why a patient was deleted: chosen and never typed, for words could name the patient."""

    EXPIRED = "expired"
    ASKED = "asked"
    MISTAKE = "mistake"
    ORDERED = "ordered"


@dataclass(frozen=True, slots=True)
class Kept:
    """One consultation of a patient: its key, its day and its knee."""

    key: str
    date: date
    knee: str


@dataclass(frozen=True, slots=True)
class Patient:
    """A patient as all their consultations name them, which are kept here, the newest first."""

    family_name: str
    given_name: str | None
    identifier: str | None
    birth_date: date | None
    consultations: Sequence[Kept]
    last: date
    """The day of the last consultation, change or addendum."""


def find_patients(engine: Engine, text: str = "", last_before: date | None = None) -> Sequence[Patient]:
    """Return the patients whose consultations hold all words of a text, those longest not seen first; 200 at most.

    With a day, only those of whom nothing was kept on that day or after it.

    :raises Unavailable: where the store cannot be read.
    """
    statement = (
        select(*_IDENTITY)
        .where(*(_row.search.contains(word, autoescape=True) for word in sought_words(text)))
        .group_by(*_IDENTITY)
        .order_by(func.max(_row.changed_at), _row.family_name)
        .limit(_MOST)
    )
    if last_before is not None:
        statement = _not_since(statement, last_before)
    with reading(engine) as connection:
        identities = [tuple(identity) for identity in connection.execute(statement)]
        patients = _patients(connection, identities)
    return [each for each in patients if last_before is None or each.last < last_before]


def delete(engine: Engine, keys: Sequence[str], reason: Reason, at: datetime, user: User) -> int:
    """Delete consultations with all that is kept of them; return how many there were.

    All or none: versions, addenda, documents, notes and changes go with them. The journal keeps their keys and says who
    deleted them. What lies in the file until :func:`wipe` is no row any more.

    :raises Unavailable: where it could not be done; nothing is deleted then.
    """
    with writing(engine) as connection:
        there = [key for key in keys if connection.scalar(select(_row.key).where(_row.key == key))]
        for key in there:
            connection.execute(tombstones.insert(), {"key": key, "at": at, "who": user.id, "reason": reason.value})
        forget(connection, there)
        append(connection, *(Entry(at, user, Deed.REMOVAL, key) for key in there))
    return len(there)


def forget(connection: Connection, keys: Sequence[str]) -> None:
    """Delete all that is kept of consultations for which a tombstone stands, inside a transaction."""
    for begin in range(0, len(keys), _AT_ONCE):
        some = keys[begin : begin + _AT_ONCE]
        shared = select(versions.c.digest).where(versions.c.key.not_in(some))
        digests = select(versions.c.digest).where(versions.c.key.in_(some), versions.c.digest.not_in(shared))
        connection.execute(issued.delete().where(issued.c.digest.in_(digests)))  # before the versions: they name them
        for table in _of_a_consultation():
            connection.execute(table.delete().where(table.c.key.in_(some)))


def wipe(engine: Engine) -> bool:
    """Write the file anew, so that it holds no byte of what was deleted; tell whether that could be done.

    On a server it is the server's to do. What an SSD, a journal of the file system or a backup holds is not reached.
    """
    if engine.dialect.name != "sqlite":
        return False
    with suppress(Exception):  # a full disk, another program: the rows are gone all the same
        lent = engine.raw_connection()
        try:
            cursor: sqlite3.Cursor = lent.cursor()  # type: ignore[assignment]
            cursor.execute("VACUUM")
            (busy,) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[:1]
            return not busy
        finally:
            lent.close()
    return False


def _not_since(statement: Select[Any], day: date) -> Select[Any]:
    """Leave out whom something was kept of on a day or after it."""
    begins = datetime.combine(day, time(), UTC)
    added = select(addenda.c.key).where(addenda.c.at >= begins)
    older = statement.where(_row.key.not_in(added))
    return older.having(func.max(_row.date) < day, func.max(_row.changed_at) < begins)


def _patients(connection: Connection, identities: Sequence[tuple[Any, ...]]) -> Sequence[Patient]:
    """Return the patients by what they are named, in this order; the table is read once for all of them."""
    held: dict[tuple[Any, ...], list[Any]] = {identity: [] for identity in identities}
    names = {identity[0] for identity in identities}
    rows = select(*_IDENTITY, _row.key, _row.date, _row.knee, _row.changed_at).where(_row.family_name.in_(names))
    for row in connection.execute(rows.order_by(_row.date.desc())):
        if row[:4] in held:
            held[row[:4]].append(row)
    keys = [row.key for found in held.values() for row in found]
    added = _added(connection, keys)
    return [_patient(identity, held[identity], added) for identity in identities]


def _added(connection: Connection, keys: Sequence[str]) -> Mapping[str, date]:
    """Return the day of the newest addendum of each consultation that has one."""
    newest: dict[str, date] = {}
    for begin in range(0, len(keys), _AT_ONCE):
        some = addenda.c.key.in_(keys[begin : begin + _AT_ONCE])
        for key, at in connection.execute(select(addenda.c.key, func.max(addenda.c.at)).where(some).group_by("key")):
            newest[key] = at.date()
    return newest


def _patient(identity: tuple[Any, ...], rows: Sequence[Any], added: Mapping[str, date]) -> Patient:
    family_name, given_name, identifier, birth_date = identity
    days = [day for row in rows for day in (row.date, row.changed_at.date(), added.get(row.key, row.date))]
    held = tuple(Kept(row.key, row.date, row.knee) for row in rows)
    return Patient(family_name, given_name, identifier, birth_date, held, max(days))


def _of_a_consultation() -> Sequence[Table]:
    """Return the tables with rows of a consultation: the consultation itself last."""
    named = [table for table in metadata.sorted_tables if "key" in table.c and table.name not in _KEPT]
    return sorted(named, key=lambda table: table is consultations)
