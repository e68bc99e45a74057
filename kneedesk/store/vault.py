"""The vault: one random data key, opened by each user's own passphrase or by the printed recovery key.

Python cannot wipe memory: a key that was handed out is gone when whoever holds it drops it and the memory is used
again. A user who is removed can no longer unlock here; who keeps an older file of the vault, or a backup with one, and
knows the passphrase of that time still opens it.
"""

import hashlib
import hmac
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from kneedesk.store.faults import Unavailable
from kneedesk.store.files import VAULT
from kneedesk.store.passphrases import normal, remaining, weakness
from kneedesk.store.recovery_key import make_recovery_key, read_recovery_key
from kneedesk.store.users import User
from kneedesk.store.vault_file import FORMAT, RECOVERY, VAULT_DAMAGED, Contents, VaultFile
from kneedesk.store.wraps import KEY_LENGTH, Cost, unwrap, wrap

FILE = VAULT
"""The name of the file, beside the store."""
_MOST_FAILURES = 100  # are remembered of one user; the wait is the longest long before

# Messages of the application.
WRONG = "This passphrase does not unlock. Nothing else opens the consultations but it or the recovery key."
WRONG_RECOVERY = "This recovery key does not belong to these consultations."
TOO_SOON = "Wrong too often: wait before the next attempt."
UNKNOWN_USER = "Nobody of this name unlocks these consultations any more."
LAST_USER = "The last user cannot be removed: nobody could unlock any more."
SAME_NAME = "There is a user of this name already."
MADE_ALREADY = "There are locked keys already; they are never made anew over these."


class Place(Protocol):
    """Where a vault is kept: in a file, or on the server of a practice."""

    def is_made(self) -> bool:
        """Tell whether there is a vault."""

    def read(self) -> Contents:
        """Return what it holds."""

    def write(self, contents: Contents) -> None:
        """Put contents into the place of what was read last, whole or not at all."""


class Vault:
    """The vault in one file; every method raises ``Unavailable`` with a sentence where it fails.

    An attempt takes about a tenth of a second on purpose: not for the thread of the window.
    """

    def __init__(self, place: Path | Place, cost: Cost | None = None) -> None:
        self._place = VaultFile(place) if isinstance(place, Path) else place
        self._cost = cost or Cost()

    def is_made(self) -> bool:
        """Tell whether there is a file, whatever it holds."""
        return self._place.is_made()

    def users(self) -> Sequence[User]:
        """Return who can unlock, in the order in which they were added."""
        return self._place.read().users

    def make(self, user: User, passphrase: str, recovery: str = "") -> tuple[bytes, str]:
        """Make the vault with its first user; return the data key, and the recovery key that is shown this once.

        A recovery key that was shown before is taken, so that nothing is made before it is on paper.

        :raises Unavailable: also where the passphrase is too weak, or a vault is there already.
        """
        if self.is_made():
            raise Unavailable(MADE_ALREADY)
        _refuse_weak(passphrase, user)
        key, recovery = os.urandom(KEY_LENGTH), recovery or make_recovery_key()
        copies = {
            user.id: wrap(key, normal(passphrase), _bound(user), self._cost),
            RECOVERY: wrap(key, recovery, _bound(None), self._cost),
        }
        self._place.write(Contents(_fingerprint(key), (user,), copies))
        return key, recovery

    def unlock(self, user_id: str, passphrase: str, now: datetime) -> bytes:
        """Return the data key; a wrong passphrase is remembered until :meth:`forget_failures`."""
        user = _user(self._place.read(), user_id)
        return self._attempt(user.id, normal(passphrase), _bound(user), now, WRONG)

    def unlock_by_recovery_key(self, typed: str, now: datetime) -> bytes:
        """Return the data key.

        :raises Misread: for a slip of typing, which is no attempt.
        """
        return self._attempt(RECOVERY, read_recovery_key(typed), _bound(None), now, WRONG_RECOVERY)

    def wait(self, user_id: str, now: datetime) -> timedelta:
        """Return how much longer a user, or ``RECOVERY``, has to wait before the next attempt."""
        return remaining(self._place.read().failures.get(user_id, ()), now)

    def failures(self, user_id: str) -> Sequence[datetime]:
        """Return when attempts of a user, or by ``RECOVERY``, failed since they were last forgotten."""
        return self._place.read().failures.get(user_id, ())

    def forget_failures(self, user_id: str) -> None:
        """Forget the failed attempts: called once somebody has unlocked and the journal holds them."""
        contents = self._place.read()
        if contents.failures.get(user_id):
            rest = {who: instants for who, instants in contents.failures.items() if who != user_id}
            self._place.write(replace(contents, failures=rest))

    def add(self, key: bytes, user: User, passphrase: str) -> None:
        """Let one user more unlock; whoever adds them holds the data key."""
        contents = self._opened(key)
        if any(user.name.casefold() == other.name.casefold() for other in contents.users):
            raise Unavailable(SAME_NAME)
        if user.id in contents.copies:
            raise ValueError("an id is given once")
        _refuse_weak(passphrase, user)
        copy = wrap(key, normal(passphrase), _bound(user), self._cost)
        added = replace(contents, users=(*contents.users, user), copies={**contents.copies, user.id: copy})
        self._place.write(added)

    def remove(self, key: bytes, user_id: str) -> None:
        """Take a user's copy away; whoever removes them holds the data key."""
        contents = self._opened(key)
        _user(contents, user_id)
        users = tuple(user for user in contents.users if user.id != user_id)
        if not users:
            raise Unavailable(LAST_USER)
        copies = {who: copy for who, copy in contents.copies.items() if who != user_id}
        failures = {who: instants for who, instants in contents.failures.items() if who != user_id}
        self._place.write(replace(contents, users=users, copies=copies, failures=failures))

    def change_passphrase(self, user_id: str, old: str, new: str, now: datetime) -> None:
        """Lock a user's copy anew; the data key and the store stay as they are."""
        _refuse_weak(new, _user(self._place.read(), user_id))
        self._rewrap(self.unlock(user_id, old, now), user_id, new)

    def recover(self, typed: str, user_id: str, new: str, now: datetime) -> bytes:
        """Give a user who forgot theirs a new passphrase by the recovery key; return the data key."""
        _refuse_weak(new, _user(self._place.read(), user_id))
        key = self.unlock_by_recovery_key(typed, now)
        self._rewrap(key, user_id, new)
        return key

    def renew_recovery_key(self, key: bytes, recovery: str = "") -> str:
        """Return another recovery key, shown this once or before; the one before opens nothing any more."""
        contents = self._opened(key)
        recovery = recovery or make_recovery_key()
        copy = wrap(key, recovery, _bound(None), self._cost)
        self._place.write(replace(contents, copies={**contents.copies, RECOVERY: copy}))
        return recovery

    def _attempt(self, who: str, secret: str, bound: bytes, now: datetime, wrong: str) -> bytes:
        contents = self._place.read()
        failed = contents.failures.get(who, ())
        if failed and failed[-1] > now:  # the clock was set back: the wait begins again, once
            failed = tuple(min(at, now) for at in failed)
            contents = self._with_failures(contents, who, failed)
        if remaining(failed, now):
            raise Unavailable(TOO_SOON)
        key = unwrap(contents.copies[who], secret, bound)
        if key is None:
            self._with_failures(contents, who, (*failed, now)[-_MOST_FAILURES:])
            raise Unavailable(wrong)
        if not hmac.compare_digest(_fingerprint(key), contents.fingerprint):
            raise Unavailable(VAULT_DAMAGED)
        return key

    def _with_failures(self, contents: Contents, who: str, instants: tuple[datetime, ...]) -> Contents:
        changed = replace(contents, failures={**contents.failures, who: instants})
        self._place.write(changed)
        return changed

    def _opened(self, key: bytes) -> Contents:
        contents = self._place.read()
        if not hmac.compare_digest(_fingerprint(key), contents.fingerprint):
            raise ValueError("this is not the key of this vault")
        return contents

    def _rewrap(self, key: bytes, user_id: str, passphrase: str) -> None:
        contents = self._opened(key)
        copy = wrap(key, normal(passphrase), _bound(_user(contents, user_id)), self._cost)
        self._place.write(replace(contents, copies={**contents.copies, user_id: copy}))


def _refuse_weak(passphrase: str, user: User) -> None:
    sentence = weakness(passphrase, (user.name,))
    if sentence:
        raise Unavailable(sentence)


def _user(contents: Contents, user_id: str) -> User:
    found = next((user for user in contents.users if user.id == user_id), None)
    if found is None:
        raise Unavailable(UNKNOWN_USER)
    return found


def _bound(user: User | None) -> bytes:
    """Return what a copy opens with: a name or a role that was edited in the file opens nothing."""
    parts = (FORMAT, RECOVERY) if user is None else (FORMAT, user.id, user.name, user.role.value, user.credentials)
    return b"".join(len(part.encode()).to_bytes(4) + part.encode() for part in parts)


def _fingerprint(key: bytes) -> str:
    return hmac.new(key, FORMAT.encode(), hashlib.sha256).hexdigest()
