"""The glossary at the desk: the word under the pointer, and by a key the words of the statement in focus."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.glossary_popup import GlossaryPopup
from kneedesk.ui.widgets.glossed import Glossed

KEY: Final = Qt.Key.Key_G


class Glossing(QObject):
    """Hears what no control of the desk takes for itself: a pointer that rests, and a letter."""

    explained = Signal(object)
    """A meaning as a line, which holds what it rests on."""

    def __init__(self, language: Language, desk: QWidget) -> None:
        super().__init__(desk)
        self._language = language
        self._desk = desk
        desk.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain what is pointed at, and open the words of what has the focus."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            label = self._desk.childAt(event.pos())
            return label is not None and self._tell(label, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            return event.key() == KEY and plain and self.open(QApplication.focusWidget())
        return False

    def open(self, label: QWidget | None) -> bool:
        """Open the words of a statement that are explained; tell whether it has any."""
        glossed = _glossed(label)
        if label is None or glossed is None or not glossed.words:
            return False
        popup = GlossaryPopup(glossed.words, self._language, label)
        popup.explained.connect(self.explained)
        popup.open_beside(QRect(label.mapToGlobal(label.rect().topLeft()), label.size()))
        return True

    def _tell(self, label: QWidget, event: QHelpEvent) -> bool:
        glossed = _glossed(label)
        if glossed is None:
            return False
        glossed.tell(label.mapFrom(self._desk, event.pos()), event.globalPos())
        return True


def _glossed(label: QWidget | None) -> Glossed | None:
    glossed = getattr(label, "glossed", None)
    return glossed if isinstance(glossed, Glossed) else None
