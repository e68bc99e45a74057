"""Keep the journal of who did what, and refuse to change it or to put in what does not follow."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_REFUSED = "CREATE TRIGGER journal_{deed} BEFORE {deed} ON journal BEGIN SELECT RAISE(ABORT, 'this stands'); END"
_FOLLOWS = (
    "CREATE TRIGGER journal_insert BEFORE INSERT ON journal "
    "WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM journal) OR NEW.previous IS NOT "
    "coalesce((SELECT digest FROM journal ORDER BY number DESC LIMIT 1), hex(zeroblob(32))) "
    "BEGIN SELECT RAISE(ABORT, 'this does not follow'); END"
)


def upgrade() -> None:
    """Add the table; of what was done before nothing is known."""
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.String(36), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("deed", sa.String(20), nullable=False),
        sa.Column("key", sa.String(36), nullable=False),
        sa.Column("before", sa.String(64), nullable=False),
        sa.Column("after", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    op.create_index("journal_key", "journal", ["key"])
    for deed in ("update", "delete"):
        op.execute(_REFUSED.format(deed=deed))
    op.execute(_FOLLOWS)
