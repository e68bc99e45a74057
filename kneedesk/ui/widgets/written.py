"""Type words: a line or several."""

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.field import Field, Line, leaves_undo


class TextField(Field):
    """One line of words, taken on Enter or on leaving; an empty line is *not recorded*."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        *,
        help_text: str = "",
        longest: int = 200,
        required: bool = False,
        offer_not_assessed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self._required = required
        self._written: str = ""
        self.edit = Line(letters=True)
        self.edit.setMaxLength(longest)
        self.own(self.edit)
        self.edit.editingFinished.connect(self.commit)
        self.edit.moved.connect(self.focus_moved)
        self.place.addWidget(self.edit)
        if not offer_not_assessed:
            self.mark.withhold()

    def commit(self) -> None:
        """Take what was typed."""
        text = self.edit.text()
        if text == self._written:
            self.forgive(self.edit)
            return
        if self._required and not text.strip():
            self.show_fault(self.language.say("This is needed."))
            return
        self._written = text
        self.edit.setModified(False)
        self.settle(text or None)

    def _show(self, value: Any) -> None:
        self.edit.write(value or "")
        self._written = self.edit.text()

    def _mark_fault(self, faulty: bool) -> None:
        self.edit.mark_fault(faulty)


class Sheet(QPlainTextEdit):
    """Several lines to type in; Tab leaves it, Ctrl+Enter and leaving take what was typed."""

    finished = Signal()
    moved = Signal(bool)

    def __init__(self, lines: int = 4, parent: QWidget | None = None) -> None:
        """Make a sheet that shows so many lines."""
        super().__init__(parent)
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def sizeHint(self) -> QSize:
        """Return room for the lines at the size of text that is chosen."""
        self.ensurePolished()
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + 28)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: it scrolls by itself."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the sheet is entered."""
        super().focusInEvent(event)
        self.moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the sheet is left."""
        super().focusOutEvent(event)
        self.finished.emit()
        self.moved.emit(False)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window where nothing is being typed."""
        if leaves_undo(event, modified=self.document().isModified()):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Enter as done."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
            return
        super().keyPressEvent(event)


class LongTextField(Field):
    """Several lines of words."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        *,
        help_text: str = "",
        longest: int = 5000,
        lines: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self._longest = longest
        self._written = ""
        self.edit = Sheet(lines)
        self.own(self.edit)
        self.edit.finished.connect(self.commit)
        self.edit.moved.connect(self.focus_moved)
        self.place.addWidget(self.edit)
        self.mark.withhold()

    def commit(self) -> None:
        """Take what was typed."""
        text = self.edit.toPlainText()
        if text == self._written:
            return
        if len(text) > self._longest:
            self.show_fault(
                self.language.say("At most {count} characters.").format(count=self.language.number(self._longest))
            )
            return
        self._written = text
        self.edit.document().setModified(False)
        self.settle(text or None)

    def _show(self, value: Any) -> None:
        self.edit.setPlainText(value or "")
        self._written = self.edit.toPlainText()
