"""The backups of the consultations: what there is, one more now, where they lie, what one holds, and the way back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.store.backups import Backup, Preview
from kneedesk.store.differences import Differences
from kneedesk.store.everything import Exported
from kneedesk.store.progress import CalledOff, Progress
from kneedesk.ui.background import while_there
from kneedesk.ui.backup_words import (
    difference_words,
    exported_words,
    listed_words,
    moment_words,
    preview_words,
)
from kneedesk.ui.dialogs.fitted import room_of
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.failure import sentences_of
from kneedesk.ui.notice import Notice
from kneedesk.ui.safekeeping import Listed, Safekeeping, Told
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.lined_list import Line, LinedList
from kneedesk.ui.widgets.text import body_label, heading
from kneedesk.ui.widgets.words import Words, breakable
from kneedesk.ui.widgets.working import Working

_SIZE: Final = QSize(720, 640)

# Message of the application.
_RULE: Final = (
    "Once a day all consultations are copied, encrypted as they are, and the copy is read back. The newest 7 days, 4 "
    "weeks and 12 months are kept. A backup opens with the passphrases and the recovery key of its day."
)
_BESIDE: Final = (
    "Backups lie on the same drive as the consultations: choose a folder on another one, or a broken drive takes both."
)


class BackupsDialog(QDialog):
    """Long work is done elsewhere, told in percent and can be called off; nothing is restored without a look at it."""

    folder_chosen = Signal(str)
    """A folder in which there is a place for backups now; empty where they are to lie beside the consultations."""

    def __init__(
        self,
        safekeeping: Safekeeping,
        chosen: str,
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        hindrance: str = "",
        limited: bool = False,
    ) -> None:
        """Show the backups; with a hindrance nothing is restored, and limited means that nothing is exported either."""
        super().__init__(parent)
        self._safekeeping, self._language = safekeeping, language
        self._hindrance, self._limited = hindrance, limited
        self._progress: Progress | None = None
        self._looked: dict[Backup, tuple[Preview, Differences | None]] = {}
        self._listed: dict[Backup, Listed] = {}
        say = language.say
        self.setObjectName("backups")
        self.setWindowTitle("KneeDesk")
        self.setAccessibleName(say("Backups"))
        self.resize(QSize(scaled(_SIZE.width()), scaled(_SIZE.height())).boundedTo(room_of(self)))
        self.place = Words("note")
        self.list = LinedList("backups.list", say("Backups"), theme)
        self.nothing = body_label(say("There is no backup yet."), "quiet")
        self.nothing.hide()
        self.preview = Words()
        self.working = Working("backups", language)
        self.notice = Notice(language, theme, self)
        self.choose = self._button("choose", say("Choose a folder\N{HORIZONTAL ELLIPSIS}"))
        self.beside = self._button("beside", say("Beside the consultations"))
        self.export = self._button("export", say("Export everything\N{HORIZONTAL ELLIPSIS}"))
        self.restore = self._button("restore", say("Restore this backup\N{HORIZONTAL ELLIPSIS}"))
        self.now = self._button("now", say("Back up now"))
        self.now.setProperty("kind", "primary")
        self.close_button = self._button("close", say("Close"))
        self._arrange()
        self._connect()
        self._show_place(chosen)
        self._enable(True)
        self._fill()
        self.now.setFocus()

    # What there is

    def _fill(self) -> None:
        self._safekeeping.list(self._there(self._show_list), self._there(self._fail))

    def _show_list(self, listed: Sequence[Listed]) -> None:
        self._listed = {each.backup: each for each in listed}
        self._looked.clear()
        self.nothing.setVisible(not listed)
        self.list.setVisible(bool(listed))
        lines = [
            Line(each.backup, moment_words(each.backup.at, self._language), listed_words(each, self._language))
            for each in listed
        ]
        self.list.show_lines(lines)
        self._look()

    def _look(self) -> None:
        """Say what the chosen backup holds, once it is read whole."""
        backup = self.list.chosen()
        self.restore.setEnabled(False)
        if backup is None:
            self.preview.say("")
        elif backup in self._looked:
            self._show_preview(backup, self._looked[backup])
        else:
            self.preview.say(self._language.say("Reading the backup\N{HORIZONTAL ELLIPSIS}"))
            self._safekeeping.look(
                backup,
                self._there(partial(self._show_preview, backup)),
                self._there(partial(self._say_unsound, backup)),
            )

    def _show_preview(self, backup: Backup, found: tuple[Preview, Differences | None]) -> None:
        self._looked[backup] = found
        if self.list.chosen() != backup:
            return
        told = [preview_words(found[0], self._language), *difference_words(found[1], self._language)]
        if self._hindrance:
            told.append(self._hindrance)
        self.preview.say(" ".join(told))
        self.restore.setEnabled(not self._hindrance and self._progress is None)

    def _say_unsound(self, backup: Backup, error: Exception) -> None:
        if self.list.chosen() == backup:
            self.preview.say(" ".join(sentences_of(error, self._language)))

    # One more

    def _back_up(self) -> None:
        def done(_made: Backup) -> None:
            self._end()
            self._say(self._language.say("The backup was made and read back."), (), "info")
            self.list.setCurrentRow(-1)
            self._fill()

        progress = self._begin(self._language.say("Backing up"))
        self._safekeeping.back_up(progress, self._there(done), self._there(self._fail))

    # The way back

    def _ask_restore(self) -> None:
        backup, say = self.list.chosen(), self._language.say
        if backup is None or backup not in self._looked:
            return
        title = say("Restore the backup of {moment}?").format(moment=moment_words(backup.at, self._language))
        dialog = QuestionDialog("restore", title, 560, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for sentence in (
            *difference_words(self._looked[backup][1], self._language),
            say("What is kept now is backed up before, so that it can be restored as well."),
            say("Who was deleted stays deleted. The journal goes on and says who restored."),
        ):
            dialog.body.addWidget(body_label(sentence))
        dialog.offer(("cancel", say("Cancel")), say("Restore"), "primary")
        dialog.accepted.connect(partial(self._restore, backup))
        dialog.open()

    def _restore(self, backup: Backup) -> None:
        def done(before: Backup | None) -> None:
            self._end()
            say = self._language.say
            told = say("What was kept before is the backup of {moment}.")
            kept = () if before is None else (told.format(moment=moment_words(before.at, self._language)),)
            self._say(say("The backup was restored."), kept, "info")
            self._fill()

        self._begin(self._language.say("Restoring"), may_stop=False)
        self._safekeeping.restore(backup, self._there(done), self._there(self._fail))

    # Everything, elsewhere

    def _ask_export(self) -> None:
        self._ask_folder(self._language.say("Export everything into a folder, not encrypted"), self._export)

    def _export(self, folder: Path) -> None:
        def done(exported: Exported) -> None:
            self._end()
            self._say(self._language.say("Everything was exported."), exported_words(exported, self._language), "info")

        progress = self._begin(self._language.say("Exporting"))
        self._safekeeping.export(folder, progress, self._there(done), self._there(self._fail))

    # Where they lie

    def _ask_place(self) -> None:
        self._ask_folder(self._language.say("Keep backups in a folder"), self._take_place)

    def _take_place(self, folder: Path) -> None:
        def made(_: None) -> None:
            self.folder_chosen.emit(str(folder))
            self._show_place(str(folder))
            self._fill()

        self._safekeeping.choose(folder, self._there(made), self._there(self._fail))

    def _take_beside(self) -> None:
        self.folder_chosen.emit("")
        self._show_place("")
        self._fill()

    def _show_place(self, chosen: str) -> None:
        say = self._language.say
        words = say("Kept in: {folder}").format(folder=chosen) if chosen else say(_BESIDE)
        self.place.say(breakable(words))
        self.beside.setVisible(bool(chosen))

    def _ask_folder(self, title: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()

    # While something is done

    def _begin(self, words: str, *, may_stop: bool = True) -> Progress:
        told = Told(self)
        told.reached.connect(self.working.reach)
        self._progress = Progress(told.take)
        self.notice.hide()
        self.working.begin(words, may_stop=may_stop)
        self._enable(False)
        return self._progress

    def _end(self) -> None:
        self._progress = None
        self.working.end()
        self._enable(True)
        self._look()

    def _fail(self, error: Exception) -> None:
        self._end()
        say = self._language.say
        if isinstance(error, CalledOff):
            self._say(say("Called off"), (say("Nothing of it was kept."),), "info")
        else:
            self._say(say("That could not be done"), sentences_of(error, self._language), "stop")

    def _there(self, answer: Callable[[Any], None]) -> Callable[[Any], None]:
        return while_there(self, answer)

    def _enable(self, free: bool) -> None:
        for button in (self.now, self.choose, self.beside):
            button.setEnabled(free)
        self.export.setEnabled(free and not self._limited)
        self.restore.setEnabled(False)

    def _say(self, title: str, sentences: Sequence[str], tone: str) -> None:
        self.notice.show_message(title, sentences, tone)

    def _call_off(self) -> None:
        if self._progress is not None:
            self._progress.call_off()

    # How it is laid out

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._look())
        self.now.clicked.connect(self._back_up)
        self.restore.clicked.connect(self._ask_restore)
        self.export.clicked.connect(self._ask_export)
        self.choose.clicked.connect(self._ask_place)
        self.beside.clicked.connect(self._take_beside)
        self.close_button.clicked.connect(self.reject)
        self.working.stopped.connect(self._call_off)

    def reject(self) -> None:
        """Close; what is being done is called off, and a restoring is waited for."""
        if self._progress is not None and not self.working.may_stop:
            return
        self._call_off()
        super().reject()

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"backups.{name}")
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        say = self._language.say
        place = QHBoxLayout()
        place.setSpacing(10)
        place.addWidget(self.place, 1)
        place.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignTop)
        place.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        ends = QHBoxLayout()
        ends.setSpacing(10)
        ends.addWidget(self.export)
        ends.addStretch(1)
        for button in (self.close_button, self.restore, self.now):
            ends.addWidget(button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(10)
        lines.addWidget(heading(say("Backups"), 1))
        lines.addWidget(body_label(say(_RULE), "quiet"))
        lines.addLayout(place)
        for widget in (self.nothing, self.notice):
            lines.addWidget(widget)
        lines.addWidget(self.list, 1)
        lines.addWidget(self.preview)
        lines.addWidget(self.working)
        lines.addLayout(ends)
