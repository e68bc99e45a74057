"""Keep the physician's private notes, beside the consultations and no part of them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table; nothing was noted before."""
    op.create_table(
        "notes",
        sa.Column("key", sa.String(36), primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
