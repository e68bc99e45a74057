"""The private notes on their way to the store: as they were typed last, and as each was read before that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneedesk.domain.note import together
from kneedesk.ui.failure import sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from kneedesk.language import Language
    from kneedesk.store.parcel import Unwritten
    from kneedesk.store.store import Store
    from kneedesk.ui.shelf import Shelf

    Told = Callable[[str], object]


class Noted(QObject):
    """One writing at a time: what is typed meanwhile is made from what that left."""

    joined = Signal(str, str)
    """The key of a consultation and its note, in which what another desk wrote meanwhile stands, too."""
    followed = Signal(str, str)
    """The key of a consultation and its note as another desk wrote it, while nothing of it was typed here."""

    def __init__(self, shelf: Shelf, language: Language, clock: Callable[[], datetime]) -> None:
        super().__init__(shelf)
        self._shelf, self._language, self._clock = shelf, language, clock
        self._read: dict[str, str] = {}
        self._writing = False
        self._waiting: list[Told] = []
        self.left: dict[str, str] = {}
        """The notes that are not written yet, by the keys of their consultations."""

    def unwritten(self, typed: tuple[str, ...] = ()) -> Unwritten:
        """Return the notes that are left and as what they were read, with sentences on what else was being typed."""
        from kneedesk.store.parcel import Unwritten  # noqa: PLC0415 - where something is put away

        return Unwritten({}, dict(self.left), typed, read_as=self._read_as())

    def _read_as(self) -> dict[str, str]:
        return {key: self._read[key] for key in self.left if key in self._read}

    def read(self, key: str, then: Told) -> None:
        """Read the note beside a consultation, as it was typed last."""
        if key in self.left:
            then(self.left[key])
            return

        def take(words: str) -> None:
            self._read[key] = words
            then(words)

        self._shelf.do(lambda store: store.consultations.notes.read(key), take, self._shelf.notice.say_unreadable)

    def follow(self, key: str) -> None:
        """Read what another desk wrote; what is being typed here is joined with it as it is written."""

        def take(words: str) -> None:
            if key not in self.left and self._read.get(key) != words:
                self._read[key] = words
                self.followed.emit(key, words)

        self._shelf.do(lambda store: store.consultations.notes.read(key), take, self._shelf.notice.say_unreadable)

    def take(self, key: str, words: str) -> None:
        """Take a note as it is now; the window does not close before it is written."""
        self.left[key] = words

    def take_back(self, notes: Mapping[str, str], read_as: Mapping[str, str]) -> None:
        """Take notes that could not be written before, and as what they were read then."""
        for key, words in notes.items():
            if key in self.left:
                self.left[key] = together(words, self.left[key], self._read.get(key, ""))
            else:
                self.left[key] = words
                self._read.update({key: read_as[key]} if key in read_as else {})

    def write(self, then: Told) -> None:
        """Write the notes that were taken; ``then`` is told why not, or nothing."""
        if not self.left or self._shelf.keeping is None:
            return
        self._waiting.append(then)
        if not self._writing:
            self._send()

    def let_go(self) -> None:
        """Forget all of it: what is left is the caller's from now on, and no answer comes any more."""
        self.left, self._read, self._waiting, self._writing = {}, {}, [], False

    def _send(self) -> None:
        waiting, self._waiting, self._writing = self._waiting, [], True
        taken = dict(self.left)
        work = partial(_write, taken, self._read_as(), self._clock)
        self._shelf.do(work, partial(self._take_kept, taken, waiting), partial(self._fail, waiting))

    def _take_kept(self, taken: Mapping[str, str], waiting: list[Told], kept: Mapping[str, str]) -> None:
        self._writing = False
        for key, words in taken.items():
            self._read[key] = kept[key]
            if self.left.get(key) == words:
                del self.left[key]
            elif kept[key] != words:  # it was typed on
                self.left[key] = together(kept[key], self.left[key], words)
        self._answer(waiting, "")
        for key, words in taken.items():
            if kept[key] != words:
                self.joined.emit(key, self.left.get(key, kept[key]))

    def _fail(self, waiting: list[Told], error: Exception) -> None:
        self._writing = False
        why = sentences_of(error, self._language)[0]
        self._answer([*waiting, *self._waiting], why)

    def _answer(self, waiting: list[Told], why: str) -> None:
        if why:
            self._waiting.clear()
        elif self._waiting and self.left:
            self._send()
        else:
            waiting, self._waiting = [*waiting, *self._waiting], []
        for told in waiting:
            told(why)


def _write(
    notes: Mapping[str, str], read_as: Mapping[str, str], clock: Callable[[], datetime], store: Store
) -> Mapping[str, str]:
    """Write notes, away from the window; return them as they are kept."""
    from kneedesk.store.handover import write_notes  # noqa: PLC0415

    return write_notes(store.consultations, notes, clock, read_as)
