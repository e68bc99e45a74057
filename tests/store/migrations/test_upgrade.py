"""Older stores come up to date with all that they hold, or stay as they were."""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
import sqlalchemy as sa
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from kneedesk.bundle import resources
from kneedesk.store import database, faults
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database, reading, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.migrations import REVISIONS
from kneedesk.store.migrations import upgrade as alembic_side
from kneedesk.store.tables import metadata
from tests.people import ANA
from tests.store.conftest import BEGIN
from tests.store.keep_revision import FOLDER, HELD


def shape(engine):
    """Return the tables and indexes as SQLite has them, without quotes and white space."""
    with reading(engine) as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    return {name: re.sub(r'[\s"]', "", sql).replace("CONSTRAINTalembic_version_pkc", "") for name, sql in rows}


def by_hand(path, modules):
    """Return a store that Alembic made from nothing."""
    path.touch()
    engine = database._engine(path)
    with writing(engine) as connection:
        alembic_side.upgrade(connection, modules)
    return engine


def later(apply):
    """Return a revision that nobody has written yet."""
    module = ModuleType("revision_later")
    module.revision, module.down_revision, module.upgrade = "later", REVISIONS[-1], apply
    return module


@pytest.fixture
def with_later(monkeypatch):
    """Return a function that makes a revision the newest one."""

    def make(apply):
        modules = [*alembic_side.revision_modules(), later(apply)]
        monkeypatch.setattr(database, "REVISIONS", (*REVISIONS, "later"))
        monkeypatch.setattr(alembic_side, "revision_modules", lambda: modules)

    return make


def test_every_module_of_a_revision_is_listed_and_follows_the_one_before():
    folder = resources().parent / "kneedesk" / "store" / "migrations"
    assert sorted(path.stem for path in folder.glob("revision_*.py")) == [f"revision_{each}" for each in REVISIONS]
    modules = alembic_side.revision_modules()
    assert [module.revision for module in modules] == list(REVISIONS)
    assert [module.down_revision for module in modules] == [None, *REVISIONS[:-1]]


def test_the_revisions_need_no_folder_as_in_a_frozen_application(tmp_path):
    package = resources().parent / "kneedesk"
    with zipfile.PyZipFile(tmp_path / "frozen.zip", "w") as archive:
        archive.write(package / "__init__.py", "kneedesk/__init__.py")
        archive.writepy(package / "store", "kneedesk")
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from sqlalchemy import create_engine;"
        "from kneedesk.store.migrations.upgrade import *;"
        "assert sys.argv[1] in sys.modules[upgrade.__module__].__file__;"
        "c = create_engine('sqlite://').connect(); upgrade(c, revision_modules()); c.commit();"
        "print(c.exec_driver_sql('SELECT version_num FROM alembic_version').scalar())"
    )
    command = [sys.executable, "-c", program, tmp_path / "frozen.zip"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.stdout.strip(), run.stderr) == (REVISIONS[-1], "")


def test_a_new_store_has_the_shape_that_the_revisions_make(tmp_path, kept):
    engine = by_hand(tmp_path / "by_hand.db", alembic_side.revision_modules())
    assert shape(engine) == shape(kept._engine)
    with reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_a_file_of_every_revision_is_kept():
    assert sorted(path.name for path in FOLDER.glob("*.db")) == [f"{revision}.db" for revision in REVISIONS]


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_store_of_every_revision_opens_with_all_that_it_holds(revision, tmp_path, kept, cases):
    path = Path(shutil.copy(FOLDER / f"{revision}.db", tmp_path))
    consultations = Consultations(open_database(path), ANA)
    assert shape(consultations._engine) == shape(kept._engine)
    assert {key: consultations.read(key) for key in HELD} == {key: cases[case] for key, case in HELD.items()}
    assert [summary.key for summary in consultations.find()] == ["second", "first"]
    for key, case in HELD.items():  # what is folded otherwise since then was folded again
        consultations.save("again", cases[case], BEGIN)
        with reading(consultations._engine) as connection:
            search = sa.text("SELECT count(DISTINCT search) FROM consultations WHERE key IN ('again', :key)")
            assert connection.scalar(search, {"key": key}) == 1
    consultations.close()


def test_an_older_store_gets_what_it_lacks_and_keeps_its_rows(kept, path, key, cases, with_later, clock):
    def add_a_column():
        with op.batch_alter_table("consultations") as batch:
            batch.add_column(sa.Column("note", sa.Text))

    kept.save("k", cases["reference"], clock())
    kept.close()
    with_later(add_a_column)
    for _ in range(2):  # brought up to date, then found so
        engine = open_database(path, key)
        with reading(engine) as connection:
            assert connection.execute(sa.text("SELECT key, note FROM consultations")).all() == [("k", None)]
            assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == "later"
        assert Consultations(engine, ANA).read("k") == cases["reference"]
        engine.dispose()


def test_a_store_stays_as_it_was_when_a_revision_fails_half_way(kept, path, key, cases, with_later, clock):
    def fail_half_way():
        op.add_column("consultations", sa.Column("note", sa.Text))
        op.drop_table("nowhere")

    kept.save("k", cases["reference"], clock())
    before = shape(kept._engine)
    with_later(fail_half_way)
    with pytest.raises(Unavailable) as caught:
        open_database(path, key)
    assert caught.value.sentence == faults.UNKNOWN
    assert shape(kept._engine) == before
    assert kept.read("k") == cases["reference"]
