"""Write small files of the store whole or not at all, for their owner alone."""

import os
from contextlib import suppress
from pathlib import Path

NEW = ".new"
_AT_ONCE = 1024 * 1024
VAULT = "vault.json"
"""The name of the file with the locked keys, beside the store; whether it is there is asked before all else loads."""


def replace_file(path: Path, content: bytes) -> None:
    """Put content into the place of a file: whoever reads finds the old one or the new one, whenever power goes.

    :raises OSError: where it could not be written; the old file stands then.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(path.name + NEW)
    draft.unlink(missing_ok=True)  # of a time when power went
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    settle(path.parent)


def settle(folder: Path) -> None:
    """Have the disk remember which names a folder holds; some systems cannot, and do it by themselves."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def linked(path: Path, old: Path) -> bool:
    """Give a plain file a second name, by which it is written over after a swap; some file systems know none."""
    try:
        os.link(path, old)
    except OSError:
        return False
    return True


def write_over(old: Path) -> bool:
    """Write zeros over a file and remove it; tell whether it was written over."""
    written = False
    with suppress(OSError):
        with old.open("r+b", buffering=0) as file:
            left = os.fstat(file.fileno()).st_size
            while left > 0:
                left -= file.write(bytes(min(left, _AT_ONCE)))
            os.fsync(file.fileno())
        written = True
    old.unlink(missing_ok=True)
    settle(old.parent)
    return written
