"""Boxes to tick side by side: one stop of Tab, the arrows lead from one to the next, Space ticks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.many import Tick

_NEXT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class TickRow(QWidget):
    """Ticks in lines, as words in a paragraph; what a tick means is for its owner."""

    def __init__(self, name: str, ticks: Sequence[Tick], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks = tuple(ticks)
        self.setAccessibleName(name)
        flow = FlowLayout(self)
        for tick in self._ticks:
            tick.keyed.connect(self._take_key)
            tick.toggled.connect(lambda _, tick=tick: self._stop_at(tick))
            flow.addWidget(tick)
        self._stop_at(self._ticks[0])

    def _take_key(self, event: QKeyEvent) -> None:
        by = _NEXT.get(Qt.Key(event.key()))
        here = next((place for place, tick in enumerate(self._ticks) if tick.hasFocus()), None)
        if by is None or here is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        following = self._ticks[(here + by) % len(self._ticks)]
        self._stop_at(following)
        following.setFocus(Qt.FocusReason.OtherFocusReason)
        event.accept()

    def _stop_at(self, tick: Tick) -> None:
        for each in self._ticks:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is tick else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(tick)
