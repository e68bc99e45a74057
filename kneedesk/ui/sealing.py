"""Seals for the window: made and checked with what this computer keeps, away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from kneedesk.documents.material import Material
    from kneedesk.documents.sealing.check import Check
    from kneedesk.store.archive import Copy
    from kneedesk.store.chain import Deed
    from kneedesk.store.store import Store


ADDENDUM = "addendum"
"""As what the page of an addendum is kept: it says nothing of what is known about treatments."""


class StandingPage(Protocol):
    """A page of what stands: what it is made from, and as which copy it is kept."""

    @property
    def material(self) -> Material:
        """Return what it is made from."""

    @property
    def version(self) -> str:
        """Return the digest of the version that it belongs to.

        :raises ValueError: where it is of a draft, which is neither sealed nor kept.
        """

    @property
    def copy(self) -> Copy:
        """Return as which copy it is kept."""


@dataclass(frozen=True, slots=True)
class Seals:
    """What lends the open store, with the practice's key beside it, a clock, and the key of the open consultation.

    Its methods take longer than a frame, the first time half a second: they are called on another thread.
    """

    lend: Callable[[], Store]
    clock: Callable[[], datetime]
    key: Callable[[], str] = str
    """Asked on the window's own thread; empty where nothing is open."""

    def note(self, deed: Deed, key: str, what: str) -> None:
        """Enter in the journal that a document is leaving; where that is not possible yet, as soon as it is."""
        self.lend().scribe.note(self.clock(), deed, key, what)

    def load(self) -> None:
        """Load what makes seals, before somebody waits for one."""
        from kneedesk.documents.sealing import seal  # noqa: F401, PLC0415

    def kept(self, page: StandingPage) -> bytes | None:
        """Return the sealed copy that is kept of a page of what stands, or nothing where there is none.

        :raises Unavailable: where there is none and none can be made as it was: what is known is another by now.
        """
        from kneedesk.store.faults import OTHER_PACK, Unavailable  # noqa: PLC0415

        material, copy = page.material, page.copy
        content = self.lend().archive.read(copy)
        known = material.assessment.knowledge == material.consultation.knowledge or copy.document == ADDENDUM
        if content is None and not known:
            raise Unavailable(OTHER_PACK)
        return content

    def keep(self, content: bytes, page: StandingPage) -> bytes:
        """Seal a page of what stands and keep it; return the copy that stands.

        :raises Unavailable: where the practice's key cannot be read or kept, or the copy cannot.
        """
        from kneedesk.documents.sealing.seal import seal  # noqa: PLC0415
        from kneedesk.store.chain import Deed, Entry  # noqa: PLC0415

        material, copy, now, store = page.material, page.copy, self.clock(), self.lend()
        key = store.practice_key(material.consultation.practice.name or "", now)
        meaning = material.say("Sealed by the practice as it was given")
        added = copy.document == ADDENDUM
        head = str(store.journal.head())
        sealed = seal(content, key, now, meaning=meaning, content=page.version, addendum=added, journal=head)
        consultation = store.consultations.versions.key_of(page.version)
        return store.archive.keep(copy, sealed, Entry(now, store.user, Deed.SEAL, consultation, what=copy.what))

    def copies(self, version: str) -> Sequence[Copy]:
        """Return which documents are kept of the version with a digest."""
        return self.lend().archive.of(version)

    def read(self, copy: Copy) -> bytes:
        """Return a document that is kept."""
        from kneedesk.store.faults import MISSING, Unavailable  # noqa: PLC0415

        content = self.lend().archive.read(copy)
        if content is None:
            raise Unavailable(MISSING)
        return content

    def check(self, path: Path) -> Check:
        """Return what can be said of a document in a file."""
        from kneedesk.documents.sealing.verification import verify_file  # noqa: PLC0415
        from kneedesk.store.known_seals import own_keys, standing_of  # noqa: PLC0415

        store = self.lend()
        return verify_file(path, own_keys(store.folder), standing_of(store.consultations.versions))
