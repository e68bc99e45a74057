"""Who comes back after a lock finds what was open, on the same step, and is told what was being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from kneedesk.language import Language
    from kneedesk.ui.main_window import MainWindow
    from kneedesk.ui.opening import Opening
    from kneedesk.ui.shelf import Shelf


class Returning(QObject):
    """It is for the same user only, and for where it is kept: another one, or on another store, begins at the list."""

    def __init__(
        self, window: MainWindow, shelf: Shelf, opening: Opening, language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._shelf = window, shelf
        self._opening, self._language = opening, language
        self._left: tuple[tuple[str, bool], str, str] | None = None
        self._step = ""

    def remember(self, user: str) -> None:
        """Remember what a user has open now, and on which step."""
        desk = self._window.desk
        session = desk.session if desk is not None else None
        whose = (user, self._shelf.home.is_shared)
        self._left = (whose, session.key, desk.step) if desk is not None and session is not None else None

    def go_back(self, user: str) -> None:
        """Open again what a user had open."""
        left, self._left = self._left, None
        if left is not None and left[0] == (user, self._shelf.home.is_shared):
            self._step = left[2]
            self._opening.resume(left[1])
        else:
            self._say_typed()

    def arrive(self) -> None:
        """Go on to the same step, now that a consultation is on the desk."""
        step, self._step = self._step, ""
        if step and self._window.desk is not None:
            self._window.desk.visit(step)
        self._say_typed()

    def _say_typed(self) -> None:
        """Say what was being typed in a dialog when the window locked: it was not recorded, and it is not lost."""
        typed, desk = self._shelf.take_typed(), self._window.desk
        if typed:
            title = self._language.say("Not recorded: this was being typed when the window locked")
            shown = desk.notice if desk is not None and desk.session is not None else self._window.list.notice
            shown.show_message(title, typed, "caution")
