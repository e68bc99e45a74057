"""One store that is open: all that is kept in it, and in whose name it is written."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from kneedesk.store import faults, wraps
from kneedesk.store.archive import Archive
from kneedesk.store.changes import History
from kneedesk.store.connections import KEY_LENGTH, driver
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import FILE, open_database
from kneedesk.store.encryption import Encrypted, encrypt_store
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal
from kneedesk.store.scribe import Scribe
from kneedesk.store.users import User

if TYPE_CHECKING:
    from kneedesk.domain.practice_key import PracticeKey
    from kneedesk.store.shared import Shared


class Store:
    """One store that is open, and the user who opened it."""

    def __init__(
        self,
        engine: Engine,
        user: User,
        key: bytes | None,
        folder: Path,
        encrypted: Encrypted | None = None,
        shared: "Shared | None" = None,
    ) -> None:
        self.engine = engine
        self.user = user
        self.key = key
        """32 bytes; nothing where the store is plain, and once it is closed."""
        self.folder = folder
        self.encrypted = encrypted
        """What was moved from a plain store when this one was opened, where there was any."""
        self.shared = shared
        """What it has where other desks share it."""
        self.consultations = Consultations(engine, user)
        self.journal = Journal(engine)
        self.scribe = Scribe(self.journal, user)
        self.history = History(engine)
        self.archive = Archive(engine)

    def practice_key(self, practice: str, at: datetime) -> "PracticeKey":
        """Return the key with which the practice seals, made at this instant and under this name where there is none.

        :raises Unavailable: where it can neither be read nor be kept.
        """
        from kneedesk.store.practice_keys import practice_key  # noqa: PLC0415 - where something is sealed

        if self.shared is None:
            return practice_key(self.folder, practice, at, self.key)
        from kneedesk.store.shared_key import shared_practice_key  # noqa: PLC0415

        return shared_practice_key(self.engine, self.folder, practice, at, self.key)

    def close(self) -> None:
        """Let go of the file and of the key."""
        self.key = None
        if self.shared is not None:
            self.shared.leave()
        self.engine.dispose()


def open_store(folder: Path, user: User, key: bytes | None, at: datetime) -> Store:
    """Open the store in a folder, made if it is not there; with a key of 32 bytes a plain one is encrypted first.

    One that an older KneeDesk wrote is backed up first, as it is at this instant, and brought up to date then.

    :raises Unavailable: with one sentence on why it cannot be opened.
    """
    path = folder / FILE
    encrypted = encrypt_store(path, key) if key is not None and path.exists() else None
    return Store(open_database(path, key, partial(_secure, folder, key, at)), user, key, folder, encrypted)


def load() -> None:
    """Load what opens an encrypted store, before somebody waits for it."""
    from sqlalchemy.dialects import sqlite  # noqa: F401, PLC0415

    wraps.load()
    driver(bytes(KEY_LENGTH))


def _secure(folder: Path, key: bytes | None, at: datetime, engine: Engine) -> None:
    """Back up an older store: the way back, should what follows go wrong."""
    from kneedesk.store.backups import FOLDER, back_up  # noqa: PLC0415 - rarely needed
    from kneedesk.store.vault import FILE as VAULT  # noqa: PLC0415

    vault = folder / VAULT
    try:
        back_up(engine, key, folder / FOLDER, at, vault if vault.exists() else None)
    except Unavailable as fault:
        raise Unavailable(faults.AFTER_A_BACKUP, fault.code, fault.sentence) from None
