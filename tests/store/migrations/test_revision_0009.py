"""The ninth revision lets the list be searched by its index alone."""

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from kneedesk.store.migrations import revision_0001, revision_0009


def test_an_index_holds_what_is_searched_in():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            revision_0001.upgrade()
            revision_0009.upgrade()
        search = "SELECT key FROM consultations WHERE search LIKE '%ru%' ORDER BY date DESC, started_at DESC, key"
        (step,) = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {search}").all()
        assert step.detail == "SCAN consultations USING COVERING INDEX consultations_searched"
    engine.dispose()
