"""Copies of what stands, for whoever asks later: the page of an addendum, and all that is kept of a version."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneedesk.ui.additions import Addition, issue_addition, language_for, material_of
from kneedesk.ui.background import Background
from kneedesk.ui.exporting import Exporter
from kneedesk.ui.failure import sentences_of
from kneedesk.ui.sealing import ADDENDUM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kneedesk.domain.addendum import Addendum
    from kneedesk.domain.consultation import Consultation
    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.store.archive import Copy
    from kneedesk.store.store import Store
    from kneedesk.store.versions import Standing
    from kneedesk.ui.sealing import Seals
    from kneedesk.ui.shelf import Shelf


class Copies(QObject):
    """Asks where to, and has what is kept written there; what is not made yet is made, sealed and kept first."""

    told = Signal(str)
    """One sentence on what happened, or on what went wrong."""

    def __init__(
        self,
        window: QWidget,
        shelf: Shelf,
        seals: Seals,
        library: Library,
        languages: Mapping[str, Language],
        language: Language,
        logo: Callable[[], str] = str,
    ) -> None:
        super().__init__(window)
        self._shelf, self._seals, self._library = shelf, seals, library
        self._languages, self._language, self._logo = languages, language, logo
        self._background = Background(self)
        self.exporter = Exporter(self._background, language, window, seals)
        self.exporter.told.connect(self.told)

    def save_addition(self, key: str, number: int, addendum: Addendum) -> None:
        """Save the page of an addendum, which is the so-manieth of its consultation."""

        def read(store: Store) -> Consultation:
            return store.consultations.versions.read(key, addendum.version)

        self._shelf.do(read, partial(self._ask_file, number, addendum), self._fail)

    def list_versions(self, key: str, then: Callable[[Sequence[tuple[Standing, Sequence[Copy]]]], None]) -> None:
        """List the versions of a consultation that stand, the newest last, with what is kept of each."""

        def read(standing: Sequence[Standing]) -> None:
            work = partial(_kept_of, standing, self._seals)
            self._background.run(work, then, self._fail)

        self._shelf.do(lambda store: store.consultations.versions.of(key), read, self._fail, written=True)

    def save_version(self, standing: Standing, copies: Sequence[Copy]) -> None:
        """Save all documents that are kept of a version in a folder."""
        sources = {file_name(standing.version, copy): partial(self._seals.read, copy) for copy in copies}
        whats = tuple(f"{copy.what} version {standing.version}" for copy in copies)
        self.exporter.ask_folder(
            tuple(sources), lambda folder: self.exporter.put(folder, sources, partial(self._tell_saved, folder), whats)
        )

    def _ask_file(self, number: int, addendum: Addendum, consultation: Consultation) -> None:
        def write(path: Path) -> None:
            sources = {path.name: partial(self._page, addendum, consultation, self._logo())}
            what = f"{ADDENDUM} {number} version {addendum.version}"
            self.exporter.put(path.parent, sources, partial(self._tell_saved, path.parent), (what,))

        self.exporter.ask_file(f"addendum-{number}.pdf", write)

    def _page(self, addendum: Addendum, consultation: Consultation, logo: str) -> bytes:
        """Return the page of an addendum; done away from the window's thread."""
        language = language_for(addendum, consultation, self._languages, self._language)
        return issue_addition(
            Addition(addendum, material_of(addendum, consultation, self._library, language), logo), self._seals
        )

    def _tell_saved(self, folder: Path, names: Sequence[str]) -> None:
        say = self._language.say
        if len(names) == 1:
            told = say("Saved {names} in {folder}.").format(names=names[0], folder=folder.name)
            self.told.emit(f"{told} {say('Sealed: {names}.').format(names=names[0])}")
        else:
            words = say("Saved {count} documents in {folder}, sealed as they were kept.")
            self.told.emit(words.format(count=len(names), folder=folder.name))

    def _fail(self, error: Exception) -> None:
        self.told.emit(" ".join(sentences_of(error, self._language)))


def file_name(version: int, copy: Copy) -> str:
    """Return the name under which a kept document is saved: what it is, never whose."""
    return "-".join((f"version-{version}", copy.document, copy.language, *copy.paper.split())) + ".pdf"


def _kept_of(standing: Sequence[Standing], seals: Seals) -> Sequence[tuple[Standing, Sequence[Copy]]]:
    return tuple((each, seals.copies(each.digest)) for each in standing)
