"""Find anything: a few letters lead to a command, a step, a finding, a course, a risk, or a record of the evidence."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kneedesk.language import Language
from kneedesk.presentation.places import Place, find_places
from kneedesk.ui.dialogs.fitted import room_of
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.row_ground import paint_ground
from kneedesk.ui.widgets.text import body_label

_MOST = 60
"""More is not read: another letter finds fewer."""
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_PLACE = Qt.ItemDataRole.UserRole
_SIDE = 12
_GAP = 14


class Palette(QDialog):
    """Type, choose with the arrows, Enter goes there; the keyboard never leaves the line."""

    chosen = Signal(object)
    """The place to go to."""

    def __init__(self, known: tuple[Place, ...], language: Language, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._known = known
        say = language.say
        self.setObjectName("palette")
        self.setWindowTitle(say("Find anything"))
        self.resize(QSize(scaled(720), scaled(480)).boundedTo(room_of(self)))
        self.search = QLineEdit()
        self.search.setObjectName("palette.search")
        self.search.setAccessibleName(say("Find anything"))
        self.search.setPlaceholderText(say("A command, a step, a finding, a course, a risk, a fact, a source"))
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("palette.list")
        self.list.setAccessibleName(say("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(PaletteRow(theme, self.list))
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
            item.setData(_PLACE, place)
            said = (place.name, place.group, place.keys)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in said if part))
        self.list.setCurrentRow(0)
        self._nothing.setVisible(not found)

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            place = item.data(_PLACE)
            self.accept()
            self.chosen.emit(place)


class PaletteRow(QStyledItemDelegate):
    """Paint a name, and at the right what kind of place it is and the keys that lead there."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return one height for every row."""
        return QSize(240, QFontMetrics(option.font).height() + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground, the name, the kind and the keys."""
        place = index.data(_PLACE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self._theme)
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        small = QFont(option.font)
        small.setPixelSize(scaled(12))
        painter.setFont(small)
        room.setRight(self._keys(painter, room, place.keys))
        painter.setPen(self._theme.colour("quiet"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, place.group)
        room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(place.group) - _GAP)
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("ink"))
        name = QFontMetrics(option.font).elidedText(place.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()

    def _keys(self, painter: QPainter, room: QRect, keys: str) -> int:
        """Paint the keys at the right end as a cap; return where the rest may end."""
        if not keys:
            return room.right()
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(keys) + 12, metrics.height() + 6
        cap = QRect(room.right() - width, room.center().y() - height // 2, width, height)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("paper"))
        painter.drawRoundedRect(cap, 5, 5)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return cap.left() - _GAP
