"""How long nobody has worked with the window: counted from the last key or movement in any window of ours."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

_WORK: Final = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    )
)
_MINUTE: Final = 60.0
_SOONEST: Final = 50  # milliseconds


def instants() -> tuple[float, float]:
    """Return the seconds of two clocks: one that nobody can set, and one that goes on while the computer sleeps."""
    return time.monotonic(), time.time()


class Idle(QObject):
    """It listens at the windows of the platform, where each key and movement comes by once, and nothing else."""

    passed = Signal()
    """The time is over."""

    def __init__(
        self, minutes: float, clocks: Callable[[], tuple[float, float]] = instants, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._limit = minutes * _MINUTE
        self._clocks = clocks
        self._last = clocks()
        self._counting = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen)

    def start(self) -> None:
        """Begin to count."""
        self._counting = True
        self._last = self._clocks()
        self._listen()
        self._wait()

    def stop(self) -> None:
        """Count no longer."""
        self._counting = False
        self._timer.stop()

    def resize(self, minutes: float) -> None:
        """Take another time."""
        self._limit = minutes * _MINUTE
        if self._counting:
            self._wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count anew; what comes after the time was over, as when the lid is opened, reaches nobody."""
        if self._counting and event.type() in _WORK:
            if self._passed() >= self._limit:
                self._end()
                return True
            self._last = self._clocks()
        return False

    def _listen(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)  # a second time moves it to the front, and it is heard once

    def _passed(self) -> float:
        """Return the seconds that have passed by the clock that says more; one that was set back says nothing."""
        return max(now - last for now, last in zip(self._clocks(), self._last, strict=True))

    def _look(self) -> None:
        if self._counting and self._passed() >= self._limit:
            self._end()
        elif self._counting:
            self._listen()
            self._wait()

    def _wait(self) -> None:
        self._timer.start(max(_SOONEST, round(1000 * (self._limit - self._passed()))))

    def _end(self) -> None:
        self.stop()
        self.passed.emit()
