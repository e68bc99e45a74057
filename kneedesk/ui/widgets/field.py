"""A field: the name of one finding, the control that records it, and what is wrong with what was typed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
)

from kneedesk.language import Language
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.marks import FaultLine, NotAssessed
from kneedesk.ui.widgets.text import body_label, plain_label

_NOTHING = object()
_MORE = "\N{HORIZONTAL ELLIPSIS}"


class Field(QWidget):
    """What every field has in common; a kind fills ``place`` and says how a value is shown.

    What is recorded is known only from ``show_value``: a change is announced and comes back from the session, or is
    refused and stays on the screen with its fault.
    """

    recorded = Signal(object)
    """A domain value, or None for *not recorded*."""
    not_assessed = Signal()
    """Looked at, and deliberately left."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        *,
        help_text: str = "",
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.name = name
        self.language = language
        self.unit = unit
        self.help_text = help_text
        self.assessed = True
        self._shown: Any = _NOTHING
        self._last: Any = None
        self._fault: FaultLine | None = None
        self.setObjectName(path)
        self.setAccessibleName(name)
        self.setAccessibleDescription(help_text)
        self._build()

    def _build(self) -> None:
        self.label = plain_label(self.name)
        self.label.setProperty("level", "label")
        self.label.setWordWrap(True)
        self.mark = NotAssessed(self.path, self.name, self.language, self)
        self.mark.pressed_by_hand.connect(self.toggle_assessed)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label, 1)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignBottom)
        self.place = QVBoxLayout()
        self.place.setSpacing(6)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(head)
        outer.addLayout(self.place)
        if self.help_text:
            outer.addWidget(body_label(self.help_text, "note"))

    def own(self, control: QWidget, object_name: str = "") -> None:
        """Make a control the one that the label names and that takes the focus of the field."""
        control.setObjectName(object_name or self.path)
        control.setAccessibleName(self.name)
        control.setAccessibleDescription(self.described())
        self.label.setBuddy(control)
        self.setFocusProxy(control)

    def described(self) -> str:
        """Return what a screen reader adds to the name: the unit and the help."""
        return ". ".join(part for part in (self.unit, self.help_text) if part)

    # What is recorded, shown

    def show_value(self, value: Any, *, assessed: bool = True) -> None:
        """Show what is recorded; never announce it, and leave what is being typed alone where nothing changed."""
        if self._shown == (value, assessed) and type(self._shown[0]) is type(value):
            return
        self._shown = (value, assessed)
        self._last = value
        self.show_fault(None)
        self._show(value)
        self._show_assessed(assessed)

    def restore(self) -> None:
        """Show again what is recorded in the place of what was entered."""
        if self._shown is not _NOTHING:
            value, assessed = self._shown
            self._shown = _NOTHING
            self.show_value(value, assessed=assessed)

    def show_fault(self, sentence: str | None) -> None:
        """Say under the control what is wrong, or nothing."""
        if self._fault is None and sentence:
            self._fault = FaultLine()
            self._outer.addWidget(self._fault)
        if self._fault is not None:
            self._fault.show_sentence(sentence)
            self._mark_fault(bool(sentence))

    def fault(self) -> str:
        """Return the sentence on what is wrong, or nothing."""
        return self._fault.text() if self._fault is not None else ""

    def commit(self) -> None:
        """Take what was typed and not yet confirmed."""

    def look_around(self, day: date) -> None:
        """Open calendars at this day where no other is recorded."""

    def suggest(self, words: Sequence[str]) -> None:
        """Offer what the patient most wants to do, in the patient's words, where it would be typed again."""

    def _show(self, value: Any) -> None:
        """Put a value on the control; a kind says how."""
        raise NotImplementedError

    def _mark_fault(self, faulty: bool) -> None:
        """Mark the control itself; a kind with an edit says how."""

    # What the clinician does

    def settle(self, value: Any) -> None:
        """Announce a value that the clinician entered, unless it is the one that is recorded."""
        self.show_fault(None)
        again = self.assessed and value == self._last and type(value) is type(self._last)
        if again:
            return
        self._show_assessed(True)
        self._last = value
        self.recorded.emit(value)

    def forgive(self, line: "Line") -> None:
        """Take a fault away when somebody has typed again what stood there before."""
        if line.isModified():
            line.setModified(False)
            self.show_fault(None)

    def toggle_assessed(self) -> None:
        """Mark the finding as looked at and left, or take the mark back."""
        if not self.mark.offered:
            return
        self.show_fault(None)
        self._last = None
        self._show(None)
        self._show_assessed(not self.assessed)
        if self.assessed:
            self.recorded.emit(None)
        else:
            self.not_assessed.emit()

    def _show_assessed(self, assessed: bool) -> None:
        """Show whether the finding was left; a kind may draw itself otherwise."""
        self.assessed = assessed
        self.mark.show_assessed(assessed)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer *not assessed* while the pointer is here."""
        self.mark.offer("pointer", True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Withdraw the offer again."""
        self.mark.offer("pointer", False)
        super().leaveEvent(event)

    def focus_moved(self, inside: bool) -> None:
        """Offer *not assessed* while a control of the field has the focus."""
        self.mark.offer("focus", inside)


class Line(QLineEdit):
    """One line to type in; it tells when it is entered and left, and when N or Escape is pressed in it."""

    moved = Signal(bool)
    """Whether the focus came or went."""
    left_out = Signal()
    """N was pressed where no letter can begin."""

    def __init__(self, *, letters: bool, wide: int = 0, parent: QWidget | None = None) -> None:
        """Make a line for words or for figures; with ``wide`` of at most so many pixels at the usual size of text."""
        super().__init__(parent)
        self._letters, self._wide = letters, wide
        if wide:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def takes_figures(self) -> bool:
        """Tell whether it is a line for figures."""
        return not self._letters

    def sizeHint(self) -> QSize:
        """Return the width that was given, or the usual one."""
        usual = super().sizeHint()
        return QSize(scaled(self._wide), usual.height()) if self._wide else usual

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the line is entered."""
        super().focusInEvent(event)
        self.moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line is left, and show again how it begins."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)
        self.moved.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say by an ellipsis that there is more than can be seen, while nobody is in the line."""
        super().paintEvent(event)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room = room.marginsRemoved(self.textMargins()).adjusted(2, 0, -2, 0)  # as QLineEdit does
        metrics = self.fontMetrics()
        if self.hasFocus() or metrics.horizontalAdvance(self.text()) <= room.width():
            return
        room.setLeft(room.right() + 1 - metrics.horizontalAdvance(_MORE))
        painter = QPainter(self)
        painter.fillRect(room.adjusted(0, 0, 2, 0), self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), _MORE)
        painter.end()

    def write(self, text: str) -> None:
        """Show a text from its beginning; what was typed before is settled."""
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self.setModified(False)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window where nothing is being typed."""
        if leaves_undo(event, modified=self.isModified()):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take N on an empty or wholly selected line of figures as *not assessed*."""
        begins = not self.text() or self.selectedText() == self.text()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if not self._letters and begins and plain and event.key() == Qt.Key.Key_N:
            self.left_out.emit()
            return
        super().keyPressEvent(event)

    def mark_fault(self, faulty: bool) -> None:
        """Show the border of a fault, or the ordinary one."""
        if bool(self.property("fault")) != faulty:
            self.setProperty("fault", faulty)
            self.style().unpolish(self)
            self.style().polish(self)


def leaves_undo(event: QEvent, *, modified: bool) -> bool:
    """Tell whether undo or redo was pressed in an editor that holds nothing to take back: then it is the window's."""
    if event.type() != QEvent.Type.ShortcutOverride or modified or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def unit_label(unit: str) -> QLabel:
    """Return the unit beside a number."""
    label = plain_label(unit)
    label.setProperty("tone", "note")
    return label
