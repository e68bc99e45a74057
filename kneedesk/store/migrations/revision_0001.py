"""Keep consultations."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the table of consultations."""
    op.create_table(
        "consultations",
        sa.Column("key", sa.String(36), primary_key=True),
        sa.Column("family_name", sa.Text, nullable=False),
        sa.Column("given_name", sa.Text),
        sa.Column("identifier", sa.Text),
        sa.Column("birth_date", sa.Date),
        sa.Column("knee", sa.String(5), nullable=False),
        sa.Column("date", sa.Date, nullable=False),
        sa.Column("started_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("search", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index("consultations_newest", "consultations", [sa.text("date DESC"), sa.text("started_at DESC"), "key"])
