"""What could not be sent to the practice's server: kept on this desk, locked with the key of the practice, until it is.

A file says whose changes it holds and how many, and nothing of a patient.
"""

import base64
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kneedesk.store.faults import explained
from kneedesk.store.files import replace_file
from kneedesk.store.parcel import Parcel
from kneedesk.store.users import Role, User

FOLDER = "unsent"
_FORMAT = "kneedesk-unsent-1"
_END = ".json"


class Outbox:
    """In the folder of this user's data one parcel for each user whose changes wait here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def keep(self, parcel: Parcel) -> None:
        """Keep a parcel in the place of the one of the same user before, whole or not at all.

        :raises Unavailable: where it cannot be written.
        """
        user = parcel.user
        tree = {
            "format": _FORMAT,
            "user": {"id": user.id, "name": user.name, "role": user.role.value, "credentials": user.credentials},
            "count": parcel.count,
            "locked": base64.b64encode(parcel.locked).decode(),
        }
        path = self._path(user.id)
        with explained(path):
            replace_file(path, json.dumps(tree, ensure_ascii=False).encode())

    def read(self, user_id: str) -> Parcel | None:
        """Return what was kept for a user, or nothing where nothing was or it cannot be read."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            tree = json.loads(self._path(user_id).read_bytes())
            if tree["format"] == _FORMAT:
                kept = tree["user"]
                user = User(kept["id"], kept["name"], Role(kept["role"]), kept["credentials"])
                return Parcel(user, int(tree["count"]), base64.b64decode(tree["locked"], validate=True))
        return None

    def others(self, user_id: str) -> Sequence[User]:
        """Return whose changes wait here besides those of a user."""
        with suppress(OSError):
            names = sorted(path.name.removesuffix(_END) for path in self._folder.iterdir() if path.suffix == _END)
            parcels = [self.read(name) for name in names if name != user_id]
            return [parcel.user for parcel in parcels if parcel is not None]
        return []

    def forget(self, user_id: str) -> None:
        """Keep nothing of a user any more."""
        with suppress(OSError):
            self._path(user_id).unlink(missing_ok=True)

    def _path(self, user_id: str) -> Path:
        return self._folder / f"{user_id}{_END}"
