"""The tables that only a practice with many desks has: who writes what, and the locked keys that all desks share."""

from sqlalchemy import Column, Integer, MetaData, String, Table, Text

from kneedesk.store.tables import Instant

server_metadata = MetaData()

holds = Table(
    "holds",
    server_metadata,
    Column("key", String(36), primary_key=True),  # of the consultation: one desk writes it, the others read along
    Column("desk", String(36), nullable=False),
    Column("place", Text, nullable=False),  # how the desk is called
    Column("who", String(36), nullable=False),
    Column("name", Text, nullable=False),
    Column("since", Instant, nullable=False),
    Column("renewed", Instant, nullable=False),
)

locked_keys = Table(
    "locked_keys",
    server_metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),  # 1 the vault, 2 the key for seals
    Column("content", Text, nullable=False),  # as in their files: locked
)
