"""Open the store of a practice with many desks: PostgreSQL, verified in full, as a role that rewrites nothing."""

import threading
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from kneedesk.store import faults, server_faults
from kneedesk.store.addresses import Address
from kneedesk.store.faults import Unavailable, explained
from kneedesk.store.migrations import REVISIONS

WRITING = 0x6B6E6565  # one number for all desks: who holds it writes
_CONNECTIONS = 3  # of one desk at once: the writer, the list and what is opened
_SECONDS = 5  # for a connection to be made, and for another desk to finish its transaction
_SESSION = (
    f"-c lock_timeout={_SECONDS}s -c idle_in_transaction_session_timeout=15s -c statement_timeout=60s "
    "-c default_transaction_deferrable=off -c timezone=UTC"
)

# Messages of the application.
OUTDATED = "The tables on the server are older than this KneeDesk: an administrator brings them up to date first."
MAY_REWRITE = (
    "The server would let this desk rewrite what stands: come as a user of the desks' role, not as an administrator."
)


def open_server(address: Address, desk: str) -> Engine:
    """Open the store on a server, which an administrator has prepared; ``desk`` tells this desk from the others.

    :raises Unavailable: with one sentence on why it cannot be opened.
    """
    engine = server_engine(address, desk)
    try:
        with explained(None), engine.connect() as connection:
            revision = revision_on(connection)
            if revision is None:
                raise Unavailable(server_faults.NO_TABLES)
            if revision not in REVISIONS:
                raise Unavailable(faults.NEWER)
            if revision != REVISIONS[-1]:
                raise Unavailable(OUTDATED)
            if connection.scalar(_MAY_REWRITE):
                raise Unavailable(MAY_REWRITE)
    except BaseException:
        engine.dispose()
        raise
    return engine


def server_engine(address: Address, desk: str) -> Engine:
    """Return an engine on a server, before anything is known of what it holds."""
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: connect_to(address, desk),
        poolclass=QueuePool,
        pool_size=_CONNECTIONS,
        pool_timeout=_SECONDS,
        pool_pre_ping=True,  # a connection that was dropped meanwhile is replaced, not reported
        hide_parameters=True,
    )

    disposed = threading.Event()
    event.listen(engine, "engine_disposed", lambda _: disposed.set())

    @event.listens_for(engine, "checkin")
    def _leave(connection: Any, record: ConnectionPoolEntry) -> None:
        # Who was still asking when it was closed would leave a connection open that nobody knows any more.
        if disposed.is_set() and connection is not None:
            connection.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = bool(connection.get_execution_options().get("immediate"))
        driver: Any = connection.connection.driver_connection
        # Who reads sees one moment; who writes waits for the others, as on SQLite, and then sees what they wrote.
        driver.isolation_level = 2 if immediate else 3  # READ COMMITTED, REPEATABLE READ
        driver.read_only = not immediate
        if immediate:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITING})")

    return engine


def connect_to(address: Address, desk: str, *, autocommit: bool = False) -> Any:
    """Return a connection of psycopg; a line that went dead is noticed within ten seconds."""
    import psycopg  # noqa: PLC0415 - only where there is a server

    return psycopg.connect(
        **cast("dict[str, Any]", address.parameters()),
        autocommit=autocommit,
        connect_timeout=_SECONDS,
        application_name=f"kneedesk {desk}",
        client_encoding="utf8",
        keepalives_idle=10,
        keepalives_interval=5,
        keepalives_count=2,
        tcp_user_timeout=10_000,
        options=_SESSION,
    )


def revision_on(connection: Connection) -> str | None:
    """Return the revision of the tables on a server, or none where there are none of KneeDesk."""
    if connection.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


_MAY_REWRITE = text(
    "SELECT rolsuper OR has_table_privilege('journal', 'UPDATE, DELETE, TRUNCATE, TRIGGER')"
    " OR pg_has_role(relowner, 'MEMBER')"
    " FROM pg_roles, pg_class WHERE rolname = current_user AND pg_class.oid = 'journal'::regclass"
)
