"""Keep which consultations were deleted and why, and let of what stands only that be deleted."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_STANDS = "CREATE TRIGGER {name} BEFORE {deed} BEGIN SELECT RAISE(ABORT, 'this stands'); END"
_OF_THE_KEY = "NOT EXISTS (SELECT 1 FROM tombstones WHERE key = OLD.key)"
_OF_THE_DIGEST = (
    "NOT EXISTS (SELECT 1 FROM versions JOIN tombstones ON tombstones.key = versions.key "
    "WHERE versions.digest = OLD.digest)"
)
_STAYS_AWAY = (
    "CREATE TRIGGER consultations_insert BEFORE INSERT ON consultations "
    "WHEN EXISTS (SELECT 1 FROM tombstones WHERE key = NEW.key) BEGIN SELECT RAISE(ABORT, 'this was deleted'); END"
)


def upgrade() -> None:
    """Add the table; of what was removed before nothing is known."""
    op.create_table(
        "tombstones",
        sa.Column("key", sa.String(36), primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("who", sa.String(36), nullable=False),
        sa.Column("reason", sa.String(20), nullable=False),
    )
    for deed in ("update", "delete"):
        op.execute(_STANDS.format(name=f"tombstones_{deed}", deed=f"{deed} ON tombstones"))
    for table, condition in (("versions", _OF_THE_KEY), ("addenda", _OF_THE_KEY), ("issued", _OF_THE_DIGEST)):
        op.execute(f"DROP TRIGGER {table}_delete")
        op.execute(_STANDS.format(name=f"{table}_delete", deed=f"delete ON {table} WHEN {condition}"))
    op.execute(_STAYS_AWAY)
