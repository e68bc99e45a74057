"""Write everything that this computer keeps as files: for another program, for an authority, or for leaving."""

import sys
from collections.abc import Callable
from datetime import datetime
from getpass import getpass
from pathlib import Path

from kneedesk.commands.inputs import our_language
from kneedesk.commands.unlocking import unlock
from kneedesk.exchange.consultation_file import dumps
from kneedesk.store.chain import Deed, Entry
from kneedesk.store.everything import Exported, export_everything
from kneedesk.store.faults import Unavailable
from kneedesk.store.files import VAULT
from kneedesk.store.homes import Home
from kneedesk.store.users import Role, Unlocked


def run(out: Path, *, name: str, home: Home, now: datetime, ask: Callable[[str], str] = getpass) -> int:
    """Write it into a new folder below one, read it back and count it; status 1 where nothing was written."""
    language = our_language("en")
    if not home.is_shared and not (home.folder / VAULT).is_file():
        return _refuse("This computer keeps no consultations.")
    try:
        vault = home.vault()
    except Unavailable as fault:
        return _refuse(language.say(fault.sentence))
    unlocked = unlock(vault, name, now, language, ask)
    if unlocked is None:
        return 1
    if unlocked.user.role is not Role.PHYSICIAN:
        return _refuse("Only a physician exports everything.")
    try:
        exported = _export(out, home, unlocked, now)
    except Unavailable as fault:
        return _refuse(" ".join(language.say(sentence) for sentence in fault.sentences))
    count, files = exported.consultations, exported.files
    kept = "1 consultation" if count == 1 else f"{count} consultations"
    print(f"{kept} in {files} files, read back and counted: {exported.folder}")
    if exported.unreadable:
        print(f"{exported.unreadable} cannot be read by this KneeDesk; they were written as they are kept.")
    print("These files are not encrypted: whoever can read the folder can read them.")
    return 0


def _export(out: Path, home: Home, unlocked: Unlocked, now: datetime) -> Exported:
    store = home.open(unlocked, now)
    try:
        exported = export_everything(store.engine, out, now, dumps)
        store.journal.add(Entry(now, unlocked.user, Deed.EXPORT, what="everything"))
        return exported
    finally:
        store.close()


def _refuse(sentence: str) -> int:
    print(f"kneedesk: {sentence}", file=sys.stderr)
    return 1
