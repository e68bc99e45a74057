"""Backups of the store: one a day, encrypted as it is, verified by reading it back, kept by rule; and the way back.

The locked keys lie beside each backup, or nobody could read it on another computer: it opens with the passphrases and
the recovery key of its day.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast

from sqlalchemy import Engine

from kneedesk.store import faults
from kneedesk.store.chain import Anchor
from kneedesk.store.connections import connect
from kneedesk.store.copies import copy_whole, counts, is_sound
from kneedesk.store.database import reading
from kneedesk.store.faults import Unavailable, explained
from kneedesk.store.files import replace_file, settle
from kneedesk.store.migrations import REVISIONS
from kneedesk.store.progress import Progress
from kneedesk.store.retention import kept_days

if TYPE_CHECKING:
    import sqlite3

FOLDER = "backups"
"""The name of the folder in the folder of this user's data."""
CHOSEN = "KneeDesk backups"
"""The name of the folder in a folder that was chosen: where it is missing, its drive is."""
_NAME = "%Y-%m-%dT%H%M%SZ"
_STORE, _KEYS, _SEALS, _DRAFT = ".sqlite", ".vault.json", ".seals.pem", ".part"
_SEAL_KEY = "practice-key.pem"
_PLAIN = b"-----BEGIN PRIVATE KEY-----"
_HEAD = "SELECT number, digest FROM journal ORDER BY number DESC LIMIT 1"

# Messages of the application.
BACKUP_NOT_KEPT = "The backup cannot be written: its folder is read-only, full or not there."
BACKUP_AWAY = "The folder for backups is not there: connect its drive, or choose another folder."
BACKUP_UNSOUND = "The backup that was just written does not read back as it should; the ones before it stand."
BACKUP_DAMAGED = "This backup is damaged, or does not open with this key."
_OF_THE_FOLDER = (faults.GONE, faults.CLOSED, faults.READ_ONLY, faults.UNKNOWN, faults.FULL)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: when it was made, in UTC, and the folder that it lies in."""

    folder: Path
    at: datetime

    @classmethod
    def named(cls, path: Path) -> Self | None:
        """Return the backup that a file is, nothing where its name is none of a backup."""
        with suppress(ValueError):
            if path.suffix == _STORE:
                return cls(path.parent, datetime.strptime(path.stem, _NAME).replace(tzinfo=UTC))
        return None

    @property
    def path(self) -> Path:
        """The copy of the store."""
        return self.folder / f"{self.at:{_NAME}}{_STORE}"

    @property
    def vault(self) -> Path:
        """The locked keys as they were then; not there where the store was plain."""
        return self.folder / f"{self.at:{_NAME}}{_KEYS}"

    @property
    def seals(self) -> Path:
        """The practice's key for seals, which opens with the key of the store; not there where none was made yet."""
        return self.folder / f"{self.at:{_NAME}}{_SEALS}"

    def put_seals_back(self, folder: Path) -> None:
        """Put the practice's key for seals where there is none.

        :raises OSError: where it cannot be copied.
        """
        if self.seals.exists() and not (folder / _SEAL_KEY).exists():
            replace_file(folder / _SEAL_KEY, self.seals.read_bytes())


@dataclass(frozen=True, slots=True)
class Preview:
    """What a backup holds, to be seen before it is restored."""

    consultations: int
    newest_change: datetime | None
    head: Anchor
    """Of its journal: an anchor for the journal of the store that it was made of."""


def place_of(chosen: str, data: Path) -> Path:
    """Return the folder of backups: the one in a chosen folder, or beside the store where none was chosen.

    :raises Unavailable: where a folder was chosen and is not there.
    """
    if not chosen:
        return data / FOLDER
    place = Path(chosen) / CHOSEN
    if not place.is_dir():
        raise Unavailable(BACKUP_AWAY)
    return place


def make_place(chosen: Path) -> None:
    """Make the folder of backups in a folder that was chosen just now.

    :raises Unavailable: where that cannot be done.
    """
    with _of_the_folder(chosen):
        (chosen / CHOSEN).mkdir(mode=0o700, exist_ok=True)


def backups_in(folder: Path) -> Sequence[Backup]:
    """Return the backups in a folder, the newest first; none where there is no folder."""
    with suppress(OSError):
        found = (Backup.named(path) for path in folder.iterdir())
        return sorted((backup for backup in found if backup), key=lambda backup: backup.at, reverse=True)
    return ()


def back_up(
    engine: Engine,
    key: bytes | None,
    folder: Path,
    at: datetime,
    vault: Path | None = None,
    progress: Progress | None = None,
) -> Backup:
    """Make a backup of an open store and of its locked keys, whoever works on; return it once it has been read back.

    :raises Unavailable: where it cannot be written or does not read back; there is none then.
    :raises CalledOff: where progress was called off; there is none then.
    """
    backup = Backup(folder, _free(folder, at))
    draft = backup.path.with_suffix(_DRAFT)
    with _of_the_folder(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        held = _copy(engine, key, draft, progress)
        with _of_the_folder(draft):
            if not _reads_back(draft, key, held):
                raise Unavailable(BACKUP_UNSOUND)
            if vault is not None:
                _copy_seals(vault.with_name(_SEAL_KEY), backup)
                replace_file(backup.vault, vault.read_bytes())
            draft.replace(backup.path)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    settle(folder)
    return backup


def back_up_daily(
    engine: Engine,
    key: bytes | None,
    folder: Path,
    now: datetime,
    vault: Path | None = None,
    progress: Progress | None = None,
) -> Backup | None:
    """Make the backup of today where there is none yet, and remove what the rule does not keep.

    A day is one of the clock that ``now`` was read from.

    :raises Unavailable: as :func:`back_up`; nothing was removed then.
    """
    if any(backup.at.astimezone(now.tzinfo).date() == now.date() for backup in backups_in(folder)):
        return None
    made = back_up(engine, key, folder, now, vault, progress)
    _tidy(folder, now)
    return made


def glance(backup: Backup, key: bytes | None) -> int | None:
    """Return how many consultations a backup holds, without reading all of it; nothing where it does not open."""
    with suppress(Unavailable), explained(backup.path), closing(connect(backup.path, key)) as connection:
        number: int = connection.execute("SELECT count(*) FROM consultations").fetchone()[0]
        return number
    return None


def look_into(backup: Backup, key: bytes | None) -> Preview:
    """Return what a backup holds, once every page of it was read.

    :raises Unavailable: where it is damaged, does not open with this key or was written by a newer KneeDesk.
    """
    try:
        with explained(backup.path), closing(connect(backup.path, key)) as connection:
            if not is_sound(connection, key is not None):
                raise Unavailable(BACKUP_DAMAGED)
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if revision not in REVISIONS:
                raise Unavailable(faults.NEWER)
            number, newest = connection.execute("SELECT count(*), max(changed_at) FROM consultations").fetchone()
            # The oldest stores had no journal.
            told = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'journal'").fetchone()
            head = connection.execute(_HEAD).fetchone() if told else None
    except Unavailable as fault:
        raise Unavailable(BACKUP_DAMAGED if fault.sentence == faults.DAMAGED else fault.sentence, fault.code) from None
    newest_change = newest and datetime.fromisoformat(newest).replace(tzinfo=UTC)
    return Preview(number, newest_change, Anchor(*head) if head else Anchor())


def _copy(engine: Engine, key: bytes | None, draft: Path, progress: Progress | None) -> Mapping[str, int]:
    """Copy a store as it is at one moment; return how many rows each table had then."""
    with _of_the_folder(draft):
        draft.unlink(missing_ok=True)
        draft.touch(mode=0o600)
    with reading(engine) as connection, connection.begin():  # what is counted is what is copied
        source = cast("sqlite3.Connection", connection.connection.driver_connection)
        with _of_the_folder(draft), closing(connect(draft, key)) as target:
            held = counts(source)
            copy_whole(source, target, progress)
    return held


def _copy_seals(path: Path, backup: Backup) -> None:
    """Copy the practice's key for seals; one that is not locked yet leaves its folder never."""
    with suppress(FileNotFoundError):
        content = path.read_bytes()
        if _PLAIN not in content:
            replace_file(backup.seals, content)


def _reads_back(draft: Path, key: bytes | None, held: Mapping[str, int]) -> bool:
    try:
        with explained(draft), closing(connect(draft, key)) as connection:
            return is_sound(connection, key is not None) and counts(connection) == held
    except Unavailable:
        return False


def _free(folder: Path, at: datetime) -> datetime:
    """Return the instant, to the second, or the next one of which there is no backup."""
    second = at.astimezone(UTC).replace(microsecond=0)
    while Backup(folder, second).path.exists():
        second += timedelta(seconds=1)
    return second


def _tidy(folder: Path, now: datetime) -> None:
    """Remove the backups that the rule does not keep; what cannot be removed is left for tomorrow."""
    found = [(backup, backup.at.astimezone(now.tzinfo).date()) for backup in backups_in(folder)]
    kept = kept_days(day for _, day in found)
    for backup, day in found:
        if day not in kept:
            for path in (backup.path, backup.vault, backup.seals):
                with suppress(OSError):
                    path.unlink(missing_ok=True)


@contextmanager
def _of_the_folder(path: Path) -> Iterator[None]:
    """Say of a fault of the folder that it is one of the backup, not of the file of consultations."""
    try:
        with explained(path):
            yield
    except Unavailable as fault:
        if fault.sentence in _OF_THE_FOLDER:
            raise Unavailable(BACKUP_NOT_KEPT, fault.code) from None
        raise
