"""Find anything: a few letters lead to a step, a finding, or a record of the evidence."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.presentation.places import Place, find_places
from kneedesk.ui.dialogs.fitted import room_of
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.text import body_label

_MOST = 60
"""More is not read: another letter finds fewer."""
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Palette(QDialog):
    """Type, choose with the arrows, Enter goes there; the keyboard never leaves the line."""

    chosen = Signal(object)
    """The place to go to."""

    def __init__(self, known: tuple[Place, ...], language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._known = known
        say = language.say
        self.setObjectName("palette")
        self.setWindowTitle(say("Find anything"))
        self.resize(QSize(scaled(640), scaled(460)).boundedTo(room_of(self)))
        self.search = QLineEdit()
        self.search.setObjectName("palette.search")
        self.search.setAccessibleName(say("Find anything"))
        self.search.setPlaceholderText(say("A step, a finding, a fact, a source"))
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("palette.list")
        self.list.setAccessibleName(say("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._nothing = body_label(say("Nothing has this name."), "quiet")
        column = QVBoxLayout(self)
        for widget in (self.search, self._nothing, self.list):
            column.addWidget(widget)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self._find("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list by the arrows while letters go into the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        found = find_places(self._known, text)
        self.list.clear()
        for place in found[:_MOST]:
            item = QListWidgetItem(place.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, place)
        self.list.setCurrentRow(0)
        self._nothing.setVisible(not found)

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            place = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            self.chosen.emit(place)
