"""Which desk writes which consultation: one at a time, taken, renewed, released, and taken over only by saying so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, delete, insert, select, update

from kneedesk.store.database import reading, writing
from kneedesk.store.desks import Desk
from kneedesk.store.server_tables import holds
from kneedesk.store.users import User

RENEWED = timedelta(seconds=30)
"""How often a desk says that it is still there."""
SILENT = timedelta(seconds=100)
"""After how long without a word a desk may be gone; what it holds is still only taken over by saying so."""

_row = holds.c


@dataclass(frozen=True, slots=True)
class Hold:
    """Who writes a consultation, at which desk, since when, and when the desk was heard last."""

    key: str
    desk: str
    place: str
    who: str
    name: str
    since: datetime
    renewed: datetime

    def is_silent(self, now: datetime) -> bool:
        """Tell whether the desk may be gone."""
        return now - self.renewed > SILENT


class Holds:
    """What the desks of one practice hold; every method raises ``Unavailable`` with a sentence where it fails."""

    def __init__(self, engine: Engine, desk: Desk, user: User) -> None:
        self._engine = engine
        self._desk = desk
        self._user = user

    def is_ours(self, hold: Hold) -> bool:
        """Tell whether this desk writes it, for whoever is at it."""
        return hold.desk == self._desk.id

    def of(self, key: str) -> Hold | None:
        """Return who writes a consultation, nothing where nobody does."""
        with reading(self._engine) as connection:
            return _held(connection, key)

    def take(self, key: str, at: datetime) -> Hold:
        """Take a consultation that nobody holds, or renew what is ours; return who writes it now."""
        with writing(self._engine) as connection:
            hold = _held(connection, key)
            if hold is None or self.is_ours(hold):
                return self._put(connection, key, hold, at)
            return hold

    def take_over(self, key: str, at: datetime) -> Hold:
        """Take a consultation whoever holds it; what they write from now on is refused."""
        with writing(self._engine) as connection:
            return self._put(connection, key, _held(connection, key), at)

    def renew(self, keys: Sequence[str], at: datetime) -> None:
        """Say that this desk is still there; what was taken over meanwhile stays with whoever took it."""
        with writing(self._engine) as connection:
            connection.execute(update(holds).where(_row.key.in_(keys), _row.desk == self._desk.id).values(renewed=at))

    def release(self, key: str) -> None:
        """Let go of a consultation, where it is ours."""
        with writing(self._engine) as connection:
            connection.execute(delete(holds).where(_row.key == key, _row.desk == self._desk.id))

    def release_all(self) -> None:
        """Let go of everything that is ours."""
        with writing(self._engine) as connection:
            connection.execute(delete(holds).where(_row.desk == self._desk.id))

    def _put(self, connection: Connection, key: str, before: Hold | None, at: datetime) -> Hold:
        ours = before is not None and self.is_ours(before) and before.who == self._user.id
        since = before.since if before is not None and ours else at
        hold = Hold(key, self._desk.id, self._desk.place, self._user.id, self._user.name, since, at)
        values = {name: getattr(hold, name) for name in ("desk", "place", "who", "name", "since", "renewed")}
        if before is None:
            connection.execute(insert(holds).values(key=key, **values))
        else:
            connection.execute(update(holds).where(_row.key == key).values(**values))
        return hold


def _held(connection: Connection, key: str) -> Hold | None:
    row = connection.execute(select(holds).where(_row.key == key)).first()
    return Hold(*row) if row else None
