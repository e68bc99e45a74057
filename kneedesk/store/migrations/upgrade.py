"""Bring the tables of an older store up to date by Alembic, from the modules here and without any file beside them."""

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep, RevisionStep
from alembic.script.base import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import Connection

from kneedesk.store.migrations import REVISIONS


def revision_modules() -> list[ModuleType]:
    """Return the modules of all revisions, oldest first."""
    return [import_module(f"{__package__}.revision_{revision}") for revision in REVISIONS]


def upgrade(connection: Connection, modules: Sequence[ModuleType]) -> None:
    """Apply the revisions that a store lacks, inside the transaction that the connection is in."""
    # Alembic lists a folder to find its revisions; in a frozen application there is none.
    scripts = [Script(module, module.revision, module.__name__) for module in modules]
    revision_map = RevisionMap(lambda: scripts)

    def lacking(heads: tuple[str, ...], context: MigrationContext) -> list[MigrationStep]:
        applied = [script.revision for script in scripts].index(heads[0]) + 1 if heads else 0
        return [RevisionStep(revision_map, script, is_upgrade=True) for script in scripts[applied:]]

    options: dict[str, Any] = {"fn": lacking}
    context = MigrationContext.configure(connection, opts=options)
    with Operations.context(context):
        context.run_migrations()
