"""Check the journal of who did what: an edit, a gap, a cut tail or a chain written anew, each in one sentence."""

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kneedesk.commands.inputs import our_language
from kneedesk.commands.unlocking import unlock
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
from kneedesk.store.wording import fault_words, result_words

NOTHING_HERE = "There are no consultations here."


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
    home = Home(data, server)
    if not home.is_shared and not (data / FILE).exists():
        print(NOTHING_HERE, file=sys.stderr)
        return 2
    unlocked = unlock(home.vault(), name, clock(), language, ask)
    if unlocked is None:
        return 2
    try:
        with closing(home.open(unlocked, clock())) as store:
            note_unlock(store, home.vault(), clock())
            anchors = [*anchors_of(backups_of(data, chosen), store.key), *_anchors_in(files, data, language)]
            entries = store.journal.head().count
            faults = check(store.engine, anchors)
            store.journal.add(Entry(clock(), store.user, Deed.CHECK, what=f"faults {len(faults)}"))
    except Unavailable as fault:
        print(language.say(fault.sentence), file=sys.stderr)
        return 2
    for each in faults:
        print(fault_words(each, language))
    print(result_words(faults, entries, len(anchors), language))
    sys.stdout.flush()
    return 1 if faults else 0


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
