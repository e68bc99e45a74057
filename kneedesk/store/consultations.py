"""The consultations that are kept: save one, read one, find them by name, identifier or day."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, Engine, bindparam, func, select

from kneedesk.store import faults
from kneedesk.store.chain import Deed, Entry
from kneedesk.store.changes import State, digest_of, forget_changes, keep_changes
from kneedesk.store.content import Content, content_of
from kneedesk.store.database import reading, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.folding import search_column
from kneedesk.store.journal import append
from kneedesk.store.listing import count, portion, stopped
from kneedesk.store.notes import Notes
from kneedesk.store.pen import Pen
from kneedesk.store.prepared import Prepared
from kneedesk.store.shown import Shown
from kneedesk.store.summary import Near, Summary
from kneedesk.store.tables import consultations, notes, versions
from kneedesk.store.users import User
from kneedesk.store.versions import Versions, keep_standing

if TYPE_CHECKING:
    from kneedesk.domain.beginning import Carried
    from kneedesk.domain.consultation import Consultation

_row = consultations.c
_CHANGE = Prepared(consultations.update().where(_row.key == bindparam("kept"), _row.version == bindparam("known")))
_SHOWN = ("knowledge", "verdicts")
"""Columns that are written without a change of the consultation, too."""
_SEARCHED = ("given_name", "family_name", "identifier", "date")
_STATE = select(_row.version, _row.content).where(_row.key == bindparam("kept"))

_FIRST = Near()


class _Last(NamedTuple):
    """What was kept last."""

    key: str
    state: State
    columns: dict[str, Any]
    content: Content


def _never() -> bool:
    return False


class Consultations:
    """The consultations of one store; every method raises ``Unavailable`` with a sentence where it fails."""

    def __init__(self, engine: Engine, user: User) -> None:
        self._engine = engine
        self._user = user
        self._pen = Pen(engine)
        self._last: _Last | None = None
        self._tried: tuple[str, str] | None = None
        self.versions = Versions(engine, user)
        self.notes = Notes(engine)

    def save(
        self,
        key: str,
        consultation: "Consultation",
        at: datetime,
        carried: "Carried | None" = None,
        shown: Shown | None = None,
        base: int | None = None,
    ) -> int:
        """Keep the state of a consultation at an instant, what of it is to be confirmed, and how it is shown.

        What is not named of these stays as it was. Return its version, once it is committed. ``base`` is the version
        that the state was made from.

        :raises Unavailable: also where another desk has kept another state since that version, as ``SUPERSEDED``.
        """
        if at.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        content = content_of(consultation, self._last and self._last.content)
        state = _columns(content, self._last and self._last.columns) | _shown_columns(shown) | {"changed_at": at}
        if carried is not None:
            state["carried"] = json.dumps(dict(carried), default=date.isoformat) if carried else None
        with self._pen.writing() as connection:
            before, version = self._change(connection, key, state, base)
            if version is None:
                connection.execute(consultations.insert(), state | {"key": key, "version": 1, "started_at": at})
            keep_standing(connection, key, consultation, state["content"])
            digest = keep_changes(connection, key, before, consultation, state["content"], at, self._user)
        self._last, self._tried = _Last(key, State(version or 1, digest, consultation), state, content), None
        return version or 1

    def _change(
        self, connection: Connection, key: str, state: dict[str, Any], base: int | None
    ) -> tuple[State | None, int | None]:
        """Write a state in the place of the one before; return that one, and the new version, where there was any."""
        tried, self._tried = self._tried, (key, state["content"])
        if self._last is not None and self._last.key == key and base in (None, self._last.state.version):
            _, known, written, _ = self._last
            # What stays as it is is not written again: an index would be, and that takes as long as all the rest.
            other = {name: value for name, value in state.items() if name in _SHOWN or written.get(name, ...) != value}
            if _overwrite(connection, key, known.version, other):
                return known, known.version + 1
        row = connection.execute(_STATE, {"kept": key}).first()
        # A commit whose answer was lost on the line is ours, and no other desk's.
        if base and (row is None or (row.version != base and (key, row.content) not in (tried, self._tried))):
            raise Unavailable(faults.SUPERSEDED)
        if row is None:
            return None, None
        before = State(row.version, digest_of(row.content), _readable(row.content))
        _overwrite(connection, key, row.version, state)
        return before, row.version + 1

    def read(self, key: str) -> "Consultation":
        """Return the newest state of a consultation."""
        with reading(self._engine) as connection:
            content = connection.scalar(select(_row.content).where(_row.key == key))
        if content is None:
            raise Unavailable(faults.MISSING)
        consultation = _readable(content)
        if consultation is None:
            raise Unavailable(faults.UNREADABLE)
        return consultation

    def version(self, key: str) -> int:
        """Return the version of the newest state of a consultation; 0 where it is not kept."""
        with reading(self._engine) as connection:
            return connection.scalar(select(_row.version).where(_row.key == key)) or 0

    def carried(self, key: str) -> "Carried":
        """Return what of a consultation was taken over and is to be confirmed."""
        with reading(self._engine) as connection:
            content = connection.scalar(select(_row.carried).where(_row.key == key))
        return {path: date.fromisoformat(day) for path, day in json.loads(content or "{}").items()}

    def shown(self, key: str) -> Shown | None:
        """Return with which version of the pack and with which verdicts a consultation was last shown, if known."""
        with reading(self._engine) as connection:
            row = connection.execute(select(_row.knowledge, _row.verdicts).where(_row.key == key)).first()
        return Shown(row.knowledge, json.loads(row.verdicts)) if row and row.knowledge and row.verdicts else None

    def mark_shown(self, key: str, shown: Shown) -> None:
        """Keep how a consultation is shown now; it is no change of the consultation."""
        with writing(self._engine) as connection:
            connection.execute(consultations.update().where(_row.key == key).values(**_shown_columns(shown)))

    def remove(self, key: str, at: datetime) -> bool:
        """Remove a consultation of which no version stands, at an instant; tell whether it is gone."""
        with writing(self._engine) as connection:
            stands = select(func.count()).where(versions.c.key == key).select_from(versions)
            if connection.scalar(stands):
                return False
            content = connection.scalar(select(_row.content).where(_row.key == key))
            if content is None:
                return True
            connection.execute(notes.delete().where(notes.c.key == key))
            connection.execute(consultations.delete().where(_row.key == key))
            forget_changes(connection, key)
            append(connection, Entry(at, self._user, Deed.REMOVAL, key, before=digest_of(content)))
        return True

    def find(
        self,
        text: str = "",
        limit: int = 100,
        offset: int = 0,
        near: Near = _FIRST,
        vain: Callable[[], bool] = _never,
    ) -> list[Summary]:
        """Return the consultations that hold all words of a text, in whole or in part, the newest first.

        It is broken off where it turns out to be in ``vain``.
        """
        with reading(self._engine) as connection, stopped(connection, vain):
            return portion(connection, text, limit, offset, near)

    def kept_as(self, consultation: "Consultation") -> str:
        """Return the key under which just this state of a consultation is kept, empty where it is not."""
        state = _columns(content_of(consultation))
        same = [getattr(_row, name) == state[name] for name in ("date", "knee", "family_name")]
        with reading(self._engine) as connection:
            keys = connection.scalars(select(_row.key).where(*same).order_by(_row.started_at.desc())).all()
        # As values: an older KneeDesk wrote the same consultation without the blocks that came later.
        return next((key for key in keys if self._holds(key, consultation)), "")

    def _holds(self, key: str, consultation: "Consultation") -> bool:
        try:
            return self.read(key) == consultation
        except Unavailable:
            return False

    def count(self, text: str = "", vain: Callable[[], bool] = _never) -> int:
        """Return how many consultations hold all words of a text; broken off where that turns out to be in ``vain``."""
        with reading(self._engine) as connection, stopped(connection, vain):
            return count(connection, text)

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        self._engine.dispose()


def _overwrite(connection: Connection, key: str, known: int, state: dict[str, Any]) -> bool:
    """Write a state in the place of a version that is known; tell whether it was that one."""
    done = _CHANGE.execute(connection, state | {"version": known + 1, "kept": key, "known": known})
    return bool(done.rowcount)


def _readable(content: str) -> "Consultation | None":
    # The list is shown before pydantic is loaded.
    from pydantic import ValidationError  # noqa: PLC0415

    from kneedesk.domain.consultation import Consultation  # noqa: PLC0415

    try:
        return Consultation.model_validate_json(content)
    except ValidationError:
        return None


def _shown_columns(shown: Shown | None) -> dict[str, Any]:
    if shown is None:
        return {}
    return {"knowledge": shown.knowledge, "verdicts": json.dumps(dict(shown.verdicts))}


def _columns(content: Content, last: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return what is kept of a consultation; what it is searched by is taken from what was kept last, if it is that."""
    consultation, patient = content.consultation, content.consultation.patient
    columns = {
        "family_name": patient.family_name,
        "given_name": patient.given_name,
        "identifier": patient.identifier,
        "birth_date": patient.birth_date,
        "knee": consultation.knee.value,
        "date": consultation.date,
        "content": content.text,
    }
    if last is not None and all(last[name] == columns[name] for name in _SEARCHED):
        columns["search"] = last["search"]
    else:
        names = patient.given_name, patient.family_name, patient.identifier
        columns["search"] = search_column(names, consultation.date)
    return columns
