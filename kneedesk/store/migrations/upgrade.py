"""Bring the tables of an older store up to date by Alembic, from the modules here and without any file beside them."""

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
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

    def lacking(heads: str | tuple[str, ...], context: MigrationContext) -> list[MigrationStep]:
        lacked = set(revision_map.iterate_revisions("heads", heads, implicit_base=True))
        return [MigrationStep.upgrade_from_script(revision_map, script) for script in scripts if script in lacked]

    options: dict[str, Any] = {"fn": lacking}
    context = MigrationContext.configure(connection, opts=options)
    with Operations.context(context):
        context.run_migrations()
