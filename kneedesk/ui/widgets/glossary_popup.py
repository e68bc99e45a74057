"""The words of one statement that the glossary explains, under one another; Escape leads back to the statement."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.presentation.content import text_of
from kneedesk.presentation.glossary import Explained
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.passage_list import Roving, Statement
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.words import Words

_WIDTH = 400
_LEFT, _RIGHT, _TOP, _GAP, _EDGE = 16, 8, 12, 6, 1


class GlossaryPopup(QFrame):
    """Each meaning is a statement: reached by the arrows, it says what it rests on."""

    explained = Signal(object)
    """A meaning as a line, which holds what it rests on."""

    def __init__(self, words: tuple[Explained, ...], language: Language, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("glossary")
        self.setProperty("tone", "popup")
        title = language.say("Words explained")
        self.setAccessibleName(title)
        self._roving = Roving()
        content = QWidget()
        self._column = column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(2)
        self.meanings = [self._add(word, column) for word in words]
        self._roving.hold([[self.meanings]])
        self._head = head = Words("note")
        head.say(title)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(_LEFT, _TOP, _RIGHT, _TOP)
        lines.setSpacing(_GAP)
        lines.addWidget(head)
        lines.addWidget(ScrollColumn(content, title), 1)

    def open_beside(self, place: QRect) -> None:
        """Show the words below a place on the screen, or above it where there is no room below."""
        room = self.screen().availableGeometry()
        width = min(scaled(_WIDTH), room.width())
        for label in self.findChildren(QLabel):
            label.ensurePolished()  # or it would be measured in another type
        inside = width - _LEFT - _RIGHT - 2 * _EDGE
        around = 2 * (_TOP + _EDGE) + _GAP + self._head.heightForWidth(inside)
        self.resize(width, min(around + self._column.heightForWidth(inside), room.height()))
        left = max(room.left(), min(place.left(), room.right() - self.width()))
        below = place.bottom() + _GAP
        top = below if below + self.height() <= room.bottom() else place.top() - _GAP - self.height()
        self.move(left, max(room.top(), top))
        self.show()
        self.meanings[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, or with the letter that opened it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_G):
            self.close()
        else:
            super().keyPressEvent(event)

    def _add(self, word: Explained, column: QVBoxLayout) -> Statement:
        name, meaning = Words(level="3"), Statement(word.meaning, marked=False)
        name.say(word.name)
        name.setContentsMargins(10, 4, 0, 0)
        meaning.setAccessibleName(f"{word.name}: {text_of(word.meaning)}")
        meaning.explained.connect(self.explained)
        meaning.pressed.connect(self.close)
        meaning.key_pressed.connect(self._roving.lead)
        column.addWidget(name)
        column.addWidget(meaning)
        return meaning
