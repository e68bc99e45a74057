"""Seals for the window: made and checked with what this computer keeps, away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from kneedesk.documents.material import Material
    from kneedesk.documents.sealing.check import Check


@dataclass(frozen=True, slots=True)
class Seals:
    """The folder of this user's data, where the practice's key and the consultations are, and a clock.

    Its methods take longer than a frame, the first time half a second: they are called on another thread.
    """

    folder: Path
    clock: Callable[[], datetime]

    def load(self) -> None:
        """Load what makes seals, before somebody waits for one."""
        from kneedesk.documents.sealing import seal  # noqa: F401, PLC0415

    def seal(self, content: bytes, material: Material) -> bytes:
        """Return a document of a consultation that stands with the practice's seal.

        :raises ValueError: where it is a draft.
        :raises Unavailable: where the practice's key cannot be read or kept.
        """
        finalised = material.consultation.finalised
        if finalised is None:
            raise ValueError("a draft is not sealed")
        from kneedesk.documents.sealing.seal import seal  # noqa: PLC0415
        from kneedesk.store.practice_keys import practice_key  # noqa: PLC0415

        now = self.clock()
        key = practice_key(self.folder, material.consultation.practice.name or "", now)
        meaning = material.say("Sealed by the practice as it was given")
        return seal(content, key, now, meaning=meaning, content=finalised.digest)

    def check(self, path: Path) -> Check:
        """Return what can be said of a document in a file."""
        from kneedesk.documents.sealing.verification import verify_file  # noqa: PLC0415
        from kneedesk.store.known_seals import own_keys, standing_in  # noqa: PLC0415

        with standing_in(self.folder) as standing:
            return verify_file(path, own_keys(self.folder), standing)
