"""Keep the versions that stand, their documents and the addenda under them, and refuse to change any of it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_REFUSED = "CREATE TRIGGER {table}_{deed} BEFORE {deed} ON {table} BEGIN SELECT RAISE(ABORT, 'this stands'); END"


def upgrade() -> None:
    """Add the tables; of what was kept before nothing was finalised."""
    op.create_table(
        "versions",
        sa.Column("key", sa.String(36), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index("versions_digest", "versions", ["digest"])
    op.create_table(
        "addenda",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index("addenda_key", "addenda", ["key"])
    op.create_table(
        "issued",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("document", sa.String(20), primary_key=True),
        sa.Column("language", sa.String(20), primary_key=True),
        sa.Column("paper", sa.String(20), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    for table in ("versions", "addenda", "issued"):
        for deed in ("update", "delete"):
            op.execute(_REFUSED.format(table=table, deed=deed))
