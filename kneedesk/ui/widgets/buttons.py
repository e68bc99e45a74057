"""Buttons that show only an icon, and lists to pick from, drawn from the palette."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QStyledItemDelegate, QWidget

from kneedesk.ui.icons import pixmap
from kneedesk.ui.theme import scaled

_HEIGHT = 40
_ICON = 16
_INSET = 15  # where the text of a line begins as well


_OPENING = (
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_F4,
)


class IconOnlyButton(QAbstractButton):
    """A button that shows only an icon; its name is a tooltip and is said to a screen reader."""

    def __init__(self, icon: str, name: str, *, side: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._side = side
        self.setFixedSize(scaled(side), scaled(side))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() == QEvent.Type.FontChange:
            self.setFixedSize(scaled(self._side), scaled(self._side))
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon, a ground under the pointer and a ring for the focus."""
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Shadow), 2))
        if self.isDown() or (self.underMouse() and self.isEnabled()):
            painter.setBrush(palette.color(QPalette.ColorRole.Light))
        painter.drawRoundedRect(ground, 6, 6)
        role = QPalette.ColorRole.Text if self.underMouse() or self.hasFocus() else QPalette.ColorRole.Dark
        ink = palette.color(role)
        side = scaled(_ICON)
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        painter.drawPixmap(left, top, pixmap(self._icon, ink, side, self.devicePixelRatioF()))
        painter.end()


class Picker(QComboBox):
    """A list to pick one value from; the wheel scrolls the page and never changes what is recorded."""

    picked = Signal(object)
    """A value that the clinician picked."""
    moved = Signal(bool)
    """Whether the focus came or went."""

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[Any, str]],
        *,
        empty: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values: list[Any] = [value for value, _ in options]
        words = [words for _, words in options]
        if empty:
            self._values.insert(0, None)
            words.insert(0, empty)
        self.addItems(words)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(12)
        self.setItemDelegate(QStyledItemDelegate(self))  # else the style sheet does not reach the list
        self.view().setAccessibleName(name)
        self.activated.connect(lambda index: self.picked.emit(self._values[index]))

    def value(self) -> Any:
        """Return the value that is shown."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def choose(self, value: Any) -> None:
        """Show a value; announce nothing."""
        index = next((place for place, each in enumerate(self._values) if each == value), -1)
        self.setCurrentIndex(index)

    def sizeHint(self) -> QSize:
        """Return room for the longest words and the arrow."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(place)) for place in range(self.count())), default=0)
        return QSize(widest + 38 + scaled(_ICON), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the beginning of the words can be read."""
        return QSize(min(self.sizeHint().width(), scaled(120)), scaled(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list: an arrow must not record each value that it passes."""
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _OPENING and modified in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier):
            self.showPopup()
            return
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came."""
        super().focusInEvent(event)
        self.moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went."""
        super().focusOutEvent(event)
        self.moved.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as a field, with the words and an arrow."""
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        role = QPalette.ColorRole.Shadow if self.hasFocus() else QPalette.ColorRole.Mid
        painter.setPen(QPen(palette.color(role), width))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        quiet = self.value() is None
        painter.setPen(palette.color(QPalette.ColorRole.Dark if quiet else QPalette.ColorRole.Text))
        left = _INSET
        if self._icon:
            painter.drawPixmap(12, (self.height() - _ICON) // 2, self._pixmap(self._icon))
            left += _ICON + 4
        box = QRect(left, 0, self.width() - left - 32, self.height())
        words = self.currentText() or self.placeholderText()
        words = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        place = self.width() - 12 - _ICON, (self.height() - _ICON) // 2
        painter.drawPixmap(*place, self._pixmap("chevron-down"))
        painter.end()

    def _pixmap(self, name: str) -> QPixmap:
        return pixmap(name, self.palette().color(QPalette.ColorRole.Dark), _ICON, self.devicePixelRatioF())
