"""The sealed documents of versions that stand: kept once, read ever after, so that a copy is the same to the byte."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, Engine, select

from kneedesk.store.chain import Entry
from kneedesk.store.database import reading, writing
from kneedesk.store.journal import append
from kneedesk.store.tables import issued


@dataclass(frozen=True, slots=True)
class Copy:
    """Which document: the digest of its version, what it is, in which language and on which paper."""

    digest: str
    document: str
    language: str
    paper: str

    @property
    def what(self) -> str:
        """Return which document it is as an entry of the journal names it: not of whom."""
        return " ".join((self.document, self.language, self.paper)).lower()

    def columns(self) -> dict[str, str]:
        """Return the columns by which it is found."""
        return {"digest": self.digest, "document": self.document, "language": self.language, "paper": self.paper}


class Archive:
    """The documents of one store; every method raises ``Unavailable`` with a sentence where it fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(self, copy: Copy) -> bytes | None:
        """Return the bytes of a document, or nothing where it was never kept."""
        with reading(self._engine) as connection:
            return connection.scalar(select(issued.c.content).where(*_same(copy)))

    def of(self, digest: str) -> Sequence[Copy]:
        """Return which documents of a version are kept, in the order of their names."""
        columns = [issued.c[each.name] for each in fields(Copy)]
        statement = select(*columns).where(issued.c.digest == digest).order_by(*columns)
        with reading(self._engine) as connection:
            return [Copy(*row) for row in connection.execute(statement).all()]

    def keep(self, copy: Copy, content: bytes, entry: Entry | None = None) -> bytes:
        """Keep a document, with the entry of the journal that says so; return what stands: what was kept first."""
        with writing(self._engine) as connection:
            held: bytes | None = connection.scalar(select(issued.c.content).where(*_same(copy)))
            if held is not None:
                return held
            connection.execute(issued.insert(), {**copy.columns(), "content": content})
            if entry is not None:
                append(connection, entry)
        return content


def _same(copy: Copy) -> list[ColumnElement[bool]]:
    return [issued.c[name] == value for name, value in copy.columns().items()]
