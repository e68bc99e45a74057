"""The first revision makes the table of consultations."""

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from kneedesk.store.migrations import revision_0001


def test_it_makes_the_table_of_consultations():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            revision_0001.upgrade()
        inspector = sa.inspect(connection)
        assert inspector.get_table_names() == ["consultations"]
        assert [index["name"] for index in inspector.get_indexes("consultations")] == ["consultations_newest"]
    engine.dispose()
