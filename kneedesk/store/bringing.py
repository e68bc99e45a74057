"""Begin on another computer with a backup: the store, and the locked keys that lie beside it."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from kneedesk.store.backups import Backup
from kneedesk.store.database import FILE
from kneedesk.store.faults import Unavailable, explained
from kneedesk.store.files import VAULT, replace_file, settle

_DRAFT = ".bringing"

# Messages of the application.
NO_BACKUP = "This is no backup of KneeDesk: its name is a day and a time, and its locked keys lie beside it."
SOMETHING_THERE = "There are consultations on this computer already: a backup is restored from the settings."


def bring_in(path: Path, folder: Path) -> None:
    """Put a backup and its locked keys where this computer keeps its consultations, of which it has none yet.

    The keys come last: whenever power goes, it is done or nobody can unlock yet. Who unlocked on the day of the backup
    unlocks with the same passphrase; the recovery key opens it too.

    :raises Unavailable: where it is no backup, something is there, or it cannot be copied.
    """
    backup = Backup.named(path)
    if backup is None or not path.is_file() or not backup.vault.is_file():
        raise Unavailable(NO_BACKUP)
    store, vault = folder / FILE, folder / VAULT
    if vault.exists() or store.exists():
        raise Unavailable(SOMETHING_THERE)
    draft = store.with_name(store.name + _DRAFT)
    with explained(store):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            draft.unlink(missing_ok=True)  # of a time when power went
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with path.open("rb") as source, os.fdopen(descriptor, "wb") as target:
                shutil.copyfileobj(source, target)
                target.flush()
                os.fsync(target.fileno())
            draft.replace(store)
            settle(folder)
            backup.put_seals_back(folder)
            replace_file(vault, backup.vault.read_bytes())
        except OSError:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            if not vault.exists():
                with suppress(OSError):
                    store.unlink(missing_ok=True)
            raise
