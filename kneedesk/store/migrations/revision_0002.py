"""Keep what was taken over from the other knee and is to be confirmed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add a column that is empty in all that was kept before: nothing of it is marked."""
    op.add_column("consultations", sa.Column("carried", sa.Text))
