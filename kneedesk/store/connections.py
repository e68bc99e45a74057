"""One connection to a file of SQLite: by Python's own driver, or by SQLCipher's where the file is encrypted."""

import sqlite3
from pathlib import Path
from types import ModuleType
from typing import cast
from urllib.parse import quote

PATIENCE = 1.0  # seconds for another program to finish its transaction
KEY_LENGTH = 32
_PLAIN = b"SQLite format 3\0"


def driver(key: bytes | None) -> ModuleType:
    """Return the driver that opens a file; SQLCipher's has the interface of Python's."""
    if key is None:
        return sqlite3
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - only where a file is encrypted

    return cast("ModuleType", dbapi2)


def connect(path: Path, key: bytes | None = None) -> sqlite3.Connection:
    """Return a connection to a file that is there, outside any transaction; the key has 32 bytes.

    It is never made here: a file that is gone must not be replaced by an empty one. That a key is wrong shows at the
    first read, as *not a database*.
    """
    if key is not None and len(key) != KEY_LENGTH:
        raise ValueError("a key has 32 bytes")
    address = quote(bytes(path.absolute()).replace(b"\\", b"/") if path.drive else bytes(path.absolute()))
    uri = f"file://{'' if address.startswith('/') else '/'}{address}?mode=rw"
    made = driver(key).connect(uri, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    connection = cast("sqlite3.Connection", made)
    if key is not None:
        connection.execute(keying(key))  # the first statement, or SQLCipher takes the file for a plain one
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to the terminal
    return connection


def keying(key: bytes) -> str:
    """Return the statement that gives a connection its raw key; a passphrase would cost each a tenth of a second."""
    return f"PRAGMA key = \"x'{key.hex()}'\""


def is_plain(path: Path) -> bool:
    """Tell whether a file is one of SQLite that everybody can read.

    :raises OSError: where it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN
