"""Backups for the window: listed, made, looked into and restored; and everything exported; all of it elsewhere."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from kneedesk.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from kneedesk.store.backups import Backup, Preview
    from kneedesk.store.differences import Differences
    from kneedesk.store.everything import Exported
    from kneedesk.store.progress import Progress
    from kneedesk.store.removal import Patient, Reason
    from kneedesk.store.store import Store
    from kneedesk.store.users import Unlocked
    from kneedesk.ui.shelf import Shelf

    Failed = Callable[[Exception], None]

Result = TypeVar("Result")

# Messages of the application.
ON_SERVER: Final = (
    "These consultations are kept on the practice's server: whoever runs it makes and restores its backups."
)
NOT_SETTLED: Final = "The last changes are not saved yet: wait until they are."
RESTORING: Final = "A backup is being restored."
DELETING: Final = "Patients are being deleted."
WIPING: Final = "The file of consultations is being written anew."


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup as the list shows it; how many consultations it holds is not known where it does not open."""

    backup: Backup
    size: int
    consultations: int | None
    beside: bool
    """Whether it lies beside the store, and not in the folder that was chosen."""


class Told(QObject):
    """Carries how far work has come from its thread to the window's, in whole percents."""

    reached = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = -1

    def take(self, done: int, of: int) -> None:
        """Tell of a new percent; called from any thread."""
        percent = 100 * done // max(1, of)
        if percent != self._last:
            self._last = percent
            self.reached.emit(percent)


class Safekeeping(QObject):
    """What keeps the consultations safe; answers come on the window's own thread."""

    changed = Signal()
    """There is a backup more."""
    swapped = Signal()
    """Another store is open, in the place of the one before."""
    rested = Signal()
    """What must not be interrupted is done."""

    def __init__(
        self,
        shelf: Shelf,
        chosen: Callable[[], str],
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Take what has the store, and what tells which folder was chosen."""
        super().__init__(parent)
        self._shelf, self._data, self._chosen, self._clock = shelf, shelf.home.folder, chosen, clock
        self._work = Background(self)
        self.under_way = ""
        """What is done now and must not be interrupted, in one sentence of the application; empty while nothing is."""

    def place(self) -> Path:
        """Return the folder in which the next backup is made.

        :raises Unavailable: where it is not there.
        """
        from kneedesk.store.backups import place_of  # noqa: PLC0415 - not before it is needed, here and below

        return place_of(self._chosen(), self._data)

    def list(self, then: Callable[[Sequence[Listed]], None], failed: Failed) -> None:
        """List the backups that are there, the newest first; a store that does not open is no hindrance."""
        unlocked = self._shelf.unlocked
        key = unlocked.key if unlocked is not None else None
        self._work.run(partial(_list, key, self._chosen(), self._data), then, failed)

    def back_up(self, progress: Progress, then: Callable[[Backup], None], failed: Failed) -> None:
        """Make a backup now."""
        self._run(partial(_back_up, self._chosen(), self._data, self._clock(), progress), self._changing(then), failed)

    def back_up_today(self, progress: Progress, then: Callable[[Backup | None], None], failed: Failed) -> None:
        """Make the backup of today where there is none yet."""
        work = partial(_back_up_today, self._chosen(), self._data, self._clock(), progress)
        self._run(work, self._changing(then), failed)

    def last_kept(self, then: Callable[[datetime | None], None], failed: Failed) -> None:
        """Tell when the last entries of the journal were made."""
        self._run(lambda store: store.journal.last_at(), then, failed)

    def look(self, backup: Backup, then: Callable[[tuple[Preview, Differences | None]], None], failed: Failed) -> None:
        """Look into a backup, and hold it against what is kept now, once that is written; nothing where none opens."""
        unlocked = self._shelf.unlocked
        key = unlocked.key if unlocked is not None else None
        self._shelf.settle(lambda _: self._work.run(partial(_look, self._shelf, backup, key), then, failed))

    def restore(self, backup: Backup, then: Callable[[Backup | None], None], failed: Failed) -> None:
        """Put a backup into the place of the store, also of one that does not open, and go on with it."""
        from kneedesk.store.faults import SHUT, Unavailable  # noqa: PLC0415

        unlocked = self._shelf.unlocked
        if self._shelf.home.is_shared:
            failed(Unavailable(ON_SERVER))
            return
        if unlocked is None or not self._shelf.settled:
            failed(Unavailable(NOT_SETTLED if unlocked else SHUT))
            return
        work = partial(_restore, unlocked, backup, self._chosen(), self._data, self._clock())

        then, failed = self._uninterrupted(RESTORING, then, failed)

        def reopen(answer: Callable[[Any], None], what: Any) -> None:
            def there() -> None:
                self._shelf.taken.disconnect(there)
                self._shelf.refused.disconnect(there)
                self.swapped.emit()
                answer(what)

            self._shelf.taken.connect(there)
            self._shelf.refused.connect(there)
            self._shelf.open(unlocked)

        self._shelf.lock((), lambda: self._work.run(work, partial(reopen, then), partial(reopen, failed)))

    def choose(self, folder: Path, then: Callable[[None], None], failed: Failed) -> None:
        """Make the folder of backups in another folder."""
        self._work.run(partial(_choose, folder), then, failed)

    def export(self, folder: Path, progress: Progress, then: Callable[[Exported], None], failed: Failed) -> None:
        """Write everything that is kept as files into a new folder."""
        self._run(partial(_export, folder, self._clock(), progress), then, failed)

    def patients(self, text: str, years: int, then: Callable[[Sequence[Patient]], None], failed: Failed) -> None:
        """Find patients by a text, or by how many years nothing was kept of them; 0: whoever the text finds."""
        today = self._clock().date()
        self._run(partial(_patients, text, years_before(today, years) if years else None), then, failed)

    def delete(
        self, keys: Sequence[str], reason: Reason, then: Callable[[tuple[int, bool | None]], None], failed: Failed
    ) -> None:
        """Delete consultations for good; tell how many, and whether the file was written anew; nothing of a server."""
        work, answers = partial(_delete, keys, reason, self._clock()), self._uninterrupted(DELETING, then, failed)
        self._shelf.settle(lambda _: self._run(work, *answers))

    def wipe(self, then: Callable[[bool], None], failed: Failed) -> None:
        """Write the file anew, so that nothing that was deleted lies in it; tell whether it was done."""
        self._run(_wipe, *self._uninterrupted(WIPING, then, failed))

    def _run(self, work: Callable[[Store], Result], then: Callable[[Result], None], failed: Failed) -> None:
        self._work.run(lambda: work(self._shelf.store), then, failed)

    def _uninterrupted(
        self, what: str, then: Callable[[Result], None], failed: Failed
    ) -> tuple[Callable[[Result], None], Failed]:
        """Say what is under way until one of the answers has come."""
        self.under_way = what

        def answering(answer: Callable[[Any], None], given: Any) -> None:
            self.under_way = ""
            answer(given)
            self.rested.emit()

        return partial(answering, then), partial(answering, failed)

    def _changing(self, then: Callable[[Result], None]) -> Callable[[Result], None]:
        def done(result: Result) -> None:
            if result is not None:
                self.changed.emit()
            then(result)

        return done


def years_before(day: date, years: int) -> date:
    """Return the day so many years before; of a 29 February the 28th where there is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


# Done away from the window; each loads what it needs there.


def _list(key: bytes | None, chosen: str, data: Path) -> Sequence[Listed]:
    from kneedesk.store.backups import FOLDER, backups_in, glance, place_of  # noqa: PLC0415
    from kneedesk.store.faults import Unavailable  # noqa: PLC0415

    folders = [data / FOLDER]
    if chosen:
        with suppress(Unavailable):  # its absence is said where a backup is made
            folders.append(place_of(chosen, data))
    found = [backup for folder in folders for backup in backups_in(folder)]
    listed = [
        Listed(each, each.path.stat().st_size, glance(each, key), bool(chosen) and each.folder == folders[0])
        for each in found
    ]
    return sorted(listed, key=lambda each: each.backup.at, reverse=True)


def _vault(store: Store) -> Path | None:
    from kneedesk.store.vault import FILE  # noqa: PLC0415

    vault = store.folder / FILE
    return vault if vault.exists() else None


def _back_up(chosen: str, data: Path, at: datetime, progress: Progress, store: Store) -> Backup:
    from kneedesk.store.faults import Unavailable  # noqa: PLC0415

    if store.shared is not None:
        raise Unavailable(ON_SERVER)
    from kneedesk.store.backups import back_up, place_of  # noqa: PLC0415

    made = back_up(store.engine, store.key, place_of(chosen, data), at, _vault(store), progress)
    _record(store, at)
    return made


def _back_up_today(chosen: str, data: Path, at: datetime, progress: Progress, store: Store) -> Backup | None:
    from kneedesk.store.backups import back_up_daily, place_of  # noqa: PLC0415

    if store.shared is not None:
        return None
    made = back_up_daily(store.engine, store.key, place_of(chosen, data), at, _vault(store), progress)
    if made is not None:
        _record(store, at)
    return made


def _record(store: Store, at: datetime) -> None:
    from kneedesk.store.chain import Deed, Entry  # noqa: PLC0415

    store.journal.add(Entry(at, store.user, Deed.BACKUP))


def _look(shelf: Shelf, backup: Backup, key: bytes | None) -> tuple[Preview, Differences | None]:
    from kneedesk.store.backups import look_into  # noqa: PLC0415
    from kneedesk.store.differences import differences  # noqa: PLC0415
    from kneedesk.store.faults import Unavailable  # noqa: PLC0415

    preview = look_into(backup, key)
    try:
        store = shelf.store
    except Unavailable:  # it does not open: whatever the backup holds is more
        return preview, None
    return preview, differences(store.engine, backup, key)


def _restore(unlocked: Unlocked, backup: Backup, chosen: str, data: Path, at: datetime) -> Backup | None:
    from kneedesk.store.backups import place_of  # noqa: PLC0415
    from kneedesk.store.database import FILE  # noqa: PLC0415
    from kneedesk.store.restoring import restore  # noqa: PLC0415
    from kneedesk.store.vault import FILE as VAULT  # noqa: PLC0415

    folder = place_of(chosen, data)
    return restore(data / FILE, unlocked.key, backup, folder, at, unlocked.user, data / VAULT)


def _choose(folder: Path) -> None:
    from kneedesk.store.backups import make_place  # noqa: PLC0415

    make_place(folder)


def _export(folder: Path, at: datetime, progress: Progress, store: Store) -> Exported:
    from kneedesk.exchange.consultation_file import dumps  # noqa: PLC0415
    from kneedesk.store.chain import Deed, Entry  # noqa: PLC0415
    from kneedesk.store.everything import export_everything  # noqa: PLC0415

    exported = export_everything(store.engine, folder, at, dumps, progress)
    store.journal.add(Entry(at, store.user, Deed.EXPORT, what="everything"))
    return exported


def _patients(text: str, last_before: date | None, store: Store) -> Sequence[Patient]:
    from kneedesk.store.removal import find_patients  # noqa: PLC0415

    return find_patients(store.engine, text, last_before)


def _delete(keys: Sequence[str], reason: Reason, at: datetime, store: Store) -> tuple[int, bool | None]:
    from kneedesk.store.removal import delete, wipe  # noqa: PLC0415

    count = delete(store.engine, keys, reason, at, store.user)
    return count, wipe(store.engine) if store.shared is None else None


def _wipe(store: Store) -> bool:
    from kneedesk.store.removal import wipe  # noqa: PLC0415

    return wipe(store.engine)
