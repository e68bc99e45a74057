"""The desk that this is, among the desks of a practice: an id of its own, and how its computer is called."""

import platform
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from kneedesk.store.faults import explained
from kneedesk.store.files import replace_file

FILE = "desk"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk: what it wrote and holds is told from that of the others by its id."""

    id: str
    place: str


def desk_in(folder: Path) -> Desk:
    """Return the desk whose data are in a folder; its id is made on first use and stays.

    :raises Unavailable: where it can neither be read nor be kept.
    """
    path = folder / FILE
    with explained(path):
        kept = path.read_text("ascii", errors="ignore").strip() if path.exists() else ""
        if len(kept) != 32 or not set(kept) <= set("0123456789abcdef"):
            kept = uuid4().hex
            replace_file(path, kept.encode())
    name = "".join(sign for sign in platform.node() if sign.isprintable())
    return Desk(kept, name[:_LONGEST])
