"""What the store of this computer knows of a seal: whether the key is the practice's own, and which version stands."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from kneedesk.store.database import FILE, open_database
from kneedesk.store.faults import Unavailable
from kneedesk.store.practice_keys import read_fingerprint
from kneedesk.store.shared_key import FOLDER
from kneedesk.store.versions import Versions


def own_keys(folder: Path) -> frozenset[str]:
    """Return the fingerprints of the practice's keys, none where there is none or it cannot be read."""
    known = set()
    for place in (folder, folder / FOLDER):  # its own, and that of all desks
        with suppress(Unavailable):
            known.add(read_fingerprint(place))
    return frozenset(each for each in known if each is not None)


@contextmanager
def standing_in(folder: Path) -> Iterator[Callable[[str], Literal["current", "superseded"] | None]]:
    """Lend what tells whether a version is the newest; of what cannot be looked up, and where no store is, nothing."""
    if not (folder / FILE).is_file():
        yield lambda _: None
        return
    try:
        engine = open_database(folder / FILE)
    except Unavailable:
        yield lambda _: None
        return
    try:
        yield standing_of(Versions(engine))
    finally:
        engine.dispose()


def standing_of(versions: Versions) -> Callable[[str], Literal["current", "superseded"] | None]:
    """Return what tells whether a version is the newest in an open store; of what cannot be looked up, nothing."""

    def standing(digest: str) -> Literal["current", "superseded"] | None:
        with suppress(Unavailable):
            return versions.standing(digest)
        return None

    return standing
