"""Decide otherwise than a verdict: a reason in the physician's words, which changes no verdict."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.domain.record import is_blank
from kneedesk.language import Language
from kneedesk.presentation.course import Departure
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.glyph import Glyph, IconButton
from kneedesk.ui.widgets.text import body_label
from kneedesk.ui.widgets.words import Words, breakable
from kneedesk.ui.widgets.written import Sheet

LONGEST = 5000


class DepartureForm(QWidget):
    """A button that opens into a field for the reason; what was typed stays with its course until it is recorded."""

    decided = Signal(str)
    """The reason, as typed."""

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts: dict[str, str] = {}
        self._course = ""
        self._open = IconButton(theme, "pencil", language.say("Decide otherwise, with a reason\N{HORIZONTAL ELLIPSIS}"))
        self._open.clicked.connect(self.unfold)
        self._frame = QFrame()
        self._frame.setProperty("tone", "calm")
        self._text = Sheet(lines=3)
        self._text.setObjectName("overrides")
        self._text.setAccessibleName(language.say("Why you decide otherwise"))
        self._text.setPlaceholderText(language.say("Why this course, or why not this course, for this patient"))
        self._text.textChanged.connect(self._typed)
        title = body_label(language.say("Why you decide otherwise"))
        title.setProperty("level", "label")
        note = body_label(
            language.say("It changes no verdict. It stands beside it here, in the record and in the documents."), "note"
        )
        self._record = QPushButton(language.say("Record the reason"))
        self._record.setProperty("kind", "primary")
        self._record.clicked.connect(self._decide)
        cancel = QPushButton(language.say("Cancel"))
        cancel.clicked.connect(self._cancel)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._record, cancel):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(14, 12, 14, 14)
        inner.setSpacing(8)
        for widget in (title, self._text, note):
            inner.addWidget(widget)
        inner.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._frame)
        self._frame.hide()
        self._record.setEnabled(False)
        for keys, done in (("Ctrl+Return", self._decide), ("Esc", self._cancel)):
            shortcut = QShortcut(QKeySequence(keys), self._frame)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(done)

    def show_course(self, course: str) -> None:
        """Show the form of a course, with what was typed for it."""
        if course != self._course:
            self._course = course
            draft = self._drafts.get(course, "")
            self._text.setPlainText(draft)
            self._fold(shown=bool(draft))

    def forbid(self, sentence: str) -> None:
        """Offer nothing, and say why."""
        self._open.setText(sentence)
        self._open.setEnabled(False)

    def unfold(self) -> None:
        """Open the field and go to it."""
        self._fold(shown=True)
        self._text.setFocus()

    def _fold(self, *, shown: bool) -> None:
        self._frame.setVisible(shown)
        self._open.setVisible(not shown)

    def _typed(self) -> None:
        text = self._text.toPlainText()
        if len(text) > LONGEST:
            cursor = self._text.textCursor()
            self._text.setPlainText(text[:LONGEST])
            cursor.setPosition(min(cursor.position(), LONGEST))
            self._text.setTextCursor(cursor)
            return
        self._drafts[self._course] = text
        self._record.setEnabled(not is_blank(text))

    def _decide(self) -> None:
        text = self._text.toPlainText().strip()
        if not is_blank(text):
            self._cancel()
            self.decided.emit(text)

    def _cancel(self) -> None:
        self._text.clear()
        self._fold(shown=False)
        self._open.setFocus()


class DepartureNote(QFrame):
    """A recorded reason beside the verdict, with the way to take it back."""

    withdrawn = Signal(object)
    """The override to remove."""

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "calm")
        self._departure: Departure | None = None
        self._language = language
        self._reason, self._signed = Words(), Words("note")
        title = body_label(language.say("The physician decided otherwise"))
        title.setProperty("level", "label")
        remove = IconButton(theme, "trash-2", language.say("Remove"))
        remove.setAccessibleName(language.say("Remove the reason for deciding otherwise"))
        remove.clicked.connect(self._withdraw)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Glyph(theme, "signature", "ink", 18))
        head.addWidget(title, 1)
        head.addWidget(remove)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 8, 12, 12)
        outer.setSpacing(4)
        outer.addLayout(head)
        outer.addWidget(self._reason)
        outer.addWidget(self._signed)

    def show_departure(self, departure: Departure) -> None:
        """Show a reason as it was typed."""
        self._departure = departure
        quoted = self._language.say("\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}")
        self._reason.say(quoted.format(words=breakable(departure.reason)))
        self._signed.say(breakable(departure.signed))

    def _withdraw(self) -> None:
        if self._departure is not None:
            self.withdrawn.emit(self._departure.override)
