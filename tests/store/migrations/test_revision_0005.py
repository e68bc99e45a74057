"""The fifth revision adds the notes, of which there are none yet."""

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from kneedesk.store.migrations import revision_0005


def test_it_adds_an_empty_table():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            revision_0005.upgrade()
        assert connection.exec_driver_sql("SELECT key, words, at FROM notes").all() == []
    engine.dispose()
