"""Anchors of the journal that are kept elsewhere: in the backups, each with the head that it had then."""

from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from kneedesk.store.backups import FOLDER, Backup, backups_in, place_of
from kneedesk.store.chain import Anchor
from kneedesk.store.connections import connect
from kneedesk.store.faults import Unavailable, explained

_HEAD = "SELECT number, digest FROM journal ORDER BY number DESC LIMIT 1"


def anchors_of(backups: Iterable[Backup], key: bytes | None) -> Sequence[Anchor]:
    """Return the heads that the journal had in backups; one that does not open, or is older than the journal, has none.

    Of each only the head is read: it takes a moment, and says nothing of the rest of the backup.
    """
    heads = (_head(backup, key) for backup in backups)
    return [head for head in heads if head is not None]


def backups_of(data: Path, chosen: str = "") -> Sequence[Backup]:
    """Return the backups beside the store and those in the folder that was chosen, where it is there."""
    folders = [data / FOLDER]
    with suppress(Unavailable):
        folders.append(place_of(chosen, data))
    return [backup for folder in dict.fromkeys(folders) for backup in backups_in(folder)]


def _head(backup: Backup, key: bytes | None) -> Anchor | None:
    with suppress(Unavailable), explained(backup.path), closing(connect(backup.path, key)) as connection:
        row = connection.execute(_HEAD).fetchone()
        return Anchor(*row) if row else None
    return None
