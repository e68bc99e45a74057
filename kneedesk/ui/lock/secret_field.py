"""A line for a secret: hidden unless its owner wants to see it, and a word where Caps Lock is on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.buttons import IconOnlyButton
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.text import body_label, plain_label

_LONGEST = 400


class _Line(QLineEdit):
    """It tells whether Caps Lock seems to be on; Qt does not know, but a letter shows it."""

    capital = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Compare a letter with Shift."""
        letter = event.text()
        if len(letter) == 1 and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capital.emit(letter.isupper() != shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.capital.emit(False)  # it is another state than before; the next letter shows which
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # or a dialog would take it for its default answer


class SecretField(QWidget):
    """A named line; what is typed is never in a title, a tooltip or what a screen reader says."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed."""

    def __init__(self, name: str, label: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.field")
        self.edit = _Line()
        self.edit.setObjectName(name)
        self.edit.setAccessibleName(label)
        self.edit.setMaxLength(_LONGEST)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.textEdited.connect(self._edited)
        self.edit.returnPressed.connect(self.entered)
        self.edit.capital.connect(self._show_capital)
        self.label = plain_label(label)
        self.label.setProperty("level", "label")
        self.label.setBuddy(self.edit)
        self.eye = IconOnlyButton("eye", language.say("Show what is typed"), side=40)
        self.eye.setObjectName(f"{name}.eye")
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show_plainly)
        self._capital = body_label(language.say("Caps Lock is on."), "caution")
        self._capital.hide()
        self._fault = FaultLine()
        self._fault.hide()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.edit, 1)
        row.addWidget(self.eye)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.label)
        lines.addLayout(row)
        lines.addWidget(self._capital)
        lines.addWidget(self._fault)
        self.setFocusProxy(self.edit)

    @property
    def capital_shown(self) -> bool:
        """Tell whether it is said that Caps Lock is on."""
        return not self._capital.isHidden()

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget what was typed, so that undo does not bring it back, and hide the next."""
        self.edit.clear()
        self.edit.setModified(False)
        self.eye.setChecked(False)
        self._capital.hide()

    def fault(self) -> str:
        """Return what is said to be wrong."""
        return self._fault.text()

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong under the line, or nothing."""
        self._fault.show_sentence(sentence)
        self.edit.setAccessibleDescription(sentence)
        self.edit.setProperty("fault", bool(sentence))
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)

    def _edited(self) -> None:
        if self._fault.text():
            self.show_fault("")
        self.changed.emit()

    def _show_plainly(self, plainly: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if plainly else QLineEdit.EchoMode.Password)

    def _show_capital(self, capital: bool) -> None:
        self._capital.setVisible(capital)
