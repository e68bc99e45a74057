"""What each change of a consultation changed: kept in its transaction beside the journal's entry, read back with it."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, select

from kneedesk.store.chain import Deed, Entry, Link
from kneedesk.store.database import reading
from kneedesk.store.journal import LINKS, append
from kneedesk.store.prepared import Prepared
from kneedesk.store.tables import changes, journal
from kneedesk.store.users import User

if TYPE_CHECKING:
    from kneedesk.domain.changes import Change
    from kneedesk.domain.consultation import Consultation

CHANGING = (Deed.CHANGE, Deed.OVERRIDE, Deed.FINALISE, Deed.AMEND)
"""The deeds that leave a consultation as it was not before."""
WITH_CHANGES = LINKS.add_columns(changes.c.content).outerjoin(changes, changes.c.number == journal.c.number)
"""All entries of the journal in order, and last what is kept beside each."""
_BY_PATH = {"overrides": Deed.OVERRIDE, "amends": Deed.AMEND, "finalised": Deed.FINALISE}
_ADD = Prepared(changes.insert())


@dataclass(frozen=True, slots=True)
class State:
    """A consultation as it was kept last: the digest of its content, and all of it where it can be read."""

    version: int
    digest: str
    consultation: "Consultation | None"


@dataclass(frozen=True, slots=True)
class Done:
    """One entry of the journal, and what it changed: nothing where it changed nothing, or what it did is not kept."""

    link: Link
    changes: "tuple[Change, ...]"


class History:
    """What was done to the consultations of one store; every method raises ``Unavailable`` with a sentence."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def page(
        self, key: str, limit: int, before: int | None = None, who: str = "", deeds: Collection[Deed] = ()
    ) -> Sequence[Done]:
        """Return what was done to a consultation, the newest first: before an entry, by one person, of some kinds.

        Of an empty key it is what was done besides consultations that are kept: who unlocked, what was deleted.
        """
        found = WITH_CHANGES.where(_of(key)).order_by(None).order_by(journal.c.number.desc()).limit(limit)
        if before is not None:
            found = found.where(journal.c.number < before)
        with reading(self._engine) as connection:
            rows = connection.execute(_narrowed(found, who, deeds)).all()
        return [Done(Link(*entry), read_changes(content)) for *entry, content in rows]

    def people(self, key: str) -> Sequence[tuple[str, str]]:
        """Return who did something to a consultation: id and name, in the order in which they first did.

        Of an empty key as :meth:`page`.
        """
        found = select(journal.c.who, journal.c.name).where(_of(key)).order_by(journal.c.number)
        with reading(self._engine) as connection:
            return [*dict(tuple(row) for row in connection.execute(found)).items()]


def keep_changes(
    connection: Connection,
    key: str,
    before: State | None,
    after: "Consultation",
    content: str,
    at: datetime,
    user: User,
) -> str:
    """Keep what leads from one state to the next beside a new entry of the journal, inside the transaction of both.

    Where nothing changed there is no entry. Return the digest of the content after.
    """
    from kneedesk.domain.changes import changes_between  # noqa: PLC0415 - it loads pydantic, which the list does not need

    digest = digest_of(content)
    if before is not None and before.digest == digest:
        return digest
    made = changes_between(before.consultation if before else None, after)
    written = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    deed = _deed(made) if before else Deed.CHANGE
    left = before.digest if before else ""
    head = append(connection, Entry(at, user, deed, key, left, digest, digest_of(written)))
    _ADD.execute(connection, {"number": head.count, "key": key, "content": written})
    return digest


def written_out(connection: Connection, key: str) -> bytes:
    """Return all that was done to a consultation as JSON, the oldest first: the entries and what each changed."""
    rows = connection.execute(WITH_CHANGES.where(journal.c.key == key)).all()
    told = [{**Link(*entry)._asdict(), "changes": json.loads(changed or "[]")} for *entry, changed in rows]
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass") + b"\n"


def forget_changes(connection: Connection, key: str) -> None:
    """Delete what was changed of a consultation that is kept no longer; that it was changed stays in the journal."""
    numbers = select(journal.c.number).where(journal.c.key == key)
    connection.execute(changes.delete().where(changes.c.number.in_(numbers)))


def read_changes(content: str | None) -> "tuple[Change, ...]":
    """Return what was kept of an entry, nothing where nothing was or it cannot be read."""
    from kneedesk.domain.changes import Change  # noqa: PLC0415 - as above

    try:
        return tuple(Change(*each) for each in json.loads(content or "[]"))
    except (ValueError, TypeError):
        return ()


def digest_of(text: str) -> str:
    """Return the SHA-256 digest of what is kept as text, as 64 hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _deed(made: "Sequence[Change]") -> Deed:
    """Return what was done: that it stands now outweighs that it was amended, and that a reason for a course."""
    touched = {change.path: change for change in made}
    if "finalised" in touched and touched["finalised"].new is None:
        del touched["finalised"]  # it was, and the next draft is not
    return next((_BY_PATH[path] for path in ("finalised", "amends", "overrides") if path in touched), Deed.CHANGE)


def _of(key: str) -> ColumnElement[bool]:
    of = journal.c.key == key
    return of if key else of | (journal.c.deed == Deed.REMOVAL.value)


def _narrowed(found: Select[Any], who: str, deeds: Collection[Deed]) -> Select[Any]:
    if who:
        found = found.where(journal.c.who == who)
    return found.where(journal.c.deed.in_([deed.value for deed in deeds])) if deeds else found
