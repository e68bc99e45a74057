"""The physician's private note: a strip under the page, on the desk alone, with its own undo."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.text import heading
from kneedesk.ui.widgets.words import Words

_LINES = 4


class NotePane(QFrame):
    """It says where the note goes, takes it as it is typed, and is closed by Escape."""

    typed = Signal(str)
    """The note as it is now, after every change by hand."""
    closed = Signal()

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._theme = language, theme
        self.setObjectName("note")
        self.setProperty("tone", "footer")
        self.setAccessibleName(language.say("Private note"))
        self.edit = QPlainTextEdit()
        self.edit.setObjectName("note.edit")
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(language.say("Private note"))
        self.state = Words("note")
        self._close = QPushButton()
        self._close.setProperty("kind", "quiet")
        self._close.setObjectName("note.close")
        self._close.setAccessibleName(language.say("Close the note"))
        self._close.setToolTip(language.say("Close the note"))
        self._close.clicked.connect(self.closed)
        self._arrange()
        self.edit.textChanged.connect(self._tell)
        theme.switched.connect(self._dress)
        self._dress()
        self.hide()

    def show_note(self, words: str) -> None:
        """Show the note of another consultation; nothing of the one before can be brought back by undo."""
        blocked = self.edit.blockSignals(True)
        self.edit.setPlainText(words)
        self.edit.blockSignals(blocked)
        self.edit.setEnabled(True)
        self.state.say("")

    def join_note(self, words: str) -> None:
        """Show the note with what another desk wrote in it meanwhile; who types goes on at its end."""
        self.show_note(words)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.state.say(self._language.say("Another desk wrote in this note too: both are kept."))

    def follow_note(self, words: str) -> None:
        """Show the note as another desk wrote it; the cursor stays where it was, as far as there is text."""
        place = self.edit.textCursor().position()
        self.show_note(words)
        cursor = self.edit.textCursor()
        cursor.setPosition(min(place, self.edit.document().characterCount() - 1))
        self.edit.setTextCursor(cursor)
        self.state.say(self._language.say("Another desk wrote in this note."))

    def await_note(self) -> None:
        """Take nothing until the note is read: what is typed over an older note would hide it."""
        self.show_note("")
        self.edit.setEnabled(False)

    def show_state(self, why_not: str) -> None:
        """Say that the note is saved, or why not."""
        say = self._language.say
        self.state.say(say("Not saved: {why}").format(why=why_not) if why_not else say("Saved"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.state.say("")
        self.typed.emit(self.edit.toPlainText())

    def _arrange(self) -> None:
        say = self._language.say
        told = Words("note")
        told.say(
            say("Not for the patient: it is kept beside the consultation, for whoever unlocks in this practice.")
            + " "
            + say("It is no part of the record: the patient view, the documents and exported files never show it.")
        )
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(heading(say("Private note"), 3))
        head.addWidget(told, 1)
        head.addWidget(self.state)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(28, 10, 20, 10)
        lines.setSpacing(6)
        lines.addLayout(head)
        lines.addWidget(self.edit)

    def _dress(self) -> None:
        self._close.setIcon(self._theme.icon("x", "quiet", 16))
        self._close.setIconSize(QSize(16, 16))
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * _LINES + 28)
