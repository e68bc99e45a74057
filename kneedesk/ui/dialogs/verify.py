"""Check a document: a file is chosen or dropped, and it is said whether it is still what was sealed, and why."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kneedesk.documents.sealing.check import Check, Reason, Verdict
from kneedesk.documents.sealing.wording import reason_words, seal_words, verdict_words
from kneedesk.language import Language
from kneedesk.ui.background import Background
from kneedesk.ui.dialogs.fitted import FittedDialog
from kneedesk.ui.notice import Notice
from kneedesk.ui.sealing import Seals
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.text import body_label, heading, plain_label
from kneedesk.ui.widgets.words import breakable

_WIDTH = 600
_TONES = {
    Reason.OURS: "info",
    Reason.ADDENDUM: "info",
    Reason.BYTES_CHANGED: "stop",
    Reason.ADDED: "stop",
    Reason.SHORTENED: "stop",
}


class VerifyDialog(FittedDialog):
    """It reads the file and changes nothing; one document after the other can be checked."""

    def __init__(self, seals: Seals, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seals, self._language = seals, language
        self._background = Background(self)
        say = language.say
        self.setObjectName("verify")
        self.setWindowTitle(say("Check a document"))
        self.setFixedWidth(scaled(_WIDTH))
        self.setAcceptDrops(True)
        self.notice = Notice(language, theme, self)
        self.file = plain_label()
        self.file.setProperty("level", "label")
        self._details = QWidget()
        self._rows = QGridLayout(self._details)
        self._choose = self._button("choose", say("Choose a document\N{HORIZONTAL ELLIPSIS}"))
        self._choose.setProperty("kind", "primary")
        self._choose.clicked.connect(self.ask)
        close = self._button("close", say("Close"))
        close.clicked.connect(self.accept)
        self._arrange(close)
        self._choose.setFocus()

    def ask(self) -> None:
        """Ask for a file, without stopping the window."""
        say = self._language.say
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, say("Choose a document"), documents)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(say("PDF documents (*.pdf)"))
        dialog.fileSelected.connect(lambda path: self.check(Path(path)))
        dialog.open()

    def check(self, path: Path) -> None:
        """Say what can be said of a document, once it is read."""
        self._choose.setEnabled(False)
        self.file.setText(self._language.say("Checking\N{HORIZONTAL ELLIPSIS}"))
        self.file.show()
        self._background.run(
            lambda: self._seals.check(path),
            lambda found: self._show(path, found),
            lambda error: self._show(path, Check(Verdict.NOT_VERIFIABLE, Reason.FAILED, fault=type(error).__name__)),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the file that was dropped."""
        path = _dropped(event)
        if path is not None and self._choose.isEnabled():
            event.acceptProposedAction()
            self.check(path)

    def _arrange(self, close: QPushButton) -> None:
        say = self._language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(heading(say("Check a document"), 2))
        column.addWidget(
            body_label(
                say(
                    "Choose a document that KneeDesk saved, or drop it here. KneeDesk says whether it is, byte for "
                    "byte, what was sealed. Nothing is changed or sent anywhere."
                )
            )
        )
        self.file.hide()
        self._details.hide()
        self._rows.setContentsMargins(2, 2, 0, 2)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(1, 1)
        for widget in (self.file, self.notice, self._details):
            column.addWidget(widget)
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self._choose)
        column.addLayout(row)

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"verify.{name}")
        button.setAutoDefault(name == "choose")
        return button

    def _show(self, path: Path, check: Check) -> None:
        self._choose.setEnabled(True)
        self.file.setText(breakable(path.name))
        tone = _TONES.get(check.reason, "caution")
        self.notice.show_message(verdict_words(check, self._language), (reason_words(check, self._language),), tone)
        self.notice.close_button.hide()
        for row in self._details.findChildren(QLabel):
            row.deleteLater()
        said = seal_words(check, self._language)
        for place, (label, words) in enumerate(said):
            self._rows.addWidget(body_label(label, "note"), place, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(body_label(words), place, 1, Qt.AlignmentFlag.AlignTop)
        self._details.setVisible(bool(said))
        self._choose.setFocus()


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one file that is carried, if it is one of this computer."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
