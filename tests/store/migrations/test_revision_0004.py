"""The fourth revision adds what stands, and nothing changes it."""

import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from kneedesk.store.migrations import revision_0004


@pytest.fixture
def connection():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as made:
        with Operations.context(MigrationContext.configure(made)):
            revision_0004.upgrade()
        made.exec_driver_sql("INSERT INTO versions VALUES ('k', 1, '2026-11-18', 'd', '{}')")
        made.exec_driver_sql("INSERT INTO addenda VALUES (1, 'k', 1, '2026-11-18', '{}')")
        made.exec_driver_sql("INSERT INTO issued VALUES ('d', 'consent', 'en', 'a4', '{}')")
        yield made
    engine.dispose()


@pytest.mark.parametrize("deed", ["UPDATE {} SET content = ''", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["versions", "addenda", "issued"])
def test_nothing_of_it_is_changed(connection, table, deed):
    with pytest.raises(sa.exc.IntegrityError, match="this stands"):
        connection.exec_driver_sql(deed.format(table))
    assert connection.exec_driver_sql(f"SELECT content FROM {table}").scalar() == "{}"  # noqa: S608 - our own names
