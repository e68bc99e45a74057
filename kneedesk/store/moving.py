"""Move a practice from its file to a server: every row of every table, counted and compared before it is committed."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, Select, Table, func, select

from kneedesk.store.database import reading, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.tables import addenda, changes, journal, metadata

_AT_ONCE = 500  # rows

# Messages of the application.
NOT_EMPTY = "The server holds consultations already: a practice is moved only to where nothing is."
NOT_THE_SAME_THERE = "What arrived on the server is not what was sent; nothing of it was kept."


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved: how many rows of each table, and the digest of all of them, the same on both sides."""

    rows: Mapping[str, int]
    digests: Mapping[str, str]
    """64 hexadecimal digits a table."""


def move(source: Engine, target: Engine) -> Moved:
    """Copy all that one store holds into another one that holds nothing; the first stays as it is.

    :raises Unavailable: where it could not be done; the other store holds nothing then.
    """
    with reading(source) as read, read.begin(), writing(target) as write:
        if any(write.scalar(select(func.count()).select_from(table)) for table in metadata.sorted_tables):
            raise Unavailable(NOT_EMPTY)
        for table in metadata.sorted_tables:
            if table not in (journal, changes):
                _copy(read, write, table)
        _copy_chain(read, write)
        sent, arrived = (_told(side) for side in (read, write))
        if sent != arrived:
            raise Unavailable(NOT_THE_SAME_THERE)
        _count_on(write)
    return sent


def _copy(read: Connection, write: Connection, table: Table) -> None:
    with _rows(read, select(table)) as found:
        for rows in found.partitions():
            write.execute(table.insert(), [row._asdict() for row in rows])


def _copy_chain(read: Connection, write: Connection) -> None:
    """Copy the journal in its order, and after each entry what it changed: a server takes neither in any other."""
    others = [column for column in changes.c if column is not changes.c.number]
    statement = select(journal, *(column.label(f"changed_{column.name}") for column in others))
    statement = statement.outerjoin(changes, changes.c.number == journal.c.number).order_by(journal.c.number)
    add_entry, add_changes, names = journal.insert(), changes.insert(), journal.c.keys()
    for row in _rows(read, statement):
        kept = row._mapping
        write.execute(add_entry, {name: kept[name] for name in names})
        if kept["changed_content"] is not None:
            changed = {column.name: kept[f"changed_{column.name}"] for column in others}
            write.execute(add_changes, {"number": kept["number"], **changed})


def _told(connection: Connection) -> Moved:
    """Return how many rows each table has, and the digest of all of them in the order of their keys."""
    counted, digests = dict[str, int](), dict[str, str]()
    for table in metadata.sorted_tables:
        total, count = sha256(), 0
        for row in _rows(connection, select(table).order_by(*table.primary_key)):
            kept = repr(tuple(map(_as_kept, row))).encode("utf-8", "surrogatepass")
            total.update(len(kept).to_bytes(8) + kept)
            count += 1
        counted[table.name], digests[table.name] = count, total.hexdigest()
    return Moved(counted, digests)


def _rows(connection: Connection, statement: Select[Any]) -> CursorResult[Any]:
    return connection.execute(statement.execution_options(yield_per=_AT_ONCE))


def _as_kept(value: Any) -> Any:
    """Return a value as a server keeps it: without a NUL."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def _count_on(connection: Connection) -> None:
    """Have the server number what is added next after what arrived."""
    if connection.dialect.name == "postgresql":
        newest = select(func.max(addenda.c.number)).scalar_subquery()
        connection.execute(select(func.setval("addenda_number_seq", func.coalesce(newest, 1), newest.is_not(None))))
