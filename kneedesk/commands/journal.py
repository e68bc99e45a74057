"""Check the journal of who did what: an edit, a gap, a cut tail or a chain written anew, each in one sentence."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from kneedesk.commands.inputs import our_language
from kneedesk.documents.sealing.verification import verify_file
from kneedesk.documents.sealing.wording import anchor_words
from kneedesk.language import Language
from kneedesk.store.anchors import anchors_of, backups_of
from kneedesk.store.attempts import note_unlock
from kneedesk.store.chain import Anchor, Deed, Entry
from kneedesk.store.checking import check
from kneedesk.store.database import FILE
from kneedesk.store.faults import Unavailable
from kneedesk.store.homes import Home
from kneedesk.store.known_seals import own_keys
from kneedesk.store.store import Store
from kneedesk.store.users import Unlocked, User
from kneedesk.store.vault import UNKNOWN_USER
from kneedesk.store.wording import fault_words, result_words

NOTHING_HERE = "There are no consultations here."
WHO = "Name with --user who unlocks."


def run(
    files: Sequence[Path],
    *,
    data: Path,
    chosen: str,
    name: str,
    ask: Callable[[str], str],
    clock: Callable[[], datetime],
    server: str = "",
) -> int:
    """Print what is wrong with the journal of the store under ``data``, held against backups and sealed documents.

    With the address of a server it is the journal there.

    ``chosen`` is the folder of backups of the settings, ``name`` who unlocks, empty where one user is all there are.
    Status 0 it is sound; 1 it is not; 2 it could not be checked.
    """
    language = our_language("en")
    try:
        store = _opened(Home(data, server), name, ask, clock)
    except Unavailable as fault:
        print(f"kneedesk: {language.say(fault.sentence)}", file=sys.stderr)
        return 2
    try:
        anchors = [*anchors_of(backups_of(data, chosen), store.key), *_anchors_in(files, data, language)]
        entries = store.journal.head().count
        faults = check(store.engine, anchors)
        store.journal.add(Entry(clock(), store.user, Deed.CHECK, what=f"faults {len(faults)}"))
    except Unavailable as fault:
        print(f"kneedesk: {language.say(fault.sentence)}", file=sys.stderr)
        return 2
    finally:
        store.close()
    for each in faults:
        print(fault_words(each, language))
    print(result_words(faults, entries, len(anchors), language))
    sys.stdout.flush()
    return 1 if faults else 0


def _opened(home: Home, name: str, ask: Callable[[str], str], clock: Callable[[], datetime]) -> Store:
    if not home.is_shared and not (home.folder / FILE).exists():
        raise Unavailable(NOTHING_HERE)
    vault = home.vault()
    user = _user(vault.users(), name)
    key = vault.unlock(user.id, ask(f"Passphrase of {user.name}: "), clock())
    store = home.open(Unlocked(user, key), clock())
    note_unlock(store, vault, clock())
    return store


def _user(users: Sequence[User], name: str) -> User:
    named = [user for user in users if not name or name.casefold() in (user.name.casefold(), user.id.casefold())]
    if len(named) != 1:
        raise Unavailable(WHO if not name else UNKNOWN_USER)
    return named[0]


def _anchors_in(files: Sequence[Path], data: Path, language: Language) -> Sequence[Anchor]:
    """Return the anchors of documents that the practice sealed; of any other it is said why it holds none."""
    ours, anchors = own_keys(data), []
    for path in files:
        found = verify_file(path, ours)
        why = anchor_words(found, language)
        if why:
            print(f"{path}: {why}", file=sys.stderr)
        elif found.seal is not None:
            anchors.append(Anchor.read(found.seal.journal))
    return anchors
