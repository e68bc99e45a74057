"""Put a backup into the place of the store, which is backed up itself before; its journal goes on and never back."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, RowMapping, select

from kneedesk.store import faults
from kneedesk.store.backups import BACKUP_UNSOUND, Backup, back_up, look_into
from kneedesk.store.chain import Anchor, Deed, Entry, Link
from kneedesk.store.changes import WITH_CHANGES
from kneedesk.store.connections import connect
from kneedesk.store.copies import copy_whole
from kneedesk.store.database import open_database, reading, writing
from kneedesk.store.faults import Unavailable, explained
from kneedesk.store.files import replace_file, settle
from kneedesk.store.journal import append, head_of
from kneedesk.store.progress import Progress
from kneedesk.store.removal import forget, wipe
from kneedesk.store.tables import changes, journal, tombstones
from kneedesk.store.users import User

_STEPS = 4
_DRAFT = ".restoring"
_ASIDE = ".%Y-%m-%dT%H%M%SZ.aside"
_BESIDE = ("-wal", "-shm", "-journal")
_LOST = (faults.GONE, faults.DAMAGED, faults.OTHER_KEY, BACKUP_UNSOUND)


@dataclass(frozen=True, slots=True)
class _Since:
    """What of a store is taken over into an older state of it: its journal since then, and what was deleted."""

    links: Sequence[tuple[Link, str | None]] = ()
    """Each with what it changed, as it is kept."""
    stones: Sequence[RowMapping] = ()


def restore(
    path: Path,
    key: bytes | None,
    backup: Backup,
    folder: Path,
    at: datetime,
    user: User,
    vault: Path | None = None,
    progress: Progress | None = None,
) -> Backup | None:
    """Put a backup into the place of the store, on which nobody works; return the backup of the store before.

    Nothing is changed until the backup was read whole and the store was backed up into the folder; whenever power goes,
    the store is the old one or the new one. A store that is not there returns nothing, nor does one that cannot be read
    any more: it is moved aside. What the journal of the store holds since the backup is taken over, where the two are
    one journal; who was deleted since stays so. The locked keys are put back only where there are none.

    :raises Unavailable: where it cannot be done; the store stands as it was then.
    :raises CalledOff: where progress was called off before the store was touched.
    """
    progress = progress or Progress()
    progress.tell(0, _STEPS)
    look_into(backup, key)
    with explained(path), _draft_beside(path) as draft:
        progress.tell(1, _STEPS)
        head = _prepare(draft, key, backup)
        progress.tell(2, _STEPS)
        before, since = _secure(path, key, folder, at, vault, head)
        progress.tell(3, _STEPS)
        _take_over(draft, key, since, Entry(at, user, Deed.RESTORE, what=str(head.count)))
        if before is not None:
            _pour(draft, path, key)
        else:
            _place(draft, path, at)
        if vault is not None and not vault.exists() and backup.vault.exists():
            replace_file(vault, backup.vault.read_bytes())
        backup.put_seals_back(path.parent)
    return before


@contextmanager
def _draft_beside(path: Path) -> Iterator[Path]:
    """Lend the place of a file that is there only meanwhile."""
    draft = path.with_name(path.name + _DRAFT)
    draft.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _discard(draft)  # of a time when power went
    try:
        yield draft
    finally:
        with suppress(OSError):
            _discard(draft)


def _prepare(draft: Path, key: bytes | None, backup: Backup) -> Anchor:
    """Copy a backup and bring it up to date; return the head of its journal."""
    draft.touch(mode=0o600)
    with closing(connect(backup.path, key)) as source, closing(connect(draft, key)) as target:
        copy_whole(source, target)
    engine = open_database(draft, key)
    try:
        with reading(engine) as connection:
            return head_of(connection)
    finally:
        engine.dispose()


def _secure(
    path: Path, key: bytes | None, folder: Path, at: datetime, vault: Path | None, head: Anchor
) -> tuple[Backup | None, _Since]:
    """Back up the store that is there; return nothing where it cannot be read, and what of it is taken over."""
    if not path.exists():
        return None, _Since()
    try:
        engine = open_database(path, key)
        try:
            keys = vault if vault is not None and vault.exists() else None
            return back_up(engine, key, folder, at, keys), _Since(_since(engine, head), _stones(engine))
        finally:
            engine.dispose()
    except Unavailable as fault:
        if fault.sentence not in _LOST:
            raise
        return None, _Since()


def _since(engine: Engine, head: Anchor) -> Sequence[tuple[Link, str | None]]:
    """Return what follows a head in the journal of a store; nothing where that is another journal."""
    rows = WITH_CHANGES.where(journal.c.number >= head.count)
    following: list[tuple[Link, str | None]] = []
    with reading(engine) as connection:
        for each, changed in ((Link(*entry), changed) for *entry, changed in connection.execute(rows)):
            if (each.number, each.digest) == (head.count, head.digest):
                continue
            if (each.number, each.previous) != (head.count + 1, head.digest):
                break  # a journal that somebody broke is no reason to restore nothing
            following.append((each, changed))
            head = Anchor(each.number, each.digest)
    return following


def _stones(engine: Engine) -> Sequence[RowMapping]:
    with reading(engine) as connection:
        return connection.execute(select(tombstones)).mappings().all()


def _take_over(draft: Path, key: bytes | None, since: _Since, entry: Entry) -> None:
    engine = open_database(draft, key)
    try:
        with writing(engine) as connection:
            for each, changed in since.links:
                connection.execute(journal.insert(), each._asdict())
                if changed is not None:
                    connection.execute(changes.insert(), {"number": each.number, "key": each.key, "content": changed})
            known = set(connection.scalars(select(tombstones.c.key)))
            missing = [dict(stone) for stone in since.stones if stone["key"] not in known]
            if missing:
                connection.execute(tombstones.insert(), missing)
            forget(connection, [stone["key"] for stone in missing])
            append(connection, entry)
        if missing:
            wipe(engine)
    finally:
        engine.dispose()


def _pour(draft: Path, path: Path, key: bytes | None) -> None:
    """Put a draft into a store that can be read, in one transaction of SQLite."""
    with closing(connect(draft, key)) as source, closing(connect(path, key)) as target:
        copy_whole(source, target)


def _place(draft: Path, path: Path, at: datetime) -> None:
    """Put a draft where no store can be read; what is there is kept under another name, its log first."""
    for name in (*(path.name + beside for beside in _BESIDE), path.name):
        with suppress(FileNotFoundError):
            path.with_name(name).rename(path.with_name(f"{name}{at.astimezone(UTC):{_ASIDE}}"))
    draft.replace(path)
    settle(path.parent)


def _discard(draft: Path) -> None:
    for name in (draft.name, *(draft.name + beside for beside in _BESIDE)):
        draft.with_name(name).unlink(missing_ok=True)
