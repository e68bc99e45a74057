"""The eighth revision adds what was changed, which stands while its consultation does."""

import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from kneedesk.store.migrations import revision_0001, revision_0004, revision_0006, revision_0007, revision_0008

ENTRY = (
    "INSERT INTO journal (number, at, who, name, deed, key, before, after, previous, digest) "
    "VALUES ({number}, '', '', '', '', 'k', '', '', '{previous}', '{digest}')"
)


@pytest.fixture
def connection():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as made:
        with Operations.context(MigrationContext.configure(made)):
            for each in (revision_0001, revision_0004, revision_0006, revision_0007):
                each.upgrade()
            made.exec_driver_sql(ENTRY.format(number=1, previous="0" * 64, digest="first"))
            revision_0008.upgrade()
        made.exec_driver_sql(
            "INSERT INTO consultations VALUES ('k', '', '', '', '', '', '', '', '', 1, '', '{}')",
        )
        made.exec_driver_sql(ENTRY.format(number=2, previous="first", digest="second"))
        made.exec_driver_sql("INSERT INTO changes VALUES (2, 'k', '[]')")
        yield made
    engine.dispose()


def test_of_what_was_done_before_nothing_more_is_known(connection):
    assert connection.exec_driver_sql("SELECT number, what FROM journal").all() == [(1, ""), (2, "")]


@pytest.mark.parametrize("deed", ["UPDATE changes SET content = ''", "DELETE FROM changes"])
def test_nothing_of_it_is_changed_while_the_consultation_is_kept(connection, deed):
    with pytest.raises(sa.exc.IntegrityError, match="this stands"):
        connection.exec_driver_sql(deed)


@pytest.mark.parametrize(
    "leave",
    ["DELETE FROM consultations", "INSERT INTO tombstones VALUES ('k', '2026-11-18', 'ana-1', 'asked')"],
)
def test_it_goes_with_its_consultation(connection, leave):
    connection.exec_driver_sql(leave)
    connection.exec_driver_sql("DELETE FROM changes")
    assert connection.exec_driver_sql("SELECT count(*) FROM changes").scalar() == 0


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("verb", ["INSERT", "REPLACE"])
def test_nothing_is_put_beside_an_entry_but_the_newest_and_once(connection, verb, number):
    with pytest.raises(sa.exc.IntegrityError, match="this does not follow"):
        connection.exec_driver_sql(f"{verb} INTO changes VALUES ({number}, 'k', '[1]')")
