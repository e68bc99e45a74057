"""The days to look again leave the desk as a calendar file, under a name that names no patient."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kneedesk.documents.writing import write_whole
from kneedesk.exchange.calendar import NAME, Entry, calendar_file
from kneedesk.language import Language
from kneedesk.ui.background import Background


class CalendarSaving(QObject):
    """Asks where to, without stopping the window, and writes elsewhere."""

    saved = Signal()
    told = Signal(str)
    """One sentence on what happened, or on what went wrong."""

    def __init__(self, language: Language, clock: Callable[[], datetime], page: QWidget) -> None:
        super().__init__(page)
        self._language, self._clock, self._page = language, clock, page
        self._background: Background | None = None

    def save(self, entries: Sequence[Entry]) -> None:
        """Ask for a file, and write the days as they stand now."""
        content = calendar_file(entries, self._clock(), uuid4().hex)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        say = self._language.say
        dialog = QFileDialog(self._page, say("Save the days as a calendar file"), documents)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(say("Calendar files (*.ics)"))
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(NAME)
        dialog.fileSelected.connect(lambda path: self.write(Path(path), content))
        dialog.open()

    def write(self, path: Path, content: bytes) -> None:
        """Write the file, and say what came of it."""
        if self._background is None:
            self._background = Background(self)
        self._background.run(partial(write_whole, path, content), lambda _: self._tell(path), self._fail)

    def _tell(self, path: Path) -> None:
        said = self._language.say("Saved {names} in {folder}.")
        self.told.emit(said.format(names=path.name, folder=path.parent.name))
        self.saved.emit()

    def _fail(self, error: Exception) -> None:
        reason = (isinstance(error, OSError) and error.strerror) or type(error).__name__
        self.told.emit(self._language.say("Nothing could be written there: {reason}.").format(reason=reason))
