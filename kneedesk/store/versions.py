"""The versions of consultations that stand, and the addenda under them: added once, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from sqlalchemy import Connection, Engine, func, select

from kneedesk.store import faults
from kneedesk.store.chain import Deed, Entry
from kneedesk.store.changes import digest_of
from kneedesk.store.database import reading, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import append
from kneedesk.store.tables import addenda, versions
from kneedesk.store.users import User

if TYPE_CHECKING:
    from kneedesk.domain.addendum import Addendum
    from kneedesk.domain.consultation import Consultation

_row = versions.c


@dataclass(frozen=True, slots=True)
class Standing:
    """One version that stands: its number, since when, and the digest of what it holds."""

    version: int
    at: datetime
    digest: str


class Versions:
    """What stands in one store; every method raises ``Unavailable`` with a sentence where it fails."""

    def __init__(self, engine: Engine, user: User | None = None) -> None:
        """Take who adds; without one nothing is added."""
        self._engine = engine
        self._user = user

    def of(self, key: str) -> Sequence[Standing]:
        """Return the versions of a consultation that stand, the newest last."""
        statement = select(_row.version, _row.at, _row.digest).where(_row.key == key).order_by(_row.version)
        with reading(self._engine) as connection:
            return [Standing(*row) for row in connection.execute(statement).all()]

    def read(self, key: str, version: int) -> "Consultation":
        """Return a version of a consultation as it was finalised."""
        from pydantic import ValidationError  # noqa: PLC0415 - as in Consultations

        from kneedesk.domain.consultation import Consultation  # noqa: PLC0415

        with reading(self._engine) as connection:
            content = connection.scalar(select(_row.content).where(_row.key == key, _row.version == version))
        if content is None:
            raise Unavailable(faults.MISSING)
        try:
            return Consultation.model_validate_json(content)
        except ValidationError:
            raise Unavailable(faults.UNREADABLE) from None

    def key_of(self, digest: str) -> str:
        """Return the key of the consultation of which a version has a digest, empty where it is not kept here."""
        with reading(self._engine) as connection:
            return connection.scalar(select(_row.key).where(_row.digest == digest)) or ""

    def standing(self, digest: str) -> Literal["current", "superseded"] | None:
        """Return whether the version with a digest is the newest that stands; nothing where it is not kept here."""
        held = select(_row.key, _row.version).where(_row.digest == digest)
        with reading(self._engine) as connection:
            row = connection.execute(held).first()
            if row is None:
                return None
            newest = select(func.max(_row.version)).where(_row.key == row.key)
            return "current" if connection.scalar(newest) == row.version else "superseded"

    def append(self, key: str, addendum: "Addendum") -> None:
        """Keep an addendum under the version that it names.

        :raises Unavailable: also where that version does not stand, or holds something else.
        """
        if self._user is None:
            raise ValueError("nobody adds here")
        held = select(_row.digest).where(_row.key == key, _row.version == addendum.version)
        with writing(self._engine) as connection:
            if connection.scalar(held) != addendum.digest:
                raise Unavailable(faults.MISSING)
            content = addendum.model_dump_json(exclude_none=True)
            connection.execute(
                addenda.insert(), {"key": key, "version": addendum.version, "at": addendum.at, "content": content}
            )
            what = f"version {addendum.version} {addendum.kind}"
            append(connection, Entry(addendum.at, self._user, Deed.ADDENDUM, key, after=digest_of(content), what=what))

    def addenda(self, key: str) -> Sequence["Addendum"]:
        """Return the addenda of a consultation in the order in which they were kept."""
        from kneedesk.domain.addendum import Addendum  # noqa: PLC0415 - as in Consultations

        statement = select(addenda.c.content).where(addenda.c.key == key).order_by(addenda.c.number)
        with reading(self._engine) as connection:
            return [Addendum.model_validate_json(content) for content in connection.scalars(statement).all()]


def keep_standing(connection: Connection, key: str, consultation: "Consultation", content: str) -> None:
    """Add a version that was finalised, inside the transaction that keeps it; once it is there it stays.

    :raises Unavailable: where another content stands under the same number.
    """
    finalised = consultation.finalised
    if finalised is None:
        return
    held = select(_row.digest).where(_row.key == key, _row.version == finalised.version)
    digest = connection.scalar(held)
    if digest is None:
        row = {"key": key, "version": finalised.version, "at": finalised.at, "digest": finalised.digest}
        connection.execute(versions.insert(), row | {"content": content})
    elif digest != finalised.digest:
        raise Unavailable(faults.STANDS)
