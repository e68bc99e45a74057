"""Search among many consultations by an index alone, which holds what is searched in."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add it, but not in PostgreSQL: an index there holds no text of every length."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE INDEX consultations_searched ON consultations (date DESC, started_at DESC, key, search)")
