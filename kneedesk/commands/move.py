"""Move the practice of this computer to a server: all of it, counted and compared, and the users with it."""

import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kneedesk.commands.inputs import our_language
from kneedesk.commands.unlocking import unlock
from kneedesk.settings import Folders, load, save
from kneedesk.store.addresses import Address
from kneedesk.store.chain import Deed, Entry
from kneedesk.store.database import FILE, open_database
from kneedesk.store.desks import desk_in
from kneedesk.store.faults import Unavailable
from kneedesk.store.files import VAULT
from kneedesk.store.journal import Journal
from kneedesk.store.moving import NOT_EMPTY, Moved, move
from kneedesk.store.postgres import open_server
from kneedesk.store.server_vault import ServerVault
from kneedesk.store.shared_key import offer_key
from kneedesk.store.users import Role, Unlocked
from kneedesk.store.vault import Vault
from kneedesk.store.vault_file import VaultFile

_LOCK = "kneedesk.lock"  # what an open window holds; its first line is the id of its process
_WHAT = "moved to the server"


def run(place: str, *, name: str, places: Folders, now: datetime) -> int:
    """Move it, and have this desk use the server from now on; status 1 where nothing was moved."""
    language = our_language("en")
    try:
        address = Address.read(place)
    except Unavailable as fault:
        return _refuse(language.say(fault.sentence))
    if not (places.data / FILE).is_file() or not (places.data / VAULT).is_file():
        return _refuse("This computer keeps no consultations that could be moved.")
    if _is_open(places.data):
        return _refuse("KneeDesk is open: close it first, so that nothing is written meanwhile.")
    unlocked = unlock(Vault(places.data / VAULT), name, now, language)
    if unlocked is None:
        return 1
    if unlocked.user.role is Role.NURSE:
        return _refuse("Only a physician or an administrator moves a practice.")
    try:
        moved = _move(address, places.data, unlocked, now)
    except Unavailable as fault:
        return _refuse(language.say(fault.sentence))
    for table, count in moved.rows.items():
        print(f"{table:15} {count:9}  {moved.digests[table][:16]}")
    print(f"{sum(moved.rows.values())} rows arrived, every table with the same count and the same digest.")
    _use(place, places.config)
    print(f"The file on this computer stays as it was: {places.data / FILE}")
    return 0


def _move(address: Address, data: Path, unlocked: Unlocked, now: datetime) -> Moved:
    desk = desk_in(data)
    vault = ServerVault(address, desk.id)
    target = open_server(address, desk.id)
    source = open_database(data / FILE, unlocked.key)
    try:
        if vault.is_made():
            raise Unavailable(NOT_EMPTY)
        moved = move(source, target)
        vault.write(VaultFile(data / VAULT).read())
        offer_key(target, data)
        Journal(target).add(Entry(now, unlocked.user, Deed.RESTORE, what=_WHAT))
        return moved
    finally:
        source.dispose()
        target.dispose()


def _use(place: str, config: Path) -> None:
    from dataclasses import replace

    try:
        save(replace(load(config).settings, store=place), config)
        print("This desk uses the server from now on; name its address in the settings of the others.")
    except OSError:
        print("The settings cannot be written: name the address of the server in them, or by --store.")


def _is_open(data: Path) -> bool:
    if os.name != "posix":
        return (data / _LOCK).exists()
    with suppress(OSError, ValueError, IndexError):
        process = int((data / _LOCK).read_text("utf-8", errors="replace").splitlines()[0])
        os.kill(process, 0)
        return True
    return False


def _refuse(sentence: str) -> int:
    print(f"kneedesk: {sentence}", file=sys.stderr)
    return 1
