"""Check the journal for the window: its end at every start, all of it once a week and when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from time import sleep
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kneedesk.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from kneedesk.documents.sealing.check import Check
    from kneedesk.store.chain import Anchor, Fault
    from kneedesk.store.progress import Progress
    from kneedesk.store.store import Store
    from kneedesk.ui.shelf import Shelf

    Failed = Callable[[Exception], None]

_WEEK: Final = timedelta(days=7)
_REST: Final = 20_000
"""Milliseconds after the list is filled: the start is over by then."""
_PAUSE: Final = 0.02
"""Seconds between two portions of entries, in which the window has the processor for itself."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the whole journal found, of how many entries, held against how many anchors."""

    faults: Sequence[Fault]
    entries: int
    anchors: int
    refused: Sequence[tuple[str, Check]] = ()
    """The names of documents that are no anchor, and what can be said of them."""


class Auditing(QObject):
    """Its answers come on the window's own thread; what it reads is read on another one."""

    changed = Signal(object)
    """What is wrong with what was kept."""

    def __init__(
        self,
        shelf: Shelf,
        chosen: Callable[[], str],
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Take what has the store, and what tells where backups are kept."""
        super().__init__(parent)
        self._shelf, self._data, self._chosen, self._clock = shelf, shelf.home.folder, chosen, clock
        self._work = Background(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._looking: Progress | None = None

    def begin(self) -> None:
        """Begin, now that the list is filled."""
        self._timer.start(_REST)

    def stop(self) -> None:
        """Look no more, also where that is under way: what reads holds the key."""
        self._timer.stop()
        if self._looking is not None:
            self._looking.call_off()

    def look(self) -> None:
        """Look at the end of the journal, or at all of it where that was a week ago; tell only of what is wrong."""
        from kneedesk.store.progress import Progress  # noqa: PLC0415

        def tell(faults: Sequence[Fault]) -> None:
            if faults:
                self.changed.emit(faults)

        self._looking = Progress(lambda _done, _of: sleep(_PAUSE))
        work = partial(_look, self._data, self._chosen(), self._clock(), self._looking)
        self._run(work, tell, lambda _: None)

    def check(self, files: Sequence[Path], progress: Progress, then: Callable[[Checked], None], failed: Failed) -> None:
        """Check all of the journal against the backups and these documents."""
        self._run(partial(_check, self._data, self._chosen(), self._clock(), files, progress), then, failed)

    def _run(self, work: Callable[[Store], Any], then: Callable[[Any], None], failed: Failed) -> None:
        self._work.run(lambda: work(self._shelf.store), then, failed)


# Done away from the window; each loads what it needs there.


def _look(data: Path, chosen: str, at: datetime, progress: Progress, store: Store) -> Sequence[Fault]:
    from kneedesk.store.chain import Deed  # noqa: PLC0415
    from kneedesk.store.checking import check_tail  # noqa: PLC0415

    last = store.journal.last_of(Deed.CHECK)
    if last is None or at - last > _WEEK:
        return _check(data, chosen, at, (), progress, store).faults
    return check_tail(store.engine)


def _check(data: Path, chosen: str, at: datetime, files: Sequence[Path], progress: Progress, store: Store) -> Checked:
    from kneedesk.store.anchors import anchors_of, backups_of  # noqa: PLC0415
    from kneedesk.store.chain import Deed  # noqa: PLC0415
    from kneedesk.store.checking import check  # noqa: PLC0415

    sealed, refused = _sealed(files, store)
    anchors = [*anchors_of(backups_of(data, chosen), store.key), *sealed]
    entries = store.journal.head().count
    faults = check(store.engine, anchors, progress)
    store.scribe.note(at, Deed.CHECK, what=f"faults {len(faults)}")
    return Checked(faults, entries, len(anchors), refused)


def _sealed(files: Sequence[Path], store: Store) -> tuple[Sequence[Anchor], Sequence[tuple[str, Check]]]:
    from kneedesk.documents.sealing.check import OURS  # noqa: PLC0415
    from kneedesk.documents.sealing.verification import verify_file  # noqa: PLC0415
    from kneedesk.store.chain import Anchor  # noqa: PLC0415
    from kneedesk.store.known_seals import own_keys  # noqa: PLC0415

    ours, anchors, refused = own_keys(store.folder), [], []
    for path in files:
        found = verify_file(path, ours)
        if found.reason in OURS and found.seal is not None and found.seal.journal:  # as ``anchor_words`` has it
            anchors.append(Anchor.read(found.seal.journal))
        else:
            refused.append((path.name, found))
    return anchors, refused
