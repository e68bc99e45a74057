"""Check the journal of who did what: that every entry is as it was written, and none is gone."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from kneedesk.documents.sealing.wording import anchor_words
from kneedesk.language import Language
from kneedesk.store.progress import CalledOff, Progress
from kneedesk.store.wording import fault_words, result_words
from kneedesk.ui.auditing import Auditing, Checked
from kneedesk.ui.dialogs.fitted import FittedDialog, room_of
from kneedesk.ui.failure import sentences_of
from kneedesk.ui.notice import Notice
from kneedesk.ui.safekeeping import Told
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.text import body_label, heading
from kneedesk.ui.widgets.words import Words, breakable
from kneedesk.ui.widgets.working import Working

_WIDTH: Final = 600

# Messages of the application.
_WHAT: Final = (
    "The journal holds who did what and when. KneeDesk checks that every entry, and what it changed, is as it was "
    "written, and that none is gone: each backup and each sealed document knows how far it had come."
)
_LIMIT: Final = (
    "Who holds the key of the store can write all of it anew. That is seen only by what is kept elsewhere: add "
    "documents that were given away."
)


class JournalDialog(FittedDialog):
    """It reads and changes nothing; that it was checked is an entry itself."""

    def __init__(self, auditing: Auditing, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._auditing, self._language = auditing, language
        self._files: list[Path] = []
        self._progress: Progress | None = None
        say = language.say
        self.setObjectName("journal")
        self.setWindowTitle("KneeDesk")
        self.setAccessibleName(say("Check the journal"))
        self.setFixedWidth(min(scaled(_WIDTH), room_of(self).width()))
        self.documents = Words("note")
        self.documents.hide()
        self.working = Working("journal", language)
        self.working.stopped.connect(self._call_off)
        self.notice = Notice(language, theme, self)
        self.add = self._button("add", say("Add documents\N{HORIZONTAL ELLIPSIS}"))
        self.add.clicked.connect(self.ask)
        self.check = self._button("check", say("Check the journal"))
        self.check.setProperty("kind", "primary")
        self.check.clicked.connect(self.begin)
        self.close_button = self._button("close", say("Close"))
        self.close_button.clicked.connect(self.reject)
        self.finished.connect(self._call_off)
        self._arrange()
        self.check.setFocus()

    def ask(self) -> None:
        """Ask for sealed documents, without stopping the window."""
        say = self._language.say
        dialog = QFileDialog(self, say("Add documents that were sealed"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(say("PDF documents (*.pdf)"))
        dialog.filesSelected.connect(lambda names: self.take(list(map(Path, names))))
        dialog.open()

    def take(self, files: Sequence[Path]) -> None:
        """Hold the journal against these documents, too."""
        self._files = [*dict.fromkeys((*self._files, *files))]
        say = self._language.say
        names = self._language.enumerate(tuple(path.name for path in self._files))
        self.documents.say(breakable(say("Held against: {names}").format(names=names)))
        self.documents.show()

    def begin(self) -> None:
        """Check all of it elsewhere."""
        told = Told(self)
        told.reached.connect(self.working.reach)
        self._progress = Progress(lambda done, of: told.take(99 * done, 100 * of))  # the rest is to say it
        self.notice.put_away()
        self.working.begin(self._language.say("Checking the journal"))
        for button in (self.check, self.add):
            button.setEnabled(False)
        self._auditing.check(self._files, self._progress, self._there(self._show), self._there(self._fail))

    def _show(self, checked: Checked) -> None:
        self._end()
        language = self._language
        told = [f"{breakable(name)}: {anchor_words(found, language)}" for name, found in checked.refused]
        told += [fault_words(fault, language) for fault in checked.faults]
        tone = "stop" if checked.faults else "info" if checked.anchors else "caution"
        title = result_words(checked.faults, checked.entries, checked.anchors, language)
        self.notice.show_message(title, told, tone)
        self.notice.close_button.hide()

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, CalledOff):
            title = self._language.say("The journal cannot be checked")
            self.notice.show_message(title, sentences_of(error, self._language), "stop")

    def _end(self) -> None:
        self._progress = None
        self.working.end()
        for button in (self.check, self.add):
            button.setEnabled(True)
        self.check.setFocus()

    def _call_off(self) -> None:
        if self._progress is not None:
            self._progress.call_off()

    def _there(self, answer: Callable[[Any], None]) -> Callable[[Any], None]:
        """Return what answers only while the dialog is there."""

        def given(what: Any) -> None:
            if isValid(self):
                answer(what)

        return given

    def _arrange(self) -> None:
        say = self._language.say
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(10)
        lines.addWidget(heading(say("Check the journal"), 2))
        lines.addWidget(body_label(say(_WHAT)))
        lines.addWidget(body_label(say(_LIMIT), "note"))
        for widget in (self.documents, self.working, self.notice):
            lines.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.check)
        lines.addLayout(row)

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"journal.{name}")
        button.setAutoDefault(name == "check")
        return button
