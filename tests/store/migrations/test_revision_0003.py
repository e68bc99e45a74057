"""The third revision adds how a consultation was last shown, of which nothing is known for those kept before."""

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from kneedesk.store.migrations import revision_0003


def test_it_adds_empty_columns():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE consultations (key TEXT, content TEXT)")
        connection.exec_driver_sql("INSERT INTO consultations VALUES ('k', '{}')")
        with Operations.context(MigrationContext.configure(connection)):
            revision_0003.upgrade()
        assert connection.exec_driver_sql("SELECT * FROM consultations").all() == [("k", "{}", None, None)]
    engine.dispose()
