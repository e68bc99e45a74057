"""The sixth revision adds the journal, and nothing changes it."""

import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from kneedesk.store.migrations import revision_0006

ROW = "INSERT INTO journal VALUES ({number}, '', '', '', '', '', '', '', '{previous}', '{digest}')"


@pytest.fixture
def connection():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as made:
        with Operations.context(MigrationContext.configure(made)):
            revision_0006.upgrade()
        made.exec_driver_sql(ROW.format(number=1, previous="0" * 64, digest="first"))
        yield made
    engine.dispose()


@pytest.mark.parametrize("deed", ["UPDATE journal SET name = 'x'", "DELETE FROM journal"])
def test_nothing_of_it_is_changed(connection, deed):
    with pytest.raises(sa.exc.IntegrityError, match="this stands"):
        connection.exec_driver_sql(deed)


@pytest.mark.parametrize(("number", "previous"), [(3, "first"), (1, "first"), (2, "0" * 64), (2, "")])
def test_what_does_not_follow_is_refused_and_what_does_is_kept(connection, number, previous):
    with pytest.raises(sa.exc.IntegrityError, match="this does not follow"):
        connection.exec_driver_sql(ROW.format(number=number, previous=previous, digest="x"))
    connection.exec_driver_sql(ROW.format(number=2, previous="first", digest="second"))
    assert connection.exec_driver_sql("SELECT count(*) FROM journal").scalar() == 2
