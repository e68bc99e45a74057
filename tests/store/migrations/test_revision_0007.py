"""The seventh revision lets of what stands only that be deleted for which a tombstone stands."""

import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from kneedesk.store.migrations import revision_0001, revision_0004, revision_0007


@pytest.fixture
def connection():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as made:
        with Operations.context(MigrationContext.configure(made)):
            for each in (revision_0001, revision_0004, revision_0007):
                each.upgrade()
        for key in ("gone", "here"):
            made.exec_driver_sql("INSERT INTO versions VALUES (?, 1, '2026-11-18', ?, '{}')", (key, f"of {key}"))
            made.exec_driver_sql("INSERT INTO addenda VALUES (NULL, ?, 1, '2026-11-18', '{}')", (key,))
            made.exec_driver_sql("INSERT INTO issued VALUES (?, 'consent', 'en', 'a4', 'x')", (f"of {key}",))
        made.exec_driver_sql("INSERT INTO tombstones VALUES ('gone', '2026-11-18', 'ana-1', 'asked')")
        yield made
    engine.dispose()


@pytest.mark.parametrize("table", ["issued", "addenda", "versions"])
def test_only_what_has_a_tombstone_is_deleted(connection, table):
    name = "digest = 'of {}'" if table == "issued" else "key = '{}'"
    with pytest.raises(sa.exc.IntegrityError, match="this stands"):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE {name.format('here')}")  # noqa: S608 - our own names
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE {name.format('gone')}")  # noqa: S608
    assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 1  # noqa: S608


@pytest.mark.parametrize("deed", ["UPDATE tombstones SET key = 'here'", "DELETE FROM tombstones"])
def test_a_tombstone_stands(connection, deed):
    with pytest.raises(sa.exc.IntegrityError, match="this stands"):
        connection.exec_driver_sql(deed)


def test_what_was_deleted_is_not_kept_again(connection):
    row = "INSERT INTO consultations VALUES ('{}', 'N', '', '', '', 'left', '', '', '', 1, '', '')"
    connection.exec_driver_sql(row.format("here"))
    with pytest.raises(sa.exc.IntegrityError, match="this was deleted"):
        connection.exec_driver_sql(row.format("gone"))
