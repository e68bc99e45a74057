"""The second revision adds what is to be confirmed, which nothing that was kept before has."""

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from kneedesk.store.migrations import revision_0002


def test_it_adds_an_empty_column():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE consultations (key TEXT, content TEXT)")
        connection.exec_driver_sql("INSERT INTO consultations VALUES ('k', '{}')")
        with Operations.context(MigrationContext.configure(connection)):
            revision_0002.upgrade()
        assert connection.exec_driver_sql("SELECT * FROM consultations").all() == [("k", "{}", None)]
    engine.dispose()
