"""The key with which a practice of many desks seals its documents: one for all of them, on the server, locked.

Each desk keeps a copy of the same file: it is locked with the key of the practice, which each user's passphrase opens.
"""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from kneedesk.domain.practice_key import PracticeKey
from kneedesk.store.database import writing
from kneedesk.store.faults import explained
from kneedesk.store.files import replace_file
from kneedesk.store.practice_keys import FILE, practice_key, read_key
from kneedesk.store.server_tables import locked_keys

FOLDER = "practice"
"""Of the copy, in the folder of this user's data: what a desk sealed with before it shared is not written over."""
_SEALING = 2
_row = locked_keys.c


def shared_practice_key(engine: Engine, data: Path, practice: str, at: datetime, secret: bytes | None) -> PracticeKey:
    """Return the practice's key, made at this instant where no desk has made one yet.

    :raises Unavailable: where the server or the folder does not let it be read or kept.
    """
    folder = data / FOLDER
    with writing(engine) as connection:  # one desk at a time
        content = _content(connection)
        if content is None:
            key = practice_key(folder, practice, at, secret)
            _offer(connection, folder)
            return key
    with explained(folder):
        path = folder / FILE
        if not path.exists() or path.read_text("ascii") != content:
            replace_file(path, content.encode("ascii"))
    return read_key(folder, secret) or practice_key(folder, practice, at, secret)


def offer_key(engine: Engine, data: Path) -> bool:
    """Let all desks seal with the key of this one, where it has any and they have none; tell whether it was taken."""
    with writing(engine) as connection:
        if not (data / FILE).exists() or _content(connection) is not None:
            return False
        _offer(connection, data)
    return True


def _content(connection: Connection) -> str | None:
    content: str | None = connection.scalar(select(_row.content).where(_row.number == _SEALING))
    return content


def _offer(connection: Connection, folder: Path) -> None:
    with explained(folder):
        content = (folder / FILE).read_text("ascii")
    connection.execute(insert(locked_keys).values(number=_SEALING, content=content))
