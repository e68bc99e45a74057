"""Choose several values of a closed list, or say that it was asked and there is none."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kneedesk.language import Language
from kneedesk.ui.icons import pixmap
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.flow import FlowLayout

_HEIGHT = 38
_BOX = 18
_NEXT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Tick(QAbstractButton):
    """A box to tick with its words; ticked it bears a sign, or its place in an order."""

    moved = Signal(bool)
    """Whether the focus came or went."""
    keyed = Signal(object)
    """A key that the field may know: it answers by accepting the event."""

    def __init__(self, value: Any, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.place = 0
        self.setText(words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_checked(self, checked: bool) -> None:
        """Show the box ticked or not; announce nothing. A person, or a screen reader, makes it toggle."""
        blocked = self.blockSignals(True)
        self.setChecked(checked)
        self.blockSignals(blocked)

    def _font(self, *, strong: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
        return font

    def sizeHint(self) -> QSize:
        """Return room for the box and the words when ticked."""
        metrics = QFontMetrics(self._font(strong=True))
        high = max(scaled(_HEIGHT), metrics.height() + 16)
        return QSize(metrics.horizontalAdvance(self.text()) + scaled(_BOX) + 32, high)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the box and the words."""
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.Accent if self.isChecked() else QPalette.ColorRole.Mid
        width = 1
        if self.hasFocus():
            role, width = QPalette.ColorRole.Shadow, 2
        painter.setPen(QPen(palette.color(role), width))
        ground = QPalette.ColorRole.Light if self.isChecked() else QPalette.ColorRole.Base
        if not self.isChecked() and self.underMouse() and self.isEnabled():
            ground = QPalette.ColorRole.AlternateBase
        painter.setBrush(palette.color(ground))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        self._draw_box(painter)
        painter.setFont(self._font(strong=self.isChecked()))
        # What was ticked in a version that stands is read: faint is only what could not be ticked.
        group = QPalette.ColorGroup.Active if self.isChecked() else palette.currentColorGroup()
        painter.setPen(palette.color(group, QPalette.ColorRole.Text))
        words = self.rect().adjusted(10 + scaled(_BOX) + 8, 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()

    def _draw_box(self, painter: QPainter) -> None:
        palette = self.palette()
        side = scaled(_BOX)
        box = QRect(10, (self.height() - side) // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(palette.color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(box, 4, 4)
            ink = palette.color(QPalette.ColorRole.BrightText)
            if self.place:
                font = self._font(strong=True)
                font.setPixelSize(scaled(12))
                painter.setFont(font)
                painter.setPen(ink)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.place))
            else:
                sign = pixmap("check", ink, side - 4, self.devicePixelRatioF())
                painter.drawPixmap(box.x() + 2, box.y() + 2, sign)
            return
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1.4))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(box).adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came."""
        super().focusInEvent(event)
        self.moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went."""
        super().focusOutEvent(event)
        self.moved.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Space and Enter; other keys go to the field, then to the page."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        event.ignore()
        self.keyed.emit(event)


class ManyField(Field):
    """Boxes to tick and one that says *asked, and none*; nothing ticked is *not recorded*."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        options: Sequence[tuple[Any, str]],
        *,
        none: str = "",
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self._chosen: tuple[Any, ...] | None = None
        holder = QWidget()
        holder.setAccessibleName(name)
        flow = FlowLayout(holder)
        self.ticks = [Tick(value, words) for value, words in options]
        self.none = Tick(None, none or language.say("None"))
        self.none.setAccessibleName(f"{name}: {self.none.text()}")
        self.none.setObjectName(f"{path}=none")
        for tick in self.ticks:
            tick.setObjectName(f"{path}={tick.value}")
            tick.setAccessibleName(f"{name}: {tick.text()}")
        for tick in self._all():
            tick.moved.connect(self.focus_moved)
            tick.keyed.connect(self._take_key)
            tick.toggled.connect(self._press)
            flow.addWidget(tick)
        self.label.setBuddy(self.ticks[0])
        self._stop_at(self.ticks[0])
        self.place.addWidget(holder)

    def _all(self) -> list[Tick]:
        return [*self.ticks, self.none]

    def _press(self) -> None:
        tick = self.sender()
        assert isinstance(tick, Tick)  # noqa: S101
        self._stop_at(tick)
        if tick is self.none:
            chosen: tuple[Any, ...] | None = () if tick.isChecked() else None
        else:
            chosen = self._with(tick.value) if tick.isChecked() else self._without(tick.value)
        if chosen is not None and self._too_many(chosen):
            tick.show_checked(False)
            return
        self._show(chosen)
        self.settle(chosen)

    def _with(self, value: Any) -> tuple[Any, ...]:
        """Return the chosen values with one more, in the order of the list."""
        chosen = {*(self._chosen or ()), value}
        return tuple(tick.value for tick in self.ticks if tick.value in chosen)

    def _without(self, value: Any) -> tuple[Any, ...] | None:
        """Return the chosen values without one; the last one taken back leaves *not recorded*, never *none*."""
        return tuple(each for each in self._chosen or () if each != value) or None

    def _too_many(self, chosen: tuple[Any, ...]) -> bool:
        return False

    def _take_key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return
        if key in _NEXT:
            ticks = self._all()
            here = next((place for place, tick in enumerate(ticks) if tick.hasFocus()), 0)
            following = ticks[(here + _NEXT[key]) % len(ticks)]
            self._stop_at(following)
            following.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._show(None)
            self.settle(None)
        elif key == Qt.Key.Key_N:
            self.toggle_assessed()
        else:
            return
        event.accept()

    def _stop_at(self, tick: Tick) -> None:
        for each in self._all():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is tick else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(tick)

    def _show(self, value: Any) -> None:
        self._chosen = value
        for tick in self.ticks:
            tick.show_checked(tick.value in (value or ()))
        self.none.show_checked(value == ())


class PrioritiesField(ManyField):
    """At most three matters, numbered in the order in which they were chosen."""

    MOST = 3

    def _with(self, value: Any) -> tuple[Any, ...]:
        return (*(self._chosen or ()), value)

    def _too_many(self, chosen: tuple[Any, ...]) -> bool:
        if len(chosen) > self.MOST:
            self.show_fault(self.language.say("At most three. Take one back first."))
            return True
        return False

    def _show(self, value: Any) -> None:
        super()._show(value)
        for tick in self.ticks:
            tick.place = value.index(tick.value) + 1 if value and tick.value in value else 0
            tick.update()
