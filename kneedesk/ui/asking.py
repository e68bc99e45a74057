"""What is asked for from the list and the rail: to begin, open or remove a consultation, the evidence, who unlocks."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QDialog

    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.store.store import Store
    from kneedesk.ui.adjusting import Adjusting
    from kneedesk.ui.dialogs.new_consultation import Beginning
    from kneedesk.ui.main_window import MainWindow
    from kneedesk.ui.opening import Opening
    from kneedesk.ui.sealing import Seals
    from kneedesk.ui.shelf import Shelf
    from kneedesk.ui.theme import Theme


class Asking(QObject):
    """Answers the window; what it needs for an answer is given to it as it is loaded."""

    def __init__(
        self,
        window: MainWindow,
        shelf: Shelf,
        opening: Opening,
        adjusting: Adjusting,
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._shelf = shelf
        self._opening = opening
        self._adjusting = adjusting
        self._language = language
        self._theme = theme
        self._clock = clock
        self.library: Library | None = None
        """What the evidence shows."""
        self.seals: Seals | None = None
        """By what a document is checked; nothing while the window is locked."""
        shown = window.list
        shown.begun.connect(self.ask_beginning)
        shown.file_asked.connect(self.ask_file)
        shown.sample_asked.connect(self._open_sample)
        shown.opened.connect(opening.resume)
        shown.other_knee.connect(opening.other_knee)
        shown.removed.connect(self._remove)
        window.evidence_asked.connect(self._show_evidence)
        window.check_asked.connect(self._ask_document)
        window.users_asked.connect(self._ask_users)
        window.about_asked.connect(self._tell_about)

    def ask_beginning(self) -> None:
        """Ask whose consultation begins, and on which knee."""
        from kneedesk.ui.dialogs.new_consultation import NewConsultation

        dialog = NewConsultation(self._clock().date(), self._language, self._theme, self._window)
        dialog.begun.connect(self._begin)
        _open(dialog)

    def ask_file(self) -> None:
        """Ask which consultation file is to be opened."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, self._language.say("Open file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._language.say("Consultation files (*.json)"))
        dialog.fileSelected.connect(lambda path: self._opening.open_file(Path(path)))
        _open(dialog)

    def _begin(self, beginning: Beginning) -> None:
        self._opening.begin(beginning, self._adjusting.settings)

    def _remove(self, key: str) -> None:
        """Keep a consultation no longer; what stands is not removed, and it is said."""
        work = partial(_removed, key, self._clock)
        self._shelf.do(work, self._say_removed, self._shelf.notice.say_unreadable, written=True)

    def _say_removed(self, removed: bool) -> None:
        self._window.list.refresh()
        if not removed:
            self._shelf.notice.say_kept()

    def offer_samples(self) -> None:
        """Let the list show the samples, which are read elsewhere."""
        from kneedesk.ui.samples import samples

        shown, failed = self._window.list, self._shelf.notice.say_unreadable
        self._shelf.do(lambda _: samples(self._language), shown.offer_samples, failed)

    def _open_sample(self, name: str) -> None:
        from kneedesk.ui.samples import sample_file

        self._opening.open_file(sample_file(name))

    def _show_evidence(self, record: str) -> None:
        from kneedesk.ui.evidence import Evidence

        if self.library is None:
            return
        if self._window.desk is not None:
            self._window.desk.commit()
        evidence = self._window.evidence
        if evidence is None:
            evidence = Evidence(self.library, self._language, self._theme, self._clock().date(), self._window)
        self._window.show_evidence(evidence, record)

    def _ask_document(self) -> None:
        from kneedesk.ui.dialogs.verify import VerifyDialog

        if self.seals is not None:
            _open(VerifyDialog(self.seals, self._language, self._theme, self._window))

    def _tell_about(self) -> None:
        from kneedesk.ui.dialogs.about import AboutDialog

        _open(AboutDialog(self.library, self._language, self._window))

    def _ask_users(self) -> None:
        from kneedesk.store.faults import Unavailable
        from kneedesk.ui.lock.managing import Managing

        practice = self._adjusting.settings.practice.name
        try:
            Managing(self._window, self._shelf, practice, self._language, self._theme, self._clock)
        except Unavailable as fault:
            self._shelf.notice.say_unreadable(fault)


def _removed(key: str, clock: Callable[[], datetime], store: Store) -> bool:
    return store.consultations.remove(key, clock())


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
