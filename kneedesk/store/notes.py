"""The physician's private notes: one beside each consultation, in no file, no document and no search."""

from datetime import datetime

from sqlalchemy import Engine, select

from kneedesk.domain.note import together
from kneedesk.store.database import reading, writing
from kneedesk.store.tables import notes

_row = notes.c


class Notes:
    """The notes of one store; every method raises ``Unavailable`` with a sentence where it fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(self, key: str) -> str:
        """Return the note beside a consultation, empty where there is none."""
        with reading(self._engine) as connection:
            return connection.scalar(select(_row.words).where(_row.key == key)) or ""

    def keep(self, key: str, words: str, at: datetime, read_as: str | None = None) -> str:
        """Keep a note as it is at an instant in the place of the one before; an empty one leaves nothing behind.

        Where it is known as what it was read, and another desk has kept it otherwise meanwhile, both are kept: return
        the note as it is then.
        """
        if at.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        with writing(self._engine) as connection:
            if read_as is not None:
                theirs = connection.scalar(select(_row.words).where(_row.key == key)) or ""
                words = together(theirs, words, read_as)
            connection.execute(notes.delete().where(_row.key == key))
            if words:
                connection.execute(notes.insert(), {"key": key, "words": words, "at": at})
        return words
