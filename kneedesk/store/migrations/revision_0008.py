"""Keep beside the journal what each change changed, with the old and the new value, and what other deeds concern."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_REFUSED = "CREATE TRIGGER {name} BEFORE {deed} BEGIN SELECT RAISE(ABORT, '{words}'); END"
_STILL_KEPT = (
    "EXISTS (SELECT 1 FROM consultations WHERE key = OLD.key) "
    "AND NOT EXISTS (SELECT 1 FROM tombstones WHERE key = OLD.key)"
)
_NOT_THE_NEWEST = (
    "NEW.number IS NOT (SELECT max(number) FROM journal) OR EXISTS (SELECT 1 FROM changes WHERE number = NEW.number)"
)


def upgrade() -> None:
    """Add the table and a column of the journal; of what changed before only the digests are known."""
    op.add_column("journal", sa.Column("what", sa.String(80), server_default="", nullable=False))
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(36), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    for name, deed, words in (
        ("changes_update", "update ON changes", "this stands"),
        ("changes_delete", f"delete ON changes WHEN {_STILL_KEPT}", "this stands"),
        ("changes_insert", f"INSERT ON changes WHEN {_NOT_THE_NEWEST}", "this does not follow"),
    ):
        op.execute(_REFUSED.format(name=name, deed=deed, words=words))
