"""A server is prepared by an administrator: made, brought up to date after a backup, or left as it is."""

import psycopg
import pytest
import sqlalchemy as sa
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from kneedesk.store import faults, postgres, preparing, server_faults
from kneedesk.store.faults import Unavailable
from kneedesk.store.migrations import REVISIONS
from kneedesk.store.migrations import upgrade as alembic_side
from kneedesk.store.postgres import connect_to, open_server
from kneedesk.store.preparing import FOREIGN_TABLES, NOT_BACKED_UP, prepare_server
from kneedesk.store.server_tables import server_metadata
from kneedesk.store.tables import metadata
from tests.store.migrations.test_upgrade import later
from tests.store.serving import DESK, OWNER


@pytest.fixture
def fresh(server):
    """Return the name of a database in which nothing is."""
    with server.database("fresh") as name:
        yield name


def prepare(server, database, user=OWNER, *, backed_up=False):
    return prepare_server(server.address(user, database), backed_up=backed_up)


def refused(*arguments, **named):
    with pytest.raises(Unavailable) as caught:
        prepare(*arguments, **named)
    return caught.value.sentence


def test_what_is_not_prepared_is_not_opened_and_once_prepared_it_is(server, fresh):
    with pytest.raises(Unavailable) as caught:
        open_server(server.address(database=fresh), "first")
    assert caught.value.sentence == server_faults.NO_TABLES
    assert prepare(server, fresh) is None
    open_server(server.address(database=fresh), "first").dispose()


def test_to_prepare_again_changes_nothing(server, fresh):
    prepare(server, fresh)
    assert prepare(server, fresh) == REVISIONS[-1]


def test_the_tables_are_those_of_a_file(server, fresh):
    prepare(server, fresh)
    engine = postgres.server_engine(server.address(OWNER, fresh), "x")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        found = compare_metadata(context, [metadata, server_metadata])
    engine.dispose()
    assert [(what, made.name) for what, made in found] == [("add_index", "consultations_searched")], "a file's alone"


def test_a_desk_prepares_nothing(server, fresh):
    assert refused(server, fresh, DESK) == server_faults.NOT_ALLOWED
    assert server.rule("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", database=fresh) == [(0,)]


def test_a_database_of_another_program_is_left_alone(server, fresh):
    server.rule("CREATE TABLE letters (x int)", database=fresh)
    assert refused(server, fresh) == FOREIGN_TABLES


@pytest.fixture
def newer_program(monkeypatch):
    """Let this program be one revision newer than the tables."""
    add = later(lambda: op.add_column("notes", sa.Column("colour", sa.Text)))
    monkeypatch.setattr(alembic_side, "revision_modules", lambda real=alembic_side.revision_modules: [*real(), add])
    for module in (preparing, postgres):
        monkeypatch.setattr(module, "REVISIONS", (*REVISIONS, "later"))


def test_older_tables_are_brought_up_to_date_by_the_administrator_after_a_backup_and_only_then_opened(
    server, fresh, newer_program
):
    with pytest.MonkeyPatch.context() as before:
        before.setattr(preparing, "REVISIONS", REVISIONS)
        prepare(server, fresh)
    with pytest.raises(Unavailable) as caught:
        open_server(server.address(database=fresh), "first")
    assert caught.value.sentence == postgres.OUTDATED
    assert refused(server, fresh) == NOT_BACKED_UP
    assert prepare(server, fresh, backed_up=True) == REVISIONS[-1]
    assert server.rule("SELECT count(colour) FROM notes", database=fresh) == [(0,)]
    open_server(server.address(database=fresh), "first").dispose()


def test_newer_tables_are_refused_by_name(server, fresh):
    prepare(server, fresh)
    server.rule("UPDATE alembic_version SET version_num = '9999'", database=fresh)
    assert refused(server, fresh, backed_up=True) == faults.NEWER
    with pytest.raises(Unavailable) as caught:
        open_server(server.address(database=fresh), "first")
    assert caught.value.sentence == faults.NEWER


def test_a_failure_half_way_leaves_nothing(server, fresh, monkeypatch):
    monkeypatch.setattr(preparing, "rights", lambda: ["GRANT SELECT ON nothing TO nobody"])
    assert refused(server, fresh) == server_faults.NO_TABLES
    assert server.rule("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", database=fresh) == [(0,)]


def test_the_owner_is_no_desk(server):
    for user in (OWNER, "postgres"):
        with pytest.raises(Unavailable) as caught:
            open_server(server.address(user), "first")
        assert caught.value.sentence == postgres.MAY_REWRITE


def test_a_desk_that_was_given_too_much_is_refused(server):
    server.rule("CREATE ROLE careless LOGIN IN ROLE kneedesk_desks", "GRANT DELETE ON journal TO careless")
    try:
        with pytest.raises(Unavailable) as caught:
            open_server(server.address("careless"), "first")
        assert caught.value.sentence == postgres.MAY_REWRITE
    finally:
        server.rule("DROP OWNED BY careless", "DROP ROLE careless")


def test_nobody_else_reads_anything(server):
    server.rule("CREATE ROLE passer_by LOGIN")
    try:
        with pytest.raises(Unavailable) as caught:
            open_server(server.address("passer_by"), "first")
        assert caught.value.sentence == server_faults.NOT_ALLOWED
        denied = pytest.raises(psycopg.errors.InsufficientPrivilege)
        with connect_to(server.address("passer_by"), "x") as other, denied:
            other.execute("SELECT * FROM consultations")
    finally:
        server.rule("DROP ROLE passer_by")
