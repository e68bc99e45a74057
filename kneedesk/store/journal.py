"""The journal of one store: who did what and when, added in order and never changed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, Engine, select

from kneedesk.store.chain import Anchor, Deed, Entry, Fault, Link, faults_of, link
from kneedesk.store.database import reading, writing
from kneedesk.store.prepared import Prepared, driver_of
from kneedesk.store.tables import journal

_MOST_FAULTS = 100
_AT_ONCE = 1000
LINKS = select(*(journal.c[name] for name in Link._fields)).order_by(journal.c.number)
"""All entries, in order and as :class:`Link` has them."""
_ADD = Prepared(journal.insert())
_HEAD = "SELECT number, digest FROM journal ORDER BY number DESC LIMIT 1"
_NEWEST = select(journal.c.at).order_by(journal.c.number.desc()).limit(100)


class Journal:
    """The journal of one store; every method raises ``Unavailable`` with a sentence where it fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, *entries: Entry) -> Anchor:
        """Keep entries, all or none; return the head that they make."""
        with writing(self._engine) as connection:
            return append(connection, *entries)

    def head(self) -> Anchor:
        """Return the head, to be kept elsewhere."""
        with reading(self._engine) as connection:
            return head_of(connection)

    def last_at(self) -> datetime | None:
        """Return the latest instant among the newest hundred entries: the clock may have been set back since."""
        with reading(self._engine) as connection:
            found = connection.scalars(_NEWEST).all()
        return max(map(datetime.fromisoformat, found), default=None)

    def last_of(self, deed: Deed) -> datetime | None:
        """Return when something was done last, nothing where it never was."""
        newest = select(journal.c.at).where(journal.c.deed == deed).order_by(journal.c.number.desc()).limit(1)
        with reading(self._engine) as connection:
            found = connection.scalar(newest)
        return datetime.fromisoformat(found) if found else None

    def of(self, key: str) -> Sequence[Link]:
        """Return what was done to one consultation, the oldest first."""
        with reading(self._engine) as connection:
            return [Link(*row) for row in connection.execute(LINKS.where(journal.c.key == key)).all()]


def append(connection: Connection, *entries: Entry) -> Anchor:
    """Keep entries inside the transaction that keeps what was done; return the head that they make."""
    head = head_of(connection)
    for entry in entries:
        kept = link(head, entry)
        _ADD.execute(connection, kept._asdict())
        head = Anchor(kept.number, kept.digest)
    return head


def head_of(connection: Connection) -> Anchor:
    """Return the head of the journal as one transaction sees it."""
    rows = driver_of(connection).execute(_HEAD).fetchall()
    return Anchor(*rows[0]) if rows else Anchor()


def verify_journal(engine: Engine, anchors: Iterable[Anchor] = ()) -> Sequence[Fault]:
    """Return what is wrong with the journal of a store, at most the first hundred; nothing where it is sound.

    A cut tail, and a chain that was written anew, are found only by an anchor from before.

    :raises Unavailable: where the store cannot be read.
    """
    with reading(engine) as connection, connection.execute(LINKS.execution_options(yield_per=_AT_ONCE)) as rows:
        return list(islice(faults_of((Link(*row) for row in rows), anchors), _MOST_FAULTS))
