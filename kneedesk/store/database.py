"""Open the file of consultations: make it or bring it up to date, and begin transactions on it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, select
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from kneedesk.store import faults
from kneedesk.store.connections import connect, driver
from kneedesk.store.faults import Unavailable, explained
from kneedesk.store.migrations import REVISIONS
from kneedesk.store.prepared import driver_of
from kneedesk.store.tables import metadata, revisions

FILE = "consultations.sqlite"
"""The name of the file in the folder of this user's data."""

_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # or REPLACE would walk around triggers
)


def open_database(path: Path, key: bytes | None = None, secure: Callable[[Engine], object] | None = None) -> Engine:
    """Open the file of consultations, made if it is not there and brought up to date if it is older.

    With a key of 32 bytes it is encrypted, and so is all that SQLite writes beside it. ``secure`` is called with an
    older one before it is brought up to date, and may refuse it.

    :raises Unavailable: with one sentence on why it cannot be opened.
    """
    with explained(path, keyed=key is not None):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
        engine = _engine(path, key)
        try:
            with engine.connect() as connection:
                current = _revision(connection)
            _log_ahead(engine)  # not before: what is refused stays as it was
            if current is not None and current != REVISIONS[-1] and secure is not None:
                secure(engine)
            if current != REVISIONS[-1]:
                _bring_up_to_date(engine)
        except BaseException:
            engine.dispose()
            raise
        return engine


def path_of(engine: Engine) -> Path | None:
    """Return the file that an engine works on, nothing where it is a server."""
    return Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Read from the store as it is at one moment, whoever writes."""
    with explained(engine.url.database), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Write to the store: all that is done inside is committed at the end, or nothing.

    :raises Unavailable: also when the file was taken away meanwhile, for then nothing was kept.
    """
    with explained(engine.url.database), engine.connect() as connection:
        connection.execution_options(immediate=True)
        try:
            with connection.begin():
                yield connection
        except Unavailable:
            raise
        except Exception:
            connection.invalidate()  # whatever the fault was, the next one begins with a file that is opened anew
            raise
        if is_gone(connection):
            connection.invalidate()
            raise Unavailable(faults.GONE)


def is_gone(connection: Connection) -> bool:
    """Tell whether another file, or none, is now where the one of a connection was; no server is."""
    file = connection.engine.url.database
    return file is not None and connection.info["identity"] != _identity(file)


def _engine(path: Path, key: bytes | None = None) -> Engine:
    file = str(path)
    engine = create_engine(
        URL.create("sqlite", database=file),
        module=driver(key),
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        record.info["identity"] = _identity(file)
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "checkout")
    def _check(connection: sqlite3.Connection, record: ConnectionPoolEntry, proxy: object) -> None:
        if record.info["identity"] != _identity(file):
            raise DisconnectionError

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # Python's sqlite3 would begin late, and not at all before a change of the tables.
        driver = driver_of(connection)
        if not driver.in_transaction:  # a pen has begun one by itself
            immediate = connection.get_execution_options().get("immediate")
            driver.execute("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _identity(file: str) -> tuple[int, int] | None:
    """Return what tells a file from another one that bears its name later."""
    try:
        found = os.stat(file)  # at every save: to make a path of it takes longer than the answer
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _revision(connection: Connection) -> str | None:
    """Return the revision of the tables, or none where there are no tables yet."""
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    if not tables:
        return None
    if revisions.name not in tables:
        raise Unavailable(faults.FOREIGN)
    revision: str | None = connection.scalar(select(revisions.c.version_num))
    if revision not in REVISIONS:
        raise Unavailable(faults.NEWER)
    return revision


def _log_ahead(engine: Engine) -> None:
    """Let readers read while somebody writes: the file remembers it, a copy made by SQLite does not."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _bring_up_to_date(engine: Engine) -> None:
    with writing(engine) as connection:
        current = _revision(connection)  # again: another program may have been faster
        if current is None:
            metadata.create_all(connection, checkfirst=False)
            revisions.create(connection)
            connection.execute(revisions.insert().values(version_num=REVISIONS[-1]))
        elif current != REVISIONS[-1]:
            # Alembic takes as long to load as all the rest of the store.
            from kneedesk.store.migrations.upgrade import revision_modules, upgrade  # noqa: PLC0415

            upgrade(connection, revision_modules())
