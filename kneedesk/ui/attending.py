"""What goes on while somebody is here: the consultations are looked after, other desks heard, idle minutes counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kneedesk.ui.caring import Caring
from kneedesk.ui.lock.idle import Idle
from kneedesk.ui.lock.locking import Clipping

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.ui.adjusting import Adjusting
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.main_window import MainWindow
    from kneedesk.ui.opening import Opening
    from kneedesk.ui.sharing import Sharing
    from kneedesk.ui.shelf import Shelf
    from kneedesk.ui.theme import Theme


class Attending(QObject):
    """It is there from when somebody is first let in, also where the store cannot be opened, and rests after a lock."""

    def __init__(
        self,
        window: MainWindow,
        shelf: Shelf,
        opening: Opening,
        adjusting: Adjusting,
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._shelf, self._opening, self._adjusting = window, shelf, opening, adjusting
        self._language, self._theme, self._clock = language, theme, clock
        self.caring = Caring(window, shelf, adjusting, language, theme, clock, self)
        self.idle = Idle(adjusting.settings.lock_minutes, parent=self)
        self._clipping = Clipping(self)
        self.sharing: Sharing | None = None
        adjusting.adjusted.connect(self._resize_idle)

    def share(self) -> None:
        """Listen to the other desks, where the store is on a server."""
        if not self._shelf.home.is_shared:
            return
        if self.sharing is None:
            from kneedesk.ui.sharing import Sharing  # noqa: PLC0415 - where there is a server

            self.sharing = Sharing(
                self._shelf, self._opening, self._window.list, self._language, self._theme, self._clock, self
            )
        self.sharing.begin()

    def take_desk(self, desk: Desk, library: Library) -> None:
        """Watch over what others change in what is opened on a desk."""
        if self.sharing is not None:
            self.sharing.take_desk(desk, library)

    def stop(self) -> None:
        """Count and look after nothing any more: somebody locks, or the window closes."""
        self.idle.stop()
        self.caring.stop()

    def let_go(self) -> None:
        """Keep nothing of a patient on the clipboard, and hear of none: the window is locked."""
        self._clipping.clear()
        self.end()

    def end(self) -> None:
        """Hear no other desk."""
        if self.sharing is not None:
            self.sharing.end()

    def _resize_idle(self) -> None:
        self.idle.resize(self._adjusting.settings.lock_minutes)
