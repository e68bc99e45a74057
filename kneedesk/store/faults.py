"""Say in one sentence why something could not be kept or read, without a path, a value or a traceback."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kneedesk.store.server_faults import explain_server

# Messages of the application: the window says them in its language.
FULL = "The disk is full."
READ_ONLY = "The file of consultations, or its folder, is read-only."
LOCKED = "Another program is using the file of consultations."
GONE = "The file of consultations is gone: it was moved or removed, or its drive is not there."
CLOSED = "The file of consultations cannot be opened."
DAMAGED = "The file of consultations is damaged."
OTHER_KEY = "The file of consultations does not open with this key, or it is damaged."
FAILING = "The disk reports an error."
NEWER = "These consultations were written by a newer KneeDesk; this one cannot read them."
AFTER_A_BACKUP = "An older KneeDesk wrote these consultations: they are brought up to date only after a backup."
FOREIGN = "This file does not hold consultations of KneeDesk."
UNKNOWN = "It could not be kept, for a reason that KneeDesk does not know."
UNREADABLE = "This consultation cannot be read: it is damaged, or was written by a newer KneeDesk."
STANDS = "This version was finalised with another content; what stands is not written over."
OTHER_PACK = "What is known has changed since this was finalised: only the documents that were kept then can be shown."
SHUT = "The consultations are locked."
DELETED = "This consultation was deleted, with all that was kept of it."
SUPERSEDED = "Another desk has changed this consultation meanwhile."
MISSING = "This consultation is not among those that are kept."

_BY_CODE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_PROTOCOL: LOCKED,
    sqlite3.SQLITE_CANTOPEN: CLOSED,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_IOERR: FAILING,
}
_BY_WORDS = {"this was deleted": DELETED}
"""What our own triggers say, which SQLite passes on."""
_BY_ERRNO = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.ENOENT: GONE,
    errno.EIO: FAILING,
}
_DRIVERS = ("sqlite3", "sqlcipher3")
_PRIMARY = 0xFF  # SQLite keeps the kind of a fault in the lowest byte
_LEAST_FREE = 64 * 1024


class Unavailable(Exception):
    """Something could not be kept or read; ``sentence`` says why and holds nothing of a patient."""

    def __init__(self, sentence: str, code: str = "", *further: str) -> None:
        super().__init__(f"{sentence} ({code})" if code else sentence)
        self.sentence = sentence
        self.sentences = (sentence, *further)
        """What is said of it, the first before all."""
        self.code = code
        """SQLite's own name of the fault, for whoever is asked for help."""


@contextmanager
def explained(path: Path | str | None, keyed: bool = False) -> Iterator[None]:
    """Turn every fault of the file or its disk into ``Unavailable``, without what SQLite and SQLAlchemy say.

    Without a path it is one of the practice's server.

    ``keyed`` is for opening with a key: then SQLite cannot tell a wrong one from a damaged beginning.
    """
    try:
        yield
    except Exception as error:
        # SQLAlchemy keeps the driver's error in `orig`; naming its classes, or SQLCipher's, would load them.
        fault = getattr(error, "orig", None) or error
        if path is None and type(fault).__module__.partition(".")[0] == "psycopg":
            raise Unavailable(*explain_server(fault)) from None
        if isinstance(fault, OSError):
            raise _explain_system(fault) from None
        if path is None or type(fault).__module__.partition(".")[0] not in _DRIVERS:
            raise
        raise _explain(fault, Path(path), keyed) from None


def _explain_system(error: OSError) -> Unavailable:
    return Unavailable(_BY_ERRNO.get(error.errno or 0, CLOSED), errno.errorcode.get(error.errno or 0, ""))


def _explain(error: Exception, path: Path, keyed: bool) -> Unavailable:
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    sentence = _BY_WORDS.get(str(error)) or _BY_CODE.get(code, UNKNOWN)
    if keyed and code == sqlite3.SQLITE_NOTADB:
        sentence = OTHER_KEY
    if sentence in (CLOSED, FAILING):
        sentence = _look(path) or sentence
    return Unavailable(sentence, getattr(error, "sqlite_errorname", ""))


def _look(path: Path) -> str:
    """Return what is plain to see where SQLite only says that it could not open or write a file."""
    with suppress(OSError):  # of what may not even be looked at nothing is plain
        if not path.exists():
            return GONE
        if path.is_file() and not all(os.access(place, os.W_OK) for place in (path, path.parent)):
            return READ_ONLY
        if shutil.disk_usage(path.parent).free < _LEAST_FREE:
            return FULL
    return ""
