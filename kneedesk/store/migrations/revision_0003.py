"""Keep under which version of the pack a consultation was last shown, and its verdicts then."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add columns that are empty in all that was kept before: of that nothing is known."""
    op.add_column("consultations", sa.Column("knowledge", sa.Text))
    op.add_column("consultations", sa.Column("verdicts", sa.Text))
