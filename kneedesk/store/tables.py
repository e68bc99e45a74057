"""The tables of the store as they are now; how they came to be stands in ``migrations``."""

from datetime import UTC, datetime

from sqlalchemy import (
    DDL,
    Column,
    Date,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    event,
)
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[datetime]):
    """An instant, kept in UTC: SQLite knows no zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant as it is written."""
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant that was written."""
        return value and value.replace(tzinfo=UTC)


class Words(TypeDecorator[str]):
    """Words that somebody typed: PostgreSQL keeps no NUL, which is shown as a sign that stands for none."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the words as they are written."""
        return value.replace("\0", "\ufffd") if value and dialect.name == "postgresql" else value


metadata = MetaData()

consultations = Table(
    "consultations",
    metadata,
    Column("key", String(36), primary_key=True),
    Column("family_name", Words, nullable=False),
    Column("given_name", Words),
    Column("identifier", Words),
    Column("birth_date", Date),
    Column("knee", String(5), nullable=False),
    Column("date", Date, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("version", Integer, nullable=False),  # rises by one with every change that is kept
    Column("search", Text, nullable=False),
    Column("content", Text, nullable=False),  # the consultation file; late, for the list does not read it
    Column("carried", Text),  # what was taken over and is to be confirmed: the file has no place for it
    Column("knowledge", Text),  # the version of the pack with which it was last shown, and the verdicts then
    Column("verdicts", Text),
)

_newest = (consultations.c.date.desc(), consultations.c.started_at.desc(), consultations.c.key)
Index("consultations_newest", *_newest)
# Searched by an index alone, which holds what is searched in; those of PostgreSQL hold no text of every length.
Index("consultations_searched", *_newest, consultations.c.search).ddl_if(dialect="sqlite")

versions = Table(
    "versions",
    metadata,
    Column("key", String(36), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("content", Text, nullable=False),
)
Index("versions_digest", versions.c.digest)

addenda = Table(
    "addenda",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String(36), nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("content", Text, nullable=False),
)
Index("addenda_key", addenda.c.key)

issued = Table(
    "issued",
    metadata,
    Column("digest", String(64), primary_key=True),  # of the version that it was made from
    Column("document", String(20), primary_key=True),
    Column("language", String(20), primary_key=True),
    Column("paper", String(20), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("key", String(36), primary_key=True),
    Column("words", Words, nullable=False),
    Column("at", Instant, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True),  # from 1, without a gap
    Column("at", String(32), nullable=False),  # text, for the digest is taken of what stands here; in UTC
    Column("who", String(36), nullable=False),
    Column("name", Text, nullable=False),
    Column("deed", String(20), nullable=False),
    Column("key", String(36), nullable=False),
    Column("before", String(64), nullable=False),
    Column("after", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("what", String(80), nullable=False, server_default=""),  # added later, when the digests stood already
)
Index("journal_key", journal.c.key)

changes = Table(
    "changes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),  # of the entry of the journal that they go with
    Column("key", String(36), nullable=False),
    Column("content", Text, nullable=False),  # path, old and new value of each finding; JSON
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("key", String(36), primary_key=True),  # of a consultation that was deleted: nothing of its patient
    Column("at", Instant, nullable=False),
    Column("who", String(36), nullable=False),
    Column("reason", String(20), nullable=False),
)

# What stands is not changed, whoever tries; it is deleted only where a tombstone stands in its place.
_OF_THE_KEY = " WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE key = OLD.key)"
_OF_THE_DIGEST = (
    " WHEN NOT EXISTS (SELECT 1 FROM versions JOIN tombstones ON tombstones.key = versions.key "
    "WHERE versions.digest = OLD.digest)"
)
# What was changed goes with the consultation: a draft may be removed.
_STILL_KEPT = (
    " WHEN EXISTS (SELECT 1 FROM consultations WHERE key = OLD.key) "
    "AND NOT EXISTS (SELECT 1 FROM tombstones WHERE key = OLD.key)"
)
_UNLESS = {versions: _OF_THE_KEY, addenda: _OF_THE_KEY, issued: _OF_THE_DIGEST, changes: _STILL_KEPT}
for _table in (versions, addenda, issued, journal, tombstones, changes):
    for _deed, _unless in (("update", ""), ("delete", _UNLESS.get(_table, ""))):
        _refusal = (
            f"CREATE TRIGGER {_table.name}_{_deed} BEFORE {_deed} ON {_table.name}{_unless} "
            "BEGIN SELECT RAISE(ABORT, 'this stands'); END"
        )
        event.listen(_table, "after_create", DDL(_refusal).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]

# What was deleted does not come back by a window in which it is still open.
_STAYS_AWAY = (
    "CREATE TRIGGER consultations_insert BEFORE INSERT ON consultations "
    "WHEN EXISTS (SELECT 1 FROM tombstones WHERE key = NEW.key) BEGIN SELECT RAISE(ABORT, 'this was deleted'); END"
)
event.listen(consultations, "after_create", DDL(_STAYS_AWAY).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]

# Nor is anything put where it does not follow: REPLACE would write over an entry without a deletion.
_FOLLOWS = (
    "CREATE TRIGGER journal_insert BEFORE INSERT ON journal "
    "WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM journal) OR NEW.previous IS NOT "
    "coalesce((SELECT digest FROM journal ORDER BY number DESC LIMIT 1), hex(zeroblob(32))) "
    "BEGIN SELECT RAISE(ABORT, 'this does not follow'); END"
)
event.listen(journal, "after_create", DDL(_FOLLOWS).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
_IS_THE_NEWEST = (
    "CREATE TRIGGER changes_insert BEFORE INSERT ON changes WHEN NEW.number IS NOT (SELECT max(number) FROM journal) "
    "OR EXISTS (SELECT 1 FROM changes WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'this does not follow'); END"
)
event.listen(changes, "after_create", DDL(_IS_THE_NEWEST).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]

# Alembic's own table, named here so that a new store is made without loading Alembic.
revisions = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
