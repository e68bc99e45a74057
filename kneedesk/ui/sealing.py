"""Seals for the window: made and checked with what this computer keeps, away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from kneedesk.documents.sealing.check import Check
    from kneedesk.store.archive import Copy
    from kneedesk.ui.issuing import Request


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

    def kept(self, request: Request) -> bytes | None:
        """Return the sealed copy that is kept of a document of a version that stands, or nothing where there is none.

        :raises Unavailable: where there is none and none can be made as it was: what is known is another by now.
        """
        from kneedesk.store.archive import archive_in  # noqa: PLC0415
        from kneedesk.store.faults import OTHER_PACK, Unavailable  # noqa: PLC0415

        material, copy = request.material, _copy(request)
        with archive_in(self.folder) as archive:
            content = archive.read(copy)
        if content is None and material.assessment.knowledge != material.consultation.knowledge:
            raise Unavailable(OTHER_PACK)
        return content

    def keep(self, content: bytes, request: Request) -> bytes:
        """Seal a document of a version that stands and keep it; return the copy that stands.

        :raises Unavailable: where the practice's key cannot be read or kept, or the copy cannot.
        """
        from kneedesk.documents.sealing.seal import seal  # noqa: PLC0415
        from kneedesk.store.archive import archive_in  # noqa: PLC0415
        from kneedesk.store.practice_keys import practice_key  # noqa: PLC0415

        material, copy, now = request.material, _copy(request), self.clock()
        key = practice_key(self.folder, material.consultation.practice.name or "", now)
        meaning = material.say("Sealed by the practice as it was given")
        with archive_in(self.folder) as archive:
            return archive.keep(copy, seal(content, key, now, meaning=meaning, content=copy.digest))

    def check(self, path: Path) -> Check:
        """Return what can be said of a document in a file."""
        from kneedesk.documents.sealing.verification import verify_file  # noqa: PLC0415
        from kneedesk.store.known_seals import own_keys, standing_in  # noqa: PLC0415

        with standing_in(self.folder) as standing:
            return verify_file(path, own_keys(self.folder), standing)


def _copy(request: Request) -> Copy:
    """Return which copy a request is about.

    :raises ValueError: where it is of a draft, which is neither sealed nor kept.
    """
    from kneedesk.store.archive import Copy  # noqa: PLC0415

    finalised = request.material.consultation.finalised
    if finalised is None:
        raise ValueError("a draft is not sealed")
    paper = f"{request.paper} large" if request.large else request.paper
    return Copy(finalised.digest, request.document, request.material.language.tag, paper)
