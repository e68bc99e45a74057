"""Prepare a practice's server: make the tables or bring them up to date, as an administrator and never as a desk."""

from sqlalchemy import Connection, text

from kneedesk.store import faults
from kneedesk.store.addresses import Address
from kneedesk.store.faults import Unavailable, explained
from kneedesk.store.migrations import REVISIONS
from kneedesk.store.postgres import revision_on, server_engine
from kneedesk.store.server_rules import DESKS, rights, rules
from kneedesk.store.server_tables import server_metadata
from kneedesk.store.tables import metadata, revisions

# Messages of the application.
FOREIGN_TABLES = "This database holds tables of another program: make one of its own for KneeDesk."
NOT_BACKED_UP = "The tables are older, and are changed only after a backup: make one, then say so by --backed-up."


def prepare_server(address: Address, *, backed_up: bool) -> str | None:
    """Make the tables, the rules and the rights, or bring them up to date; return the revision that was there before.

    :raises Unavailable: where that is not allowed, or older tables would be changed that were not backed up.
    """
    engine = server_engine(address, "administrator")
    try:
        with explained(None), engine.connect() as connection:
            connection.execution_options(immediate=True)
            with connection.begin():
                return _prepare(connection, backed_up)
    finally:
        engine.dispose()


def _prepare(connection: Connection, backed_up: bool) -> str | None:
    before = revision_on(connection)
    if before is None:
        if connection.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")):
            raise Unavailable(FOREIGN_TABLES)
        for tables in (metadata, server_metadata):
            tables.create_all(connection, checkfirst=False)
        revisions.create(connection)
        connection.execute(revisions.insert().values(version_num=REVISIONS[-1]))
    elif before not in REVISIONS:
        raise Unavailable(faults.NEWER)
    elif before != REVISIONS[-1]:
        if not backed_up:
            raise Unavailable(NOT_BACKED_UP)
        # Alembic takes as long to load as all the rest of the store.
        from kneedesk.store.migrations.upgrade import revision_modules, upgrade  # noqa: PLC0415

        upgrade(connection, revision_modules())
    if not connection.scalar(text("SELECT count(*) FROM pg_roles WHERE rolname = :name"), {"name": DESKS}):
        connection.exec_driver_sql(f"CREATE ROLE {DESKS} NOLOGIN")
    for statement in (*rules(), *rights()):
        connection.exec_driver_sql(statement)
    return before
